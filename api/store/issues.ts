import type { ToldIssue } from '../contract/audit.ts';
import { answerRow, readDetail, readIssue, readTicket, textRow } from './rows.ts';
import { type Executor, joined, type Statement, sql } from './statement.ts';
import type { IssueEntry, Made, Millis, Store } from './store.ts';

type Issues = Pick<
  Store,
  | 'unsolvedTickets'
  | 'keepIssue'
  | 'issueById'
  | 'listIssues'
  | 'editIssue'
  | 'solveIssue'
  | 'ticketsOfIssue'
  | 'issueAnswersLeft'
>;

/**
 * The id of the message that answers a ticket of an issue is made of both, so that no ticket can hold it twice. What a machine
 * sent waits until somebody releases it.
 */
const unanswered = sql`
  ticket.status <> 'closed' and ticket.held = 0
    and not exists (select 1 from message where message.id = ticket.issue || '.' || ticket.id)`;

const columns = joined([
  sql`
    select issue.id, state, titles, texts, answers, issue.topic, author, author_name as authorName,
      issue.created_at as createdAt, issue.updated_at as updatedAt, solver, solver_name as solverName,
      solved_at as solvedAt,
      (select count(*) from ticket where ticket.issue = issue.id and held = 0 and merged_into is null) as people,
      (select count(*) from ticket where ticket.issue = issue.id and `,
  unanswered,
  sql`) as "left" from issue `,
]);
const read = (rest: Statement): Statement => joined([columns, rest]);

export const issues = (db: Executor): Issues => ({
  async unsolvedTickets({ since, groups, limit }) {
    const within = groups ? JSON.stringify(groups) : null;
    const [rows = []] = await db.batch([
      sql`
        select ticket_view.*, message.text
        from ticket join ticket_view on ticket_view.id = ticket.id
          join message on message.ticket_id = ticket.id and message.seq = 1
        where ticket.created_at >= ${since} and ticket.status not in ('solved', 'closed') and ticket.held = 0
          and ticket.merged_into is null
          and (${within} is null or ticket.group_id in (select value from json_each(${within})))
        order by ticket.created_at desc, ticket.id limit ${limit}`,
    ]);
    return rows.map((row) => ({ ticket: readTicket(row), context: readDetail(row).context, ...textRow.parse(row) }));
  },

  async keepIssue({ id, titles, texts, topic, author, createdAt }) {
    const [, rows = []] = await db.batch([
      sql`
        insert into audit (at, kind, actor, actor_name, issue, after)
        select ${createdAt}, 'issue-announced', ${author.id}, ${author.name}, ${id},
          ${toldOf({ topic, titles, texts })}
        where not exists (select 1 from issue where id = ${id})`,
      sql`
        insert into issue (id, state, titles, texts, topic, author, author_name, created_at, updated_at)
        values (${id}, 'working', ${JSON.stringify(titles)}, ${JSON.stringify(texts)}, ${topic}, ${author.id},
          ${author.name}, ${createdAt}, ${createdAt})
        on conflict (id) do nothing returning id`,
    ]);
    return rows.length === 1;
  },

  async issueById(id) {
    const [rows = []] = await db.batch([read(sql`where issue.id = ${id}`)]);
    return rows.map(readIssue)[0];
  },

  async listIssues({ solvedSince, limit }) {
    const [rows = []] = await db.batch([
      read(sql`
        where state = 'working' or solved_at >= ${solvedSince}
        order by state = 'working' desc, issue.created_at desc, issue.id limit ${limit}`),
    ]);
    return rows.map(readIssue);
  },

  async editIssue({ id, titles, texts, topic, by, seen = null }) {
    const [, rows = []] = await db.batch([
      changeEntry(id, { kind: 'issue-edited', by, seen, after: sql`${toldOf({ topic, titles, texts })}` }),
      sql`
        update issue set titles = ${JSON.stringify(titles)}, texts = ${JSON.stringify(texts)}, topic = ${topic},
          updated_at = max(${by.at}, updated_at + 1)
        where id = ${id} and state = 'working' and (${seen} is null or updated_at = ${seen}) returning id`,
    ]);
    return rows.length === 1;
  },

  async solveIssue({ id, answers, solver, at }) {
    const [, rows = []] = await db.batch([
      changeEntry(id, {
        kind: 'issue-solved',
        by: { actor: solver, at },
        after: sql`json_set(told, '$.answers', json(${JSON.stringify(answers)}))`,
      }),
      sql`
        update issue set state = 'solved', answers = ${JSON.stringify(answers)}, solver = ${solver.id},
          solver_name = ${solver.name}, solved_at = ${at}, updated_at = ${at}
        where id = ${id} and state = 'working' returning id`,
    ]);
    return rows.length === 1;
  },

  async ticketsOfIssue({ id, groups, limit }) {
    const within = groups ? JSON.stringify(groups) : null;
    const [rows = []] = await db.batch([
      sql`
        select * from ticket_list where issue = ${id}
          and (${within} is null or "group" in (select value from json_each(${within})))
        order by createdAt, id limit ${limit}`,
    ]);
    return rows.map(readTicket);
  },

  async issueAnswersLeft({ now, limit }) {
    const [rows = []] = await db.batch([
      joined([
        sql`
          select ticket.issue, ticket.id as ticket from ticket join issue on issue.id = ticket.issue
          where ticket.issue is not null and issue.state = 'solved' and not (look_failures > 0 and look_at > ${now}) and `,
        unanswered,
        sql` order by ticket.created_at, ticket.id limit ${limit}`,
      ]),
    ]);
    return rows.map((row) => answerRow.parse(row));
  },
});

/** As the database writes it. */
const toldOf = ({ topic, titles, texts }: ToldIssue): string => JSON.stringify({ topic, titles, texts });

interface Changing {
  by: Made;
  after: Statement;
  /** When it was changed last, as whoever changes it has read it. */
  seen?: Millis | null;
}

/** Notes what is done to an issue in work, with what is told of it before and after; nothing where that is the same. */
const changeEntry = (
  id: string,
  { kind, by: { actor, at }, after, seen = null }: Pick<IssueEntry, 'kind'> & Changing,
): Statement =>
  joined([
    sql`
      insert into audit (at, kind, actor, actor_name, issue, before, after)
      select ${at}, ${kind}, ${actor.id}, ${actor.name}, id, told, told_after from (
        select id, told, `,
    after,
    sql` as told_after from (
          select id, json_object('topic', topic, 'titles', json(titles), 'texts', json(texts)) as told
          from issue where id = ${id} and state = 'working' and (${seen} is null or updated_at = ${seen})))
      where told_after <> told`,
  ]);
