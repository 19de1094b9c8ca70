import type { RefObject } from 'preact';
import type { DeskTicketList, DeskTicketRow } from '../../api/contract/desk.ts';
import type { DeskQueues } from '../../api/contract/desk-list.ts';
import type { Present } from '../../api/contract/desk-live.ts';
import { Button } from '../../widget/ui/button.tsx';
import { Notice } from '../../widget/ui/notice.tsx';
import { refusedWith } from '../thread/result.ts';
import type { Live } from '../thread/use-live.ts';
import { EmptyList } from './empty-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { DeskKit } from './kit.ts';
import { type Place, placeQuery } from './place.ts';
import { QueueStrip } from './queue-strip.tsx';
import { SearchField } from './search-field.tsx';
import { ListSkeleton } from './skeletons.tsx';
import { TicketRow } from './ticket-row.tsx';

interface TicketListProps {
  kit: DeskKit;
  live: Live<DeskTicketList>;
  place: Place;
  go: (place: Place) => void;
  /** The same without a step in the history: while somebody types. */
  replace: (place: Place) => void;
  counts: DeskQueues | undefined;
  /** Who else is where. */
  present: readonly Present[];
  field: RefObject<HTMLInputElement | null>;
  now: number;
  isNew: (ticket: DeskTicketRow) => boolean;
  loadMore: () => void;
  element: RefObject<HTMLElement | null>;
}

/** The left column: queues, search and filters, and the tickets in their order. */
export const TicketList = (props: TicketListProps) => {
  const { kit, live, place, go, replace, counts, field, element } = props;
  const { t } = kit;
  const { value } = live;
  return (
    <div class="list">
      <header class="list-head">
        <QueueStrip kit={kit} place={place} counts={counts} go={go} />
        <SearchField
          kit={kit}
          place={place}
          replace={replace}
          field={field}
          onEnter={() => {
            const [first] = value?.tickets ?? [];
            if (first) go({ ...place, ticket: first.id });
          }}
        />
        <FilterBar kit={kit} place={place} counts={counts} go={go} />
        <span class="list-count" role="status">
          {value &&
            t(value.next ? (place.q ? 'find.count.more' : 'list.count.more') : 'list.count', {
              count: value.tickets.length,
            })}
        </span>
      </header>
      <nav class="list-rows" aria-label={t('list.label')} ref={element}>
        {place.unknown && <Notice kind="warning">{t('filter.unknown', { names: place.unknown.join(', ') })}</Notice>}
        {live.failure && value && (
          <Notice kind={live.failure.kind === 'offline' ? 'offline' : 'warning'}>
            {t(live.failure.kind === 'offline' ? 'list.offline' : 'list.stale')}
          </Notice>
        )}
        {value ? <Rows {...props} list={value} /> : <NoRows {...props} />}
      </nav>
    </div>
  );
};

const NoRows = ({ kit: { t }, live, go, place }: TicketListProps) => {
  if (refusedWith(live.failure, 'invalid-request')) {
    return (
      <div class="empty">
        <p class="empty-title">{t('filter.refused.title')}</p>
        <p>{t('filter.refused.text')}</p>
        <Button onClick={() => go({ ticket: place.ticket })}>{t('list.empty.status.all')}</Button>
      </div>
    );
  }
  return live.failure ? (
    <Notice kind="danger" action={<Button onClick={live.refresh}>{t('retry')}</Button>}>
      {t('list.failed')}
    </Notice>
  ) : (
    <ListSkeleton label={t('list.loading')} />
  );
};

const Rows = ({ kit, list, place, go, now, isNew, loadMore, present }: TicketListProps & { list: DeskTicketList }) => {
  if (list.tickets.length === 0) return <EmptyList kit={kit} place={place} go={go} />;
  return (
    <ul class="rows">
      {list.tickets.map((ticket) => {
        const target = { ...place, ticket: ticket.id };
        const current = place.ticket === ticket.id;
        return (
          <li key={ticket.id}>
            <TicketRow
              kit={kit}
              ticket={ticket}
              now={now}
              href={placeQuery(target)}
              current={current}
              isNew={isNew(ticket)}
              assignee={ticket.assignee && (list.people?.[ticket.assignee] ?? ticket.assignee)}
              present={present.filter((one) => one.ticket === ticket.id)}
              onOpen={() => go(target)}
            />
          </li>
        );
      })}
      {list.next && (
        <li class="rows-more">
          <Button kind="plain" onClick={loadMore}>
            {kit.t(place.q ? 'find.more' : 'list.more')}
          </Button>
        </li>
      )}
    </ul>
  );
};
