import * as z from 'zod/mini';
import { keptHandover } from '../contract/handover.ts';
import { idOf } from './events.ts';
import { actorOf, json, readTicket } from './rows.ts';
import { type Executor, type Row, type Statement, sql } from './statement.ts';
import type { Store, StoredHandover, TicketChange } from './store.ts';

const handoverRow = z.object({
  id: z.string(),
  at: z.int(),
  author: z.string(),
  authorName: z.nullable(z.string()),
  difference: z.pipe(json, keptHandover),
});

export function readHandover(row: Row): StoredHandover {
  const { id, at, author, authorName, difference } = handoverRow.parse(row);
  return { id, at, author: actorOf(author, authorName), ...difference };
}

/** Adds the notes of a change, if the ticket carries its mark. */
export const addHandovers = ({ id: changeId, ticketId, handovers = [] }: TicketChange): Statement[] =>
  handovers.map(
    ({ id, at, author, ...kept }) => sql`
      insert into handover (id, ticket_id, at, author, author_name, difference)
      select ${id}, id, ${at}, ${idOf(author)}, ${author.kind === 'person' ? author.name : null}, ${JSON.stringify(kept)}
      from ticket where id = ${ticketId} and change_id = ${changeId}`,
  );

/** Tickets that may belong to one. */
export const related = (db: Executor): Pick<Store, 'relatedTickets'> => ({
  async relatedTickets({ ticketId, since, address = null, topic, searches, among, groups, limit }) {
    const within = groups ? JSON.stringify(groups) : null;
    const words = JSON.stringify(searches.map((search) => search.trim().toLowerCase()));
    const [rows = []] = await db.batch([
      sql`
        select * from ticket_list where id in (
          select id from ticket where lower(address) = lower(${address}) and address is not null and created_at > ${since}
          union
          select id from (
            select id, context from ticket where topic = ${topic} and created_at > ${since}
            order by created_at desc limit ${searches.length > 0 ? among : 0}
          ) where exists (
            select 1 from json_each(context) as item
            where item.value ->> 'kind' = 'search'
              and lower(trim(item.value ->> 'query')) in (select value from json_each(${words}))
          )
        )
        and id <> ${ticketId} and held = 0
        and (${within} is null or "group" in (select value from json_each(${within})))
        order by createdAt desc, id limit ${limit}`,
    ]);
    return rows.map(readTicket);
  },
});
