import { readTicket } from './rows.ts';
import { type Executor, joined, type Statement, sql } from './statement.ts';
import type { Store } from './store.ts';
import { conditionsOf, meansOpen } from './ticket-filter.ts';
import type { TicketCursor, TicketQuery } from './ticket-query.ts';

/** After every ticket there can be: one text for the first page and for those that follow. */
const noDue = Number.MAX_SAFE_INTEGER;
const start: TicketCursor = { dueBy: -1, updatedAt: noDue, id: '' };

export const ticketList = (db: Executor): Pick<Store, 'listTickets' | 'namesOf'> => ({
  async listTickets(query) {
    const [rows = []] = await db.batch([listStatement(query)]);
    return rows.map(readTicket);
  },

  async namesOf(people) {
    const ids = JSON.stringify(people);
    const [rows = []] = await db.batch([
      sql`select id, name from person where id in (select value from json_each(${ids}))`,
    ]);
    return new Map(rows.map(({ id, name }) => [String(id), String(name)]));
  },
});

/**
 * A page of the list. The index is named: it holds whatever can be filtered by, so the longest way through all tickets reads
 * nothing else, and what statistics say today must not lead elsewhere. Only the rows of the page are read whole.
 */
export function listStatement({ order = 'activity', before, limit, ...filter }: TicketQuery): Statement {
  const index = `ticket_${meansOpen(filter) ? 'open' : 'all'}_${order}`;
  const page = order === 'due' ? byDue(before) : byActivity(before);
  return joined([
    {
      text: `select ticket_list.* from ticket indexed by ${index} cross join ticket_list on ticket_list.id = ticket.id`,
      values: [],
    },
    page.after,
    ...conditionsOf(filter),
    page.order,
    sql` limit ${limit}`,
  ]);
}

const byActivity = ({ updatedAt, id } = start) => ({
  after: sql` where (ticket.updated_at, ticket.id) < (${updatedAt}, ${id})`,
  order: sql` order by ticket.updated_at desc, ticket.id desc`,
});

const byDue = ({ dueBy = noDue, updatedAt, id } = start) => ({
  after: sql` where (ticket.due_order, ticket.recency, ticket.id) > (${dueBy}, ${-updatedAt}, ${id})`,
  order: sql` order by ticket.due_order, ticket.recency, ticket.id`,
});
