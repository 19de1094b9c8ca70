import { readEntry } from './rows.ts';
import { type Executor, joined, type Statement, sql } from './statement.ts';
import type { AuditPosition, AuditQuery, Store, TeamEntry } from './store.ts';

type Kept = Pick<TeamEntry, 'kind' | 'at'> & Partial<Omit<TeamEntry, 'about' | 'seq'>>;

/** Adds an entry, `where` something holds. It comes before the statement it tells of, whose condition is the same. */
export const addEntry = ({ at, kind, actor, person, before, after }: Kept, where: Statement = sql`true`): Statement =>
  joined([
    sql`
      insert into audit (at, kind, actor, actor_name, person, person_name, before, after)
      select ${at}, ${kind}, ${actor?.id ?? null}, ${actor?.name ?? null}, ${person?.id ?? null}, ${person?.name ?? null},
        ${before ? JSON.stringify(before) : null}, ${after ? JSON.stringify(after) : null}
      where `,
    where,
  ]);

export const audit = (db: Executor): Pick<Store, 'audit'> => ({
  async audit(query) {
    const [rows = []] = await db.batch([
      joined([
        sql`select * from (`,
        ofTickets(query),
        sql`) union all select * from (`,
        ofTeam(query),
        sql`) union all select * from (`,
        ofIssues(query),
        sql`) order by at desc, about desc, seq desc limit ${query.limit}`,
      ]),
    ]);
    return rows.map(readEntry);
  },
});

const ofTickets = ({ person, ticket, before, limit }: AuditQuery): Statement =>
  joined([
    sql`
      select 'ticket' as about, seq, at, event.kind, actor, actor_name as actorName, null as person, null as personName,
        null as "before", null as "after", null as issue, detail, ticket_id as ticketId, reference
      from event join ticket on ticket.id = ticket_id where `,
    after('ticket', before),
    ...(person === undefined ? [] : [sql` and actor = ${person}`]),
    ...(ticket === undefined ? [] : [sql` and ticket_id = ${ticket}`]),
    sql` order by at desc, seq desc limit ${limit}`,
  ]);

const columns = sql`seq, at, kind, actor, actor_name as actorName, person, person_name as personName,
  before as "before", after as "after", issue, null as detail, null as ticketId, null as reference from audit`;

const ofTeam = ({ person, ticket, before, limit }: AuditQuery): Statement =>
  joined([
    sql`select 'team' as about, `,
    columns,
    sql` where issue is null and `,
    after('team', before),
    ...(person === undefined ? [] : [sql` and (actor = ${person} or person = ${person})`]),
    ...(ticket === undefined ? [] : [sql` and false`]),
    sql` order by at desc, seq desc limit ${limit}`,
  ]);

const ofIssues = ({ person, ticket, before, limit }: AuditQuery): Statement =>
  joined([
    sql`select 'issue' as about, `,
    columns,
    sql` where issue is not null and `,
    after('issue', before),
    ...(person === undefined ? [] : [sql` and actor = ${person}`]),
    ...(ticket === undefined ? [] : [sql` and false`]),
    sql` order by at desc, seq desc limit ${limit}`,
  ]);

/** What comes after a position, of one of the lists: of one instant, tickets come first, then the team, then known issues. */
function after(about: AuditPosition['about'], before: AuditPosition | undefined): Statement {
  if (!before) return sql`true`;
  if (about === before.about) return sql`(at, seq) < (${before.at}, ${before.seq})`;
  return about < before.about ? sql`at <= ${before.at}` : sql`at < ${before.at}`;
}
