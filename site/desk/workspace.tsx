import { useEffect, useRef, useState } from 'preact/hooks';
import type { NamedQueue } from '../../api/contract/desk-list.ts';
import { refusedWith } from '../thread/result.ts';
import { useLive } from '../thread/use-live.ts';
import { handOverButton } from './handover/hand-over-button.tsx';
import { Issues } from './issues/issues.tsx';
import { alikeOf, countOf, signedOut, useReports } from './issues/reports.ts';
import { KeySheet } from './key-sheet.tsx';
import type { Action } from './keys.ts';
import type { DeskKit } from './kit.ts';
import type { KnowledgeCommands } from './knowledge/use-knowledge.ts';
import { moveFocus } from './move-focus.ts';
import { OwnLink } from './people/own-link.tsx';
import { PeopleView } from './people/people-view.tsx';
import { filterOf, type Place, placeQuery } from './place.ts';
import { inQueue } from './queue-strip.tsx';
import { ReportsLater, WalkthroughsLater } from './reports/later.tsx';
import { openSeen } from './seen.ts';
import { TicketList } from './ticket-list.tsx';
import { TicketView } from './ticket-view.tsx';
import { TopBar } from './top-bar.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useClock } from './use-clock.ts';
import { useKeys } from './use-keys.ts';
import { useNews } from './use-news.ts';
import { usePlace } from './use-place.ts';
import { usePresence } from './use-presence.ts';
import { useSingleKeys } from './use-single-keys.ts';
import { WhatIf } from './what-if/what-if.tsx';
import type { Writing } from './work/writing.tsx';

interface WorkspaceProps {
  kit: DeskKit;
  onSignedOut: () => void;
  onLeave: () => Promise<boolean>;
}

/** The desk of an agent who is signed in: list, ticket, and what the keys do. */
export const Workspace = ({ kit, onSignedOut, onLeave }: WorkspaceProps) => {
  const { t, client, memory, random } = kit;
  const now = useClock(kit.now);
  const [place, go, replace] = usePlace();
  const [seen] = useState(() => openSeen(memory));
  const [pages, setPages] = useState(1);
  const [said, setSaid] = useState('');
  const [sheet, setSheet] = useState(false);
  const [ownLink, setOwnLink] = useState(false);
  const [single, setSingle] = useSingleKeys(memory);
  const list = useRef<HTMLElement>(null);
  const middle = useRef<HTMLElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [writing, setWriting] = useState<Writing>('reply');
  const commands = useRef<KnowledgeCommands>({});
  const field = useRef<HTMLInputElement>(null);

  const filter = filterOf(place);
  const listed = placeQuery(filter);
  const news = useNews(kit, () => {
    live.refresh();
    counts.refresh();
  });
  // What is told as it happens is looked for only now and then: dates move without anything happening.
  const pace = news.isUp ? { first: 60_000, longest: 60_000 } : { first: 8_000, longest: 60_000 };
  const live = useLive(() => client.tickets({ ...filter, pages }), { name: listed, ...pace, random });
  const counts = useLive(() => client.queues(), { name: 'queues', first: 30_000, longest: 60_000, random });
  const presence = usePresence(client, place.view === undefined ? place.ticket : undefined);
  useEffect(() => {
    if (refusedWith(live.failure, 'signed-out')) onSignedOut();
  }, [live.failure]);
  useEffect(() => setPages(1), [listed]);
  useEffect(() => {
    if (pages > 1) live.refresh();
  }, [pages]);

  const isNew = useArrivals({ rows: live.value?.tickets, open: place.ticket, seen, kit, announce: setSaid });
  const [, setMarked] = useState('');

  const isPeople = place.view === 'people' || place.view === 'audit';
  /** Elsewhere than at the requests. */
  const isAway = place.view !== undefined;
  const report: Place = { ...place, view: 'reports' };
  const walkthroughs: Place = { ...place, view: 'walkthroughs' };
  const reports = useReports(kit);
  useEffect(() => {
    if (signedOut(reports)) onSignedOut();
  }, [reports.failure]);
  const toIssues: Place = { ...place, view: 'issues' };
  const tryOut: Place = { ...place, view: 'what-if' };
  const team: Place = { ...place, view: 'people' };
  const Numbers = place.view === 'walkthroughs' ? WalkthroughsLater : ReportsLater;
  const leaveView = () => go({ ...place, view: undefined });
  // Opening moves the focus to the ticket, leaving it back to its row: the keyboard never starts at the top again.
  const before = useRef(place.ticket);
  useEffect(() => {
    const left = before.current;
    before.current = place.ticket;
    if (left === place.ticket || isAway) return;
    if (place.ticket) middle.current?.focus({ preventScroll: true });
    else list.current?.querySelector<HTMLElement>(`a[href*="${CSS.escape(left ?? '')}"]`)?.focus();
  }, [place.ticket]);
  const lastView = useRef(place.view);
  useEffect(() => {
    if (lastView.current !== place.view) middle.current?.focus({ preventScroll: true });
    lastView.current = place.view;
  }, [place.view]);

  const write = (next: Writing) => {
    setWriting(next);
    // The other field takes the place of this one first.
    requestAnimationFrame(() => area.current?.focus());
  };
  const [taken, setTaken] = useState(0);
  const assignMe = async () => {
    if (!place.ticket || isAway) return;
    const result = await client.change(place.ticket, { kind: 'assign', person: kit.me.id });
    setSaid(t(result.ok ? 'work.taken' : 'change.failed'));
    setTaken(taken + 1);
    live.refresh();
  };

  const back = () => go({ ...place, ticket: undefined });
  const goTo = (queue: NamedQueue | undefined) => () => go({ ...inQueue(place, queue), view: undefined });
  const actions: Record<Action, () => void> = {
    next: () => moveFocus(list.current, 1),
    previous: () => moveFocus(list.current, -1),
    reply: () => write('reply'),
    note: () => write('note'),
    'assign-me': () => void assignMe(),
    'what-if': () => place.view !== 'what-if' && go(tryOut),
    issues: () => place.view !== 'issues' && go(toIssues),
    knowledge: () => commands.current.search?.(),
    replies: () => commands.current.replies?.(),
    sheet: () => setSheet(true),
    'hand-over': () => middle.current?.querySelector<HTMLElement>(handOverButton)?.click(),
    'leave-field': () => middle.current?.focus({ preventScroll: true }),
    search: () => {
      // On a narrow screen the list gives its place to the ticket.
      field.current?.focus();
      field.current?.select();
    },
    order: () => go({ ...place, order: place.order === 'due' ? undefined : 'due' }),
    go: () => {},
    'go-open': goTo('open'),
    'go-mine': goTo('mine'),
    'go-unassigned': goTo('unassigned'),
    'go-breached': goTo('breached'),
    'go-lead': goTo('lead'),
    'go-held': goTo('held'),
    'go-all': goTo(undefined),
    back: () => {
      if (isAway) leaveView();
      else if (!commands.current.close?.() && place.ticket) back();
    },
  };
  const onTyped = ({ target }: Event) => {
    if (target !== area.current) return;
    presence.onTyped(area.current?.closest('[data-writing="note"]') ? 'noting' : 'writing');
  };
  useKeys(list, single, (action) => actions[action]());

  return (
    <div class="desk" data-open={isAway || place.ticket !== undefined}>
      <TopBar
        kit={kit}
        whatIf={{ href: placeQuery(tryOut), isOpen: place.view === 'what-if', onOpen: () => go(tryOut) }}
        issues={{
          href: placeQuery(toIssues),
          isOpen: place.view === 'issues',
          count: reports.value ? countOf(reports.value) : 0,
          onOpen: () => go(toIssues),
        }}
        {...(kit.me.role !== 'agent' && {
          reports: { href: placeQuery(report), isOpen: place.view === 'reports', onOpen: () => go(report) },
          walkthroughs: {
            href: placeQuery(walkthroughs),
            isOpen: place.view === 'walkthroughs',
            onOpen: () => go(walkthroughs),
          },
        })}
        {...(kit.me.role === 'admin' && {
          people: { href: placeQuery(team), isOpen: isPeople, onOpen: () => go(team) },
        })}
        onMe={() => setOwnLink(true)}
        onKeys={() => setSheet(true)}
        onLeave={onLeave}
      />
      <main class="room" data-view={place.view}>
        <h1 class="sr-only">{t('bar.title')}</h1>
        {!isAway && (
          <TicketList
            kit={kit}
            live={live}
            place={place}
            go={go}
            replace={replace}
            counts={counts.value}
            present={news.present}
            field={field}
            now={now}
            isNew={isNew}
            loadMore={() => setPages(pages + 1)}
            element={list}
          />
        )}
        <section
          class="middle"
          aria-label={t(isPeople ? 'people.title' : place.view ? `bar.${place.view}` : 'ticket.label')}
          ref={middle}
          tabIndex={-1}
          onInput={onTyped}
        >
          {place.view === 'reports' || place.view === 'walkthroughs' ? (
            <Numbers
              key={place.view}
              kit={kit}
              span={place.span}
              onSpan={(span) => go({ ...place, span })}
              onBack={leaveView}
              onSignedOut={onSignedOut}
            />
          ) : place.view === 'what-if' ? (
            <WhatIf kit={kit} now={now} onBack={leaveView} onSignedOut={onSignedOut} />
          ) : place.view === 'issues' ? (
            <Issues
              kit={kit}
              now={now}
              live={reports}
              onBack={leaveView}
              onOpen={(ticket) => go({ ...place, view: undefined, ticket })}
              announce={setSaid}
              onChanged={live.refresh}
            />
          ) : isPeople ? (
            <PeopleView kit={kit} now={now} place={place} go={go} onBack={leaveView} onSignedOut={onSignedOut} />
          ) : place.ticket ? (
            <TicketView
              key={place.ticket}
              kit={kit}
              id={place.ticket}
              now={now}
              area={area}
              writing={writing}
              onWriting={setWriting}
              onWritten={presence.onSent}
              changes={taken}
              commands={commands}
              onBack={back}
              onSignedOut={onSignedOut}
              onSeen={(ticket) => {
                seen.mark(ticket);
                setMarked(ticket.id + ticket.updatedAt);
              }}
              news={news}
              onChanged={() => {
                live.refresh();
                counts.refresh();
              }}
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
      {ownLink && <OwnLink kit={kit} onClose={() => setOwnLink(false)} onSignedOut={onSignedOut} />}
      {sheet && <KeySheet kit={kit} single={single} onSingle={setSingle} onClose={() => setSheet(false)} />}
    </div>
  );
};
