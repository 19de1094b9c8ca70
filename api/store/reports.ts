import type { TicketEvent } from '../contract/event.ts';
import { idRow, readDetailOfEvent, reportRow } from './rows.ts';
import { type Executor, joined, type Statement, sql } from './statement.ts';
import type { ReportPage, ReportTicket, Store } from './store.ts';

/** What a report reads. */
export const reports = (db: Executor): Pick<Store, 'ticketsForReport'> => ({
  async ticketsForReport(page): Promise<ReportTicket[]> {
    const [ids = [], events = []] = await db.batch([idsOf(page), eventsOf(page)]);
    const tickets = new Map(ids.map((row) => [idRow.parse(row).id, [] as ReportTicket['events']]));
    // Most of what happens has happened to others in the same words: a text is read once.
    const read = new Map<string, TicketEvent>();
    for (const row of events) {
      const { ticketId, at, actor, detail } = reportRow.parse(row);
      const event = read.get(detail) ?? readDetailOfEvent(detail);
      read.set(detail, event);
      tickets.get(ticketId)?.push({ at, byRequester: actor === 'requester', event });
    }
    return [...tickets].map(([id, of]) => ({ id, events: of }));
  },
});

/**
 * One that is over has changed for the last time when it was, or later. The clocks of one that is not may have said something
 * since it was last active, so that those are all read.
 */
const idsOf = ({ from, until, after, limit }: ReportPage): Statement => sql`
  select id from ticket where id > ${after ?? ''} and held = 0 and created_at < ${until}
    and (status not in ('solved', 'closed') or updated_at >= ${from})
  order by id limit ${limit}`;

/** Of a message nothing counts but that it was sent. `+` keeps to the index of the tickets: by kind, it is every event there is. */
const eventsOf = (page: ReportPage): Statement =>
  joined([
    sql`
      select ticket_id as ticketId, at, actor,
        case kind when 'message' then '{"kind":"message","message":""}' else detail end as detail
      from event where ticket_id in (`,
    idsOf(page),
    sql`) and +kind in ('created', 'message', 'status', 'placed', 'warned', 'merged', 'parted')
      and (kind <> 'warned' or json_extract(detail, '$.percent') = 100)
      order by ticket_id, seq`,
  ]);
