import { keepAnswer } from './claims.ts';
import { readDetail, readMessage, readTicket } from './rows.ts';
import { type Executor, type Row, sql } from './statement.ts';
import type { Store, StoredThread } from './store.ts';

type Tickets = Pick<Store, 'createTicket' | 'setStatus' | 'threadByCapability' | 'ticketById' | 'listTickets'>;

export const tickets = (db: Executor): Tickets => ({
  async createTicket(ticket, claim, answer) {
    const { message } = ticket;
    const [created = [], , , held = []] = await db.batch([
      sql`
        insert into ticket (id, reference, capability_hash, status, tier, priority, group_id, rule, exhausted, verified,
          reasons, topic, locale, name, address, excerpt, context, held, created_at, updated_at, first_reply_by, resolve_by)
        select ${ticket.id}, ${ticket.reference}, ${ticket.capabilityHash}, ${ticket.status}, ${ticket.tier},
          ${ticket.priority}, ${ticket.group}, ${ticket.rule}, ${ticket.exhausted}, ${ticket.verified ? 1 : 0},
          ${JSON.stringify(ticket.reasons)}, ${ticket.topic}, ${ticket.locale}, ${ticket.name ?? null},
          ${ticket.address ?? null}, ${ticket.excerpt}, ${JSON.stringify(ticket.context)}, ${ticket.held ? 1 : 0},
          ${ticket.createdAt}, ${ticket.createdAt}, ${ticket.firstReplyBy}, ${ticket.resolveBy ?? null}
        where exists (select 1 from claim where id = ${claim.id} and owner = ${claim.owner} and answer_status is null)
        on conflict (reference) do nothing
        returning id`,
      sql`
        insert into message (id, ticket_id, seq, author, text, at)
        select ${message.id}, id, 1, 'requester', ${message.text}, ${ticket.createdAt}
        from ticket where id = ${ticket.id}`,
      keepAnswer(claim, answer, message.id),
      sql`select 1 from claim where id = ${claim.id} and owner = ${claim.owner}`,
    ]);
    if (created.length === 1) return 'created';
    return held.length === 1 ? 'reference-taken' : 'claim-lost';
  },

  async setStatus(ticketId, status, now) {
    const [set = [], known = []] = await db.batch([
      sql`
        update ticket set status = ${status}, updated_at = max(updated_at, ${now})
        where id = ${ticketId} and status <> 'closed' returning id`,
      sql`select 1 from ticket where id = ${ticketId}`,
    ]);
    if (set.length === 1) return 'set';
    return known.length === 1 ? 'closed' : 'unknown';
  },

  threadByCapability: async (capabilityHash) =>
    readThread(
      await db.batch([
        sql`select * from ticket_view where capabilityHash = ${capabilityHash}`,
        sql`
          select message_view.* from message_view join ticket on ticket.id = ticketId
          where ticket.capability_hash = ${capabilityHash} order by seq`,
      ]),
    ),

  ticketById: async (ticketId) =>
    readThread(
      await db.batch([
        sql`select * from ticket_view where id = ${ticketId}`,
        sql`select * from message_view where ticketId = ${ticketId} order by seq`,
      ]),
    ),

  async listTickets({ status = null, tier = null, group = null, before, limit }) {
    // One text for both pages: the first one starts after every ticket there can be.
    const { updatedAt, id } = before ?? { updatedAt: Number.MAX_SAFE_INTEGER, id: '' };
    const [rows = []] = await db.batch([
      sql`
        select * from ticket_list where (updatedAt, id) < (${updatedAt}, ${id})
          and (${status} is null or status = ${status}) and (${tier} is null or tier = ${tier})
          and (${group} is null or "group" = ${group})
        order by updatedAt desc, id desc limit ${limit}`,
    ]);
    return rows.map(readTicket);
  },
});

function readThread([tickets = [], messages = []]: Row[][]): StoredThread | undefined {
  const row = tickets[0];
  return row && { ticket: readTicket(row), ...readDetail(row), messages: messages.map(readMessage) };
}
