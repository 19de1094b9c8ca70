import * as z from 'zod/mini';
import { idRow } from './rows.ts';
import { type Executor, sql } from './statement.ts';
import type { Millis, Store } from './store.ts';

export interface ChangesQuery {
  /** A number of the events; nothing is from now on. */
  after: number | undefined;
  groups: readonly string[] | undefined;
  now: Millis;
}

/** Somebody at a ticket. */
interface Present {
  person: string;
  name: string;
  ticket: string;
  doing: 'reading' | 'writing' | 'noting';
}

export interface Change {
  /** Where to go on. */
  cursor: number;
  /** Ids of tickets, each once. */
  tickets: string[];
  presence: Present[];
}

export interface Presence {
  person: string;
  ticket: string | undefined;
  left: string | undefined;
  doing: Present['doing'];
  until: Millis;
  groups: readonly string[] | undefined;
}

/** A reader that was away for long gets on in steps. */
const mostEvents = 1_000;

const cursorRow = z.object({ cursor: z.int() });
const presentRow = z.object({
  person: z.string(),
  name: z.string(),
  ticket: z.string(),
  doing: z.enum(['reading', 'writing', 'noting']),
});

export const live = (db: Executor): Pick<Store, 'changesAfter' | 'keepPresence'> => ({
  async changesAfter({ after, groups, now }) {
    const within = groups ? JSON.stringify(groups) : null;
    const from = after ?? Number.MAX_SAFE_INTEGER;
    // A ticket that left the groups of whoever asks has changed for them too.
    const [cursors = [], tickets = [], presence = []] = await db.batch([
      after === undefined
        ? sql`select coalesce(max(seq), 0) as cursor from event`
        : sql`
            select coalesce(max(seq), min(${after}, (select coalesce(max(seq), 0) from event))) as cursor
            from (select seq from event where seq > ${after} order by seq limit ${mostEvents})`,
      sql`
        select distinct ticket.id from
          (select seq, ticket_id, kind, detail from event where seq > ${from} order by seq limit ${mostEvents}) as event
          join ticket on ticket.id = event.ticket_id
        where ${within} is null or group_id in (select value from json_each(${within}))
          or (event.kind = 'placed' and detail ->> '$.from.group' in (select value from json_each(${within})))
        order by ticket.id`,
      sql`
        select presence.person, person.name, presence.ticket_id as ticket, doing
        from presence join person on person.id = presence.person join ticket on ticket.id = presence.ticket_id
        where until > ${now} and disabled_at is null
          and (${within} is null or group_id in (select value from json_each(${within})))
        order by presence.ticket_id, person.name, person.id`,
    ]);
    return {
      cursor: cursorRow.parse(cursors[0]).cursor,
      tickets: tickets.map((row) => idRow.parse(row).id),
      presence: presence.map((row) => presentRow.parse(row)),
    };
  },

  async keepPresence({ person, ticket, left, doing, until, groups }) {
    const within = groups ? JSON.stringify(groups) : null;
    // What a power cut may forget is over in a minute anyway.
    const [, kept = []] = await db.batch(
      [
        sql`delete from presence where person = ${person} and ticket_id = ${left ?? null}`,
        sql`
          insert into presence (person, ticket_id, doing, until)
          select ${person}, id, ${doing}, ${until} from ticket
          where id = ${ticket ?? null}
            and (${within} is null or group_id in (select value from json_each(${within})))
          on conflict (person, ticket_id) do update set doing = excluded.doing, until = excluded.until
          returning ticket_id`,
      ],
      { durable: false },
    );
    return ticket === undefined || kept.length === 1;
  },
});
