import { useEffect, useRef, useState } from 'preact/hooks';
import { refusedWith } from '../thread/result.ts';
import { useLive } from '../thread/use-live.ts';
import { Issues } from './issues/issues.tsx';
import { alikeOf, countOf, signedOut, useReports } from './issues/reports.ts';
import { KeySheet } from './key-sheet.tsx';
import type { Action } from './keys.ts';
import type { DeskKit } from './kit.ts';
import { moveFocus } from './move-focus.ts';
import { type Place, placeQuery } from './place.ts';
import { openSeen } from './seen.ts';
import { TicketList } from './ticket-list.tsx';
import { TicketView } from './ticket-view.tsx';
import { TopBar } from './top-bar.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useClock } from './use-clock.ts';
import { useKeys } from './use-keys.ts';
import { usePlace } from './use-place.ts';
import { useSingleKeys } from './use-single-keys.ts';
import { WhatIf } from './what-if/what-if.tsx';

interface WorkspaceProps {
  kit: DeskKit;
  /** Shown name of the agent. */
  name: string;
  onSignedOut: () => void;
  onLeave: () => Promise<boolean>;
}

/** The desk of an agent who is signed in: list, ticket, and what the keys do. */
export const Workspace = ({ kit, name, onSignedOut, onLeave }: WorkspaceProps) => {
  const { t, client, memory, random } = kit;
  const now = useClock(kit.now);
  const [place, go] = usePlace();
  const [seen] = useState(() => openSeen(memory));
  const [pages, setPages] = useState(1);
  const [said, setSaid] = useState('');
  const [sheet, setSheet] = useState(false);
  const [single, setSingle] = useSingleKeys(memory);
  const list = useRef<HTMLElement>(null);
  const middle = useRef<HTMLElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);

  const { status, queue } = place;
  const live = useLive(() => client.tickets({ status, queue, pages }), {
    name: `${status ?? ''} ${queue ?? ''}`,
    first: 8_000,
    longest: 60_000,
    random,
  });
  useEffect(() => {
    if (refusedWith(live.failure, 'signed-out')) onSignedOut();
  }, [live.failure]);
  useEffect(() => setPages(1), [status, queue]);
  useEffect(() => {
    if (pages > 1) live.refresh();
  }, [pages]);

  const isNew = useArrivals({ rows: live.value?.tickets, open: place.ticket, seen, kit, announce: setSaid });
  const [, setMarked] = useState('');

  const reports = useReports(kit);
  useEffect(() => {
    if (signedOut(reports)) onSignedOut();
  }, [reports.failure]);
  const showsIssues = place.view === 'issues';
  const toIssues: Place = { ...place, view: 'issues' };
  const isTrying = place.view === 'what-if';
  const tryOut: Place = { ...place, view: 'what-if' };
  const leaveTrial = () => go({ ...place, view: undefined });
  // Opening moves the focus to the ticket, leaving it back to its row: the keyboard never starts at the top again.
  const before = useRef(place.ticket);
  useEffect(() => {
    const left = before.current;
    before.current = place.ticket;
    if (left === place.ticket || isTrying || showsIssues) return;
    if (place.ticket) middle.current?.focus({ preventScroll: true });
    else list.current?.querySelector<HTMLElement>(`a[href*="${CSS.escape(left ?? '')}"]`)?.focus();
  }, [place.ticket]);
  const viewBefore = useRef(place.view);
  useEffect(() => {
    if (viewBefore.current !== place.view) middle.current?.focus({ preventScroll: true });
    viewBefore.current = place.view;
  }, [place.view]);

  const back = () => go({ ...place, ticket: undefined });
  const actions: Record<Action, () => void> = {
    next: () => moveFocus(list.current, 1),
    previous: () => moveFocus(list.current, -1),
    reply: () => area.current?.focus(),
    'what-if': () => !isTrying && go(tryOut),
    issues: () => !showsIssues && go(toIssues),
    sheet: () => setSheet(true),
    'leave-field': () => middle.current?.focus({ preventScroll: true }),
    back: () => (isTrying || showsIssues ? leaveTrial() : place.ticket && back()),
  };
  useKeys(list, single, (action) => actions[action]());

  return (
    <div class="desk" data-open={isTrying || showsIssues || place.ticket !== undefined}>
      <TopBar
        kit={kit}
        name={name}
        whatIf={{ href: placeQuery(tryOut), isOpen: isTrying, onOpen: () => go(tryOut) }}
        issues={{
          href: placeQuery(toIssues),
          isOpen: showsIssues,
          count: reports.value ? countOf(reports.value) : 0,
          onOpen: () => go(toIssues),
        }}
        onKeys={() => setSheet(true)}
        onLeave={onLeave}
      />
      <main class="room" data-view={place.view}>
        <h1 class="sr-only">{t('bar.title')}</h1>
        {!isTrying && !showsIssues && (
          <TicketList
            kit={kit}
            live={live}
            place={place}
            go={go}
            now={now}
            isNew={isNew}
            loadMore={() => setPages(pages + 1)}
            element={list}
          />
        )}
        <section
          class="middle"
          aria-label={t(isTrying ? 'what-if.title' : showsIssues ? 'issues.title' : 'ticket.label')}
          ref={middle}
          tabIndex={-1}
        >
          {isTrying ? (
            <WhatIf kit={kit} now={now} onBack={leaveTrial} onSignedOut={onSignedOut} />
          ) : showsIssues ? (
            <Issues
              kit={kit}
              now={now}
              live={reports}
              onBack={leaveTrial}
              onOpen={(ticket) => go({ ...place, view: undefined, ticket })}
              announce={setSaid}
              onChanged={live.refresh}
            />
          ) : place.ticket ? (
            <TicketView
              key={place.ticket}
              kit={kit}
              id={place.ticket}
              now={now}
              area={area}
              onBack={back}
              onSignedOut={onSignedOut}
              onSeen={(ticket) => {
                seen.mark(ticket);
                setMarked(ticket.id + ticket.updatedAt);
              }}
              onChanged={live.refresh}
              announce={setSaid}
              alike={{
                count: alikeOf(reports.value, place.ticket),
                href: placeQuery(toIssues),
                onOpen: () => go(toIssues),
              }}
            />
          ) : (
            <div class="blank">
              <p class="empty-title">{t('ticket.none.title')}</p>
              <p>{t('ticket.none.text')}</p>
            </div>
          )}
        </section>
      </main>
      <p class="sr-only" role="status">
        {said}
      </p>
      {sheet && <KeySheet kit={kit} single={single} onSingle={setSingle} onClose={() => setSheet(false)} />}
    </div>
  );
};
