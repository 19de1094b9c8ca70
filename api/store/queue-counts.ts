import * as z from 'zod/mini';
import { tier } from '../contract/ticket.ts';
import { type Executor, joined, type Statement, sql } from './statement.ts';
import type { Store } from './store.ts';
import { conditionsOf } from './ticket-filter.ts';

const totals = z.object({
  open: z.int(),
  mine: z.int(),
  unassigned: z.int(),
  breached: z.int(),
  lead: z.int(),
  held: z.int(),
});
const place = z.object({ tier, group: z.string(), count: z.int() });
const assignee = z.object({ id: z.string(), name: z.string(), count: z.int() });
const tag = z.object({ tag: z.string(), count: z.int() });
const mostTags = 200;

export const queueCounts = (db: Executor): Pick<Store, 'countQueues'> => ({
  async countQueues(count) {
    const [total = [], places = [], assignees = [], tags = []] = await db.batch(countStatements(count));
    return {
      ...totals.parse(total[0]),
      places: places.map((row) => place.parse(row)),
      assignees: assignees.map((row) => assignee.parse(row)),
      tags: tags.map((row) => tag.parse(row)),
    };
  },
});

/** Counts what is open, in the index of what is open, and reads no row of it. */
export function countStatements({
  person,
  groups,
  now,
}: {
  person: string;
  groups: readonly string[] | undefined;
  now: number;
}): Statement[] {
  const from = sql` from ticket indexed by ticket_open_activity`;
  const where = joined([sql` where true`, ...conditionsOf({ isOpen: true, isMerged: false, groups })]);
  return [
    joined([
      sql`select
        count(*) filter (where held = 0) as open,
        count(*) filter (where assignee = ${person} and held = 0) as mine,
        count(*) filter (where assignee is null and held = 0) as unassigned,
        count(*) filter (where due_by <= ${now}) as breached,
        count(*) filter (where lead_asked = 1 and held = 0) as lead,
        count(*) filter (where held = 1) as held`,
      from,
      where,
    ]),
    joined([
      sql`select tier, group_id as "group", count(*) as count`,
      from,
      where,
      sql` and held = 0 group by tier, group_id order by tier, group_id`,
    ]),
    joined([
      sql`select assignee as id, coalesce((select name from person where person.id = assignee), assignee) as name,
        count(*) as count`,
      from,
      where,
      sql` and assignee is not null group by assignee order by name`,
    ]),
    joined([
      sql`select value as tag, count(*) as count`,
      from,
      sql` cross join json_each(ticket.tags)`,
      where,
      sql` and ticket.tags <> '[]' group by value order by count(*) desc, value limit ${mostTags}`,
    ]),
  ];
}
