import { keepAnswer } from './claims.ts';
import { statusRow } from './rows.ts';
import { type Executor, type Row, sql } from './statement.ts';
import type { AppendResult, Store } from './store.ts';

/** Messages after the first one. Each is numbered in its ticket inside the statement that inserts it. */
export const messages = (db: Executor): Pick<Store, 'appendMessage' | 'agentReply'> => ({
  appendMessage: async (capabilityHash, { message, claim, answer }) =>
    result(
      await db.batch([
        sql`
          insert into message (id, ticket_id, seq, author, name, text, at)
          select ${message.id}, id, (select coalesce(max(seq), 0) + 1 from message where ticket_id = ticket.id),
            ${message.from}, ${message.name ?? null}, ${message.text}, ${message.at}
          from ticket where capability_hash = ${capabilityHash} and status <> 'closed'
            and exists (select 1 from claim where id = ${claim.id} and owner = ${claim.owner} and answer_status is null)
          returning id`,
        sql`
          update ticket set updated_at = max(updated_at, ${message.at}),
            status = case when status in ('pending', 'solved') then 'open' else status end
          where id = (select ticket_id from message where id = ${message.id})`,
        keepAnswer(claim, answer, message.id),
        sql`select status from ticket where capability_hash = ${capabilityHash}`,
      ]),
    ),

  agentReply: async (ticketId, status, { message, claim, answer }) =>
    result(
      await db.batch([
        sql`
          insert into message (id, ticket_id, seq, author, name, text, at)
          select ${message.id}, id, (select coalesce(max(seq), 0) + 1 from message where ticket_id = ticket.id),
            ${message.from}, ${message.name ?? null}, ${message.text}, ${message.at}
          from ticket where id = ${ticketId} and status <> 'closed'
            and exists (select 1 from claim where id = ${claim.id} and owner = ${claim.owner} and answer_status is null)
          returning id`,
        sql`
          update ticket set status = ${status}, updated_at = max(updated_at, ${message.at}),
            first_replied_at = coalesce(first_replied_at, ${message.at})
          where id = (select ticket_id from message where id = ${message.id})`,
        keepAnswer(claim, answer, message.id),
        sql`select status from ticket where id = ${ticketId}`,
      ]),
    ),
});

function result([inserted = [], , , tickets = []]: Row[][]): AppendResult {
  if (inserted.length === 1) return 'appended';
  const ticket = tickets[0];
  if (!ticket) return 'unknown';
  return statusRow.parse(ticket).status === 'closed' ? 'closed' : 'claim-lost';
}
