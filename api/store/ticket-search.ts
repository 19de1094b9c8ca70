import * as z from 'zod/mini';
import { readTicket } from './rows.ts';
import { type Executor, joined, type Statement, sql } from './statement.ts';
import type { Store } from './store.ts';
import { conditionsOf, meansOpen } from './ticket-filter.ts';
import type { FoundText, TicketSearch } from './ticket-query.ts';

/** Of a word that more tickets have, the newest so many are compared: whoever looks for it looks for something recent. */
const most = 2_000;

const textRow = z.object({ ticketId: z.string(), in: z.enum(['message', 'note']), text: z.string() });

export const ticketSearch = (db: Executor): Pick<Store, 'searchTickets'> => ({
  async searchTickets(search) {
    const [rows = []] = await db.batch([searchStatement(search)]);
    const tickets = rows.map(readTicket);
    // What is shown of a text is cut outside, so the texts of one page are read: only now is it known which.
    const ids = JSON.stringify(tickets.map(({ id }) => id));
    const [messages = [], notes = []] = await db.batch([
      sql`
        select ticket_id as ticketId, 'message' as "in", text from message
        where ticket_id in (select value from json_each(${ids})) order by ticket_id, seq desc`,
      sql`
        select ticket_id as ticketId, 'note' as "in", text from note
        where ${search.isInternal ? 1 : 0} = 1 and ticket_id in (select value from json_each(${ids}))
        order by ticket_id, at desc`,
    ]);
    const texts = Map.groupBy(
      [...messages, ...notes].map((row) => textRow.parse(row)),
      ({ ticketId }) => ticketId,
    );
    return tickets.map((ticket) => ({
      ticket,
      texts: (texts.get(ticket.id) ?? []).map(({ in: place, text }): FoundText => ({ in: place, text })),
    }));
  },
});

/** A page of what is found. Only its rows are read whole. */
export function searchStatement(search: TicketSearch): Statement {
  const { offset, limit } = search;
  return joined([
    sql`
      select ticket_list.* from (
        select id, score, updated_at from (`,
    search.reference === undefined ? byWords(search) : byReference(search.reference, search),
    sql`) order by score, updated_at desc, id desc limit ${limit} offset ${offset}
      ) as page cross join ticket_list on ticket_list.id = page.id
      order by page.score, page.updated_at desc, page.id desc`,
  ]);
}

const byReference = (reference: string, search: TicketSearch): Statement =>
  joined([sql`select id, 0 as score, updated_at from ticket where reference = ${reference}`, ...conditionsOf(search)]);

/**
 * Who asks and what they call it weigh more than the words of long conversations. Which tickets are meant is found first, in an
 * index, and each that has the words is looked up among them: the plus keeps SQLite from asking for the words once a ticket.
 */
const byWords = (search: TicketSearch): Statement => {
  const conditions = conditionsOf(search);
  const index = `ticket_${meansOpen(search) ? 'open' : 'all'}_activity`;
  return joined([
    sql`
      select ticket.id, score, ticket.updated_at from (
        select ticket_search.rowid as document, bm25(ticket_search, 10.0, 4.0, 4.0, 1.0, 1.0) as score
        from ticket_search where ticket_search match ${matchOf(search)}`,
    ...(conditions.length > 0
      ? [
          {
            text: ` and +ticket_search.rowid in (select document from ticket indexed by ${index} where true`,
            values: [],
          },
          ...conditions,
          sql`)`,
        ]
      : []),
    sql` order by ticket_search.rowid desc limit ${most}
      ) as found cross join ticket indexed by ticket_document on ticket.document = found.document`,
  ]);
};

/** Each term is a string of FTS5, in which nothing has a meaning but the quote. */
function matchOf({ terms, isInternal, withoutTags = false }: TicketSearch): string {
  const words = terms.map(({ text, isPrefix }) => {
    const quoted = `"${text.replaceAll('\u0000', ' ').replaceAll('"', '""')}"`;
    return isPrefix ? `${quoted} *` : quoted;
  });
  const all = words.length > 0 ? words.join(' AND ') : '""';
  return isInternal ? all : `{reference${withoutTags ? '' : ' tags'} messages} : (${all})`;
}
