import { useEffect, useRef, useState } from 'preact/hooks';
import type { NamedQueue } from '../../api/contract/desk-list.ts';
import { refusedWith } from '../thread/result.ts';
import { useLive } from '../thread/use-live.ts';
import { KeySheet } from './key-sheet.tsx';
import type { Action } from './keys.ts';
import type { DeskKit } from './kit.ts';
import { moveFocus } from './move-focus.ts';
import { filterOf, type Place, placeQuery } from './place.ts';
import { inQueue } from './queue-strip.tsx';
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
  const [place, go, replace] = usePlace();
  const [seen] = useState(() => openSeen(memory));
  const [pages, setPages] = useState(1);
  const [said, setSaid] = useState('');
  const [sheet, setSheet] = useState(false);
  const [single, setSingle] = useSingleKeys(memory);
  const list = useRef<HTMLElement>(null);
  const middle = useRef<HTMLElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
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
  const write = usePresence(client, place.view === undefined ? place.ticket : undefined);
  useEffect(() => {
    if (refusedWith(live.failure, 'signed-out')) onSignedOut();
  }, [live.failure]);
  useEffect(() => setPages(1), [listed]);
  useEffect(() => {
    if (pages > 1) live.refresh();
  }, [pages]);

  const isNew = useArrivals({ rows: live.value?.tickets, open: place.ticket, seen, kit, announce: setSaid });
  const [, setMarked] = useState('');

  const isTrying = place.view === 'what-if';
  const tryOut: Place = { ...place, view: 'what-if' };
  const leaveTrial = () => go({ ...place, view: undefined });
  // Opening moves the focus to the ticket, leaving it back to its row: the keyboard never starts at the top again.
  const before = useRef(place.ticket);
  useEffect(() => {
    const left = before.current;
    before.current = place.ticket;
    if (left === place.ticket || isTrying) return;
    if (place.ticket) middle.current?.focus({ preventScroll: true });
    else list.current?.querySelector<HTMLElement>(`a[href*="${CSS.escape(left ?? '')}"]`)?.focus();
  }, [place.ticket]);
  const wasTrying = useRef(isTrying);
  useEffect(() => {
    if (wasTrying.current !== isTrying) middle.current?.focus({ preventScroll: true });
    wasTrying.current = isTrying;
  }, [isTrying]);

  const back = () => go({ ...place, ticket: undefined });
  const goTo = (queue: NamedQueue | undefined) => () => go({ ...inQueue(place, queue), view: undefined });
  const actions: Record<Action, () => void> = {
    next: () => moveFocus(list.current, 1),
    previous: () => moveFocus(list.current, -1),
    reply: () => area.current?.focus(),
    'what-if': () => !isTrying && go(tryOut),
    sheet: () => setSheet(true),
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
    back: () => (isTrying ? leaveTrial() : place.ticket && back()),
  };
  const onTyped = ({ target }: Event) => {
    if (target === area.current) write();
  };
  useKeys(list, single, (action) => actions[action]());

  return (
    <div class="desk" data-open={isTrying || place.ticket !== undefined}>
      <TopBar
        kit={kit}
        name={name}
        whatIf={{ href: placeQuery(tryOut), isOpen: isTrying, onOpen: () => go(tryOut) }}
        onKeys={() => setSheet(true)}
        onLeave={onLeave}
      />
      <main class="room" data-view={place.view}>
        <h1 class="sr-only">{t('bar.title')}</h1>
        {!isTrying && (
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
          aria-label={t(isTrying ? 'what-if.title' : 'ticket.label')}
          ref={middle}
          tabIndex={-1}
          onInput={onTyped}
        >
          {isTrying ? (
            <WhatIf kit={kit} now={now} onBack={leaveTrial} onSignedOut={onSignedOut} />
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
              news={news}
              onChanged={() => {
                live.refresh();
                counts.refresh();
              }}
              announce={setSaid}
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
