import { keepAnswer } from './claims.ts';
import { addEvents } from './events.ts';
import { addHandovers } from './handovers.ts';
import { idRow, putOffRow } from './rows.ts';
import { type Executor, joined, type Statement, sql, type Value } from './statement.ts';
import type { ChangeResult, Claim, Store, TicketChange, TicketSet } from './store.ts';

/** Columns by the names that a change sets them under. */
const columns: Record<keyof TicketSet, string> = {
  status: 'status',
  tier: 'tier',
  priority: 'priority',
  group: 'group_id',
  rule: 'rule',
  reasons: 'reasons',
  exhausted: 'exhausted',
  name: 'name',
  address: 'address',
  held: 'held',
  firstReplyBy: 'first_reply_by',
  firstRepliedAt: 'first_replied_at',
  nextReplyBy: 'next_reply_by',
  resolveBy: 'resolve_by',
  dueBy: 'due_by',
  lookAt: 'look_at',
  assignee: 'assignee',
  cause: 'cause',
  tags: 'tags',
  mergedInto: 'merged_into',
  transfers: 'transfers',
  leadAsked: 'lead_asked',
  issue: 'issue',
};

/** How much later a ticket is looked at that could not be. */
const putOffMs = { first: 60_000, longest: 6 * 3_600_000 };

/** Changes of tickets. The mark that the update leaves is what everything else of a change hangs on. */
export const changes = (db: Executor): Pick<Store, 'changeTickets' | 'ticketsToLookAt' | 'putOff'> => ({
  async changeTickets(all, kept): Promise<ChangeResult> {
    const [first, ...others] = all;
    const updates = [updateFirst(first, others, kept?.claim), ...others.map((other) => updateNext(other, first))];
    const results = await db.batch([
      ...updates,
      ...all.flatMap((change) => [
        ...addMessage(change),
        ...addNote(change),
        ...addHandovers(change),
        ...addEvents(change),
      ]),
      ...(kept ? [keepAnswer(kept, first)] : []),
      ...(kept
        ? [
            sql`select 1 from claim where id = ${kept.claim.id} and owner = ${kept.claim.owner} and answer_status is null`,
          ]
        : []),
    ]);
    if (results[0]?.length === 1) return 'changed';
    return kept && results.at(-1)?.length === 0 ? 'claim-lost' : 'stale';
  },

  async ticketsToLookAt(now, limit) {
    const [rows = []] = await db.batch([
      sql`select id from ticket where look_at <= ${now} order by look_at, id limit ${limit}`,
    ]);
    return rows.map((row) => idRow.parse(row).id);
  },

  async putOff({ ticket, now }) {
    const [[row] = []] = await db.batch([
      sql`
        update ticket set look_failures = look_failures + 1,
          look_at = ${now} + min(${putOffMs.first} << min(look_failures, 20), ${putOffMs.longest})
        where id = ${ticket}
        returning reference, look_failures as failures, look_at as lookAt`,
    ]);
    return row && putOffRow.parse(row);
  },
});

/** The first change happens if every ticket is as it was read, and the claim holds. */
function updateFirst(change: TicketChange, others: readonly TicketChange[], claim: Claim | undefined): Statement {
  const holds = [
    ...others.map(
      ({ ticketId, version }) =>
        sql` and exists (select 1 from ticket where id = ${ticketId} and version = ${version})`,
    ),
    ...(claim
      ? [
          sql` and exists (select 1 from claim where id = ${claim.id} and owner = ${claim.owner} and answer_status is null)`,
        ]
      : []),
  ];
  return joined([update(change), ...holds, sql` returning id`]);
}

/** The others happen if the first one did. */
const updateNext = (change: TicketChange, { ticketId, id }: TicketChange): Statement =>
  joined([
    update(change),
    sql` and exists (select 1 from ticket where id = ${ticketId} and change_id = ${id}) returning id`,
  ]);

function update({ ticketId, version, id, at, set, isActivity = true }: TicketChange): Statement {
  const values = Object.entries(columns).flatMap(([name, column]) =>
    Object.hasOwn(set, name) ? [{ text: `, ${column} = ?`, values: [toColumn(Reflect.get(set, name))] }] : [],
  );
  return joined([
    sql`update ticket set version = version + 1, change_id = ${id}, look_failures = 0`,
    ...(isActivity ? [sql`, updated_at = max(updated_at, ${at})`] : []),
    ...values,
    sql` where id = ${ticketId} and version = ${version}`,
  ]);
}

function toColumn(value: unknown): Value {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

/** A message is numbered in its ticket by the statement that inserts it. */
const addMessage = ({ id, ticketId, message }: TicketChange): Statement[] =>
  message
    ? [
        sql`
          insert into message (id, ticket_id, seq, author, name, text, at)
          select ${message.id}, id, (select coalesce(max(seq), 0) + 1 from message where ticket_id = ticket.id),
            ${message.from}, ${message.name ?? null}, ${message.text}, ${message.at}
          from ticket where id = ${ticketId} and change_id = ${id}`,
      ]
    : [];

const addNote = ({ id, ticketId, note }: TicketChange): Statement[] =>
  note
    ? [
        sql`
          insert into note (id, ticket_id, author, author_name, text, at)
          select ${note.id}, id, ${note.author.id}, ${note.author.name}, ${note.text}, ${note.at}
          from ticket where id = ${ticketId} and change_id = ${id}`,
      ]
    : [];
