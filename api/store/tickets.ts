import { keepAnswer } from './claims.ts';
import { addEvents } from './events.ts';
import { readHandover } from './handovers.ts';
import { readDetail, readEvent, readMessage, readNote, readTicket } from './rows.ts';
import { type Executor, joined, type Row, type Statement, sql } from './statement.ts';
import type { Store, StoredThread } from './store.ts';

type Tickets = Pick<Store, 'createTicket' | 'threadByCapability' | 'ticketById' | 'ticketByReference'>;

export const tickets = (db: Executor): Tickets => ({
  async createTicket(ticket, claim, answer) {
    const { message } = ticket;
    const results = await db.batch([
      sql`
        insert into ticket (id, reference, capability_hash, status, tier, priority, group_id, rule, exhausted, verified,
          reasons, topic, locale, name, address, excerpt, context, held, created_at, updated_at, first_reply_by, resolve_by, due_by,
          look_at, lead_asked, tags, issue, change_id)
        select ${ticket.id}, ${ticket.reference}, ${ticket.capabilityHash}, ${ticket.status}, ${ticket.tier},
          ${ticket.priority}, ${ticket.group}, ${ticket.rule}, ${ticket.exhausted}, ${ticket.verified ? 1 : 0},
          ${JSON.stringify(ticket.reasons)}, ${ticket.topic}, ${ticket.locale}, ${ticket.name ?? null},
          ${ticket.address ?? null}, ${ticket.excerpt}, ${JSON.stringify(ticket.context)}, ${ticket.held ? 1 : 0},
          ${ticket.createdAt}, ${ticket.createdAt}, ${ticket.firstReplyBy}, ${ticket.resolveBy ?? null},
          ${ticket.dueBy ?? null}, ${ticket.lookAt ?? null}, ${ticket.leadAsked ? 1 : 0},
          ${JSON.stringify(ticket.tags)}, ${ticket.issue ?? null}, ${ticket.id}
        where exists (select 1 from claim where id = ${claim.id} and owner = ${claim.owner} and answer_status is null)
        on conflict (reference) do nothing
        returning id`,
      sql`
        insert into message (id, ticket_id, seq, author, text, at)
        select ${message.id}, id, 1, 'requester', ${message.text}, ${ticket.createdAt}
        from ticket where id = ${ticket.id}`,
      keepAnswer({ claim, answer }, { ticketId: ticket.id, id: ticket.id }),
      ...addEvents({ id: ticket.id, ticketId: ticket.id, at: ticket.createdAt, events: ticket.events }),
      sql`select 1 from claim where id = ${claim.id} and owner = ${claim.owner}`,
    ]);
    const [created = []] = results;
    const held = results.at(-1) ?? [];
    if (created.length === 1) return 'created';
    return held.length === 1 ? 'reference-taken' : 'claim-lost';
  },

  threadByCapability: async (capabilityHash) =>
    readThread(await db.batch(threadOf(sql`select id from ticket where capability_hash = ${capabilityHash}`))),

  ticketById: async (ticketId) =>
    readThread(await db.batch(threadOf(sql`select id from ticket where id = ${ticketId}`))),

  ticketByReference: async (reference) =>
    readThread(await db.batch(threadOf(sql`select id from ticket where reference = ${reference}`))),
});

/** A ticket with everything that belongs to it, by a statement that finds its id. */
const threadOf = (id: Statement): Statement[] => [
  joined([sql`select * from ticket_view where id = (`, id, sql`)`]),
  joined([sql`select * from message_view where ticketId = (`, id, sql`) order by seq`]),
  joined([sql`select * from event_view where ticketId = (`, id, sql`) order by seq`]),
  joined([sql`select * from note_view where ticketId = (`, id, sql`) order by at, id`]),
  joined([sql`select * from handover_view where ticketId = (`, id, sql`) order by seq`]),
];

function readThread([tickets = [], messages = [], events = [], notes = [], handovers = []]: Row[][]):
  | StoredThread
  | undefined {
  const row = tickets[0];
  return (
    row && {
      ticket: readTicket(row),
      ...readDetail(row),
      messages: messages.map(readMessage),
      notes: notes.map(readNote),
      handovers: handovers.map(readHandover),
      events: events.map(readEvent),
    }
  );
}
