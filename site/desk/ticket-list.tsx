import type { RefObject } from 'preact';
import type { DeskTicketList, DeskTicketRow } from '../../api/contract/desk.ts';
import { type Status, status as statusContract } from '../../api/contract/ticket.ts';
import { Button } from '../../widget/ui/button.tsx';
import { Notice } from '../../widget/ui/notice.tsx';
import type { Live } from '../thread/use-live.ts';
import { type DeskKit, groupTitle } from './kit.ts';
import { type Place, placeQuery } from './place.ts';
import { ListSkeleton } from './skeletons.tsx';
import { TicketRow } from './ticket-row.tsx';

interface TicketListProps {
  kit: DeskKit;
  live: Live<DeskTicketList>;
  place: Place;
  go: (place: Place) => void;
  now: number;
  isNew: (ticket: DeskTicketRow) => boolean;
  loadMore: () => void;
  element: RefObject<HTMLElement | null>;
}

/** The left column: filter, and the tickets with the newest activity first. */
export const TicketList = (props: TicketListProps) => {
  const { kit, live, place, go, element } = props;
  const { t } = kit;
  const { value } = live;
  return (
    <nav class="list" aria-label={t('list.label')} ref={element}>
      <header class="list-head">
        <StatusFilter kit={kit} status={place.status} onChange={(status) => go({ ...place, status })} />
        <QueueFilter kit={kit} queue={place.queue} onChange={(queue) => go({ ...place, queue })} />
        <span class="list-count" role="status">
          {value && t(value.next ? 'list.count.more' : 'list.count', { count: value.tickets.length })}
        </span>
      </header>
      {live.failure && value && (
        <Notice kind={live.failure.kind === 'offline' ? 'offline' : 'warning'}>
          {t(live.failure.kind === 'offline' ? 'list.offline' : 'list.stale')}
        </Notice>
      )}
      {value ? <Rows {...props} list={value} /> : <NoRows {...props} />}
    </nav>
  );
};

const NoRows = ({ kit: { t }, live }: TicketListProps) =>
  live.failure ? (
    <Notice kind="danger" action={<Button onClick={live.refresh}>{t('retry')}</Button>}>
      {t('list.failed')}
    </Notice>
  ) : (
    <ListSkeleton label={t('list.loading')} />
  );

const Rows = ({ kit, list, place, go, now, isNew, loadMore }: TicketListProps & { list: DeskTicketList }) => {
  if (list.tickets.length === 0) return <Empty kit={kit} place={place} go={go} />;
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
              onOpen={() => go(target)}
            />
          </li>
        );
      })}
      {list.next && (
        <li class="rows-more">
          <Button kind="plain" onClick={loadMore}>
            {kit.t('list.more')}
          </Button>
        </li>
      )}
    </ul>
  );
};

const Empty = ({ kit: { t }, place, go }: Pick<TicketListProps, 'kit' | 'place' | 'go'>) => {
  const { status, queue } = place;
  if (!status && !queue) {
    return (
      <div class="empty">
        <p class="empty-title">{t('list.empty.title')}</p>
        <p>{t('list.empty.text')}</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <p class="empty-title">
        {status ? t('list.empty.status.title', { status: t(`status.${status}`) }) : t('list.empty.queue.title')}
      </p>
      <p>{t(status ? 'list.empty.status.text' : 'list.empty.queue.text')}</p>
      <Button onClick={() => go({ ...place, status: undefined, queue: undefined })}>
        {t('list.empty.status.all')}
      </Button>
    </div>
  );
};

interface StatusFilterProps {
  kit: DeskKit;
  status: Status | undefined;
  onChange: (status: Status | undefined) => void;
}

interface QueueFilterProps {
  kit: DeskKit;
  queue: string | undefined;
  onChange: (queue: string | undefined) => void;
}

/** Tiers, and the groups of each. One group has nothing to choose from. */
const QueueFilter = ({ kit, queue, onChange }: QueueFilterProps) => {
  const { t, groups } = kit;
  if (groups.length < 2) return null;
  return (
    <label class="filter">
      <span class="sr-only">{t('list.queue')}</span>
      <select
        class="control"
        value={queue ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{t('list.queue.all')}</option>
        {[...new Set(groups.map(({ tier }) => tier))].sort().map((tier) => (
          <optgroup key={tier} label={t('side.tier', { tier })}>
            <option value={`tier:${tier}`}>{t('list.queue.tier', { tier })}</option>
            {groups
              .filter((group) => group.tier === tier)
              .map(({ id }) => (
                <option key={id} value={id}>
                  {groupTitle(kit, id)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
};

const StatusFilter = ({ kit: { t }, status, onChange }: StatusFilterProps) => (
  <label class="filter">
    <span class="sr-only">{t('list.filter')}</span>
    <select
      class="control"
      value={status ?? ''}
      onChange={(event) => onChange(statusContract.safeParse(event.currentTarget.value).data)}
    >
      <option value="">{t('list.filter.all')}</option>
      {statusContract.options.map((option) => (
        <option key={option} value={option}>
          {t(`status.${option}`)}
        </option>
      ))}
    </select>
  </label>
);
