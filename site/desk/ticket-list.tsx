import type { RefObject } from 'preact';
import type { DeskTicketList, DeskTicketRow } from '../../api/contract/desk.ts';
import { type Status, status as statusContract } from '../../api/contract/ticket.ts';
import { Button } from '../../widget/ui/button.tsx';
import { Notice } from '../../widget/ui/notice.tsx';
import type { Live } from '../thread/use-live.ts';
import type { DeskKit } from './kit.ts';
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
  const { status } = place;
  if (!status) {
    return (
      <div class="empty">
        <p class="empty-title">{t('list.empty.title')}</p>
        <p>{t('list.empty.text')}</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <p class="empty-title">{t('list.empty.status.title', { status: t(`status.${status}`) })}</p>
      <p>{t('list.empty.status.text')}</p>
      <Button onClick={() => go({ ...place, status: undefined })}>{t('list.empty.status.all')}</Button>
    </div>
  );
};

interface StatusFilterProps {
  kit: DeskKit;
  status: Status | undefined;
  onChange: (status: Status | undefined) => void;
}

const StatusFilter = ({ kit: { t }, status, onChange }: StatusFilterProps) => (
  <label class="filter">
    <span>{t('list.filter')}</span>
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
