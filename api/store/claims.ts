import { claimRow } from './rows.ts';
import { type Executor, type Statement, sql } from './statement.ts';
import type { Claim, ClaimResult, KeptAnswer, Store, TicketChange } from './store.ts';

/** Fills in the answer of a claim, if the ticket carries the mark of the change that the answer is about. */
export const keepAnswer = (
  { claim, answer }: { claim: Claim; answer: KeptAnswer },
  { ticketId, id }: Pick<TicketChange, 'ticketId' | 'id'>,
): Statement => sql`
  update claim set answer_status = ${answer.status}, answer_body = ${answer.body}, ticket_id = ${ticketId}
  where id = ${claim.id} and owner = ${claim.owner}
    and exists (select 1 from ticket where id = ${ticketId} and change_id = ${id})`;

export const claims = (db: Executor): Pick<Store, 'claimKey' | 'releaseKey'> => ({
  async claimKey({ id, owner, bodyHash, now, leaseMs }): Promise<ClaimResult> {
    // A claim that a power cut forgets was never answered, so it need not wait for the disk.
    const [, rows = []] = await db.batch(
      [
        sql`
          insert into claim (id, body_hash, owner, lease_until, created_at)
          values (${id}, ${bodyHash}, ${owner}, ${now + leaseMs}, ${now})
          on conflict (id) do update set owner = excluded.owner, lease_until = excluded.lease_until
          where answer_status is null and lease_until <= ${now} and body_hash = excluded.body_hash`,
        sql`
          select owner, body_hash as bodyHash, lease_until as leaseUntil, ticket_id as ticketId,
            answer_status as status, answer_body as body
          from claim where id = ${id}`,
      ],
      { durable: false },
    );
    const row = claimRow.parse(rows[0]);
    if (row.bodyHash !== bodyHash) return { kind: 'reused' };
    if (row.status !== null && row.body !== null && row.ticketId !== null) {
      return { kind: 'answered', answer: { status: row.status, body: row.body }, ticketId: row.ticketId };
    }
    return row.owner === owner ? { kind: 'claimed' } : { kind: 'in-flight', leaseUntil: row.leaseUntil };
  },

  async releaseKey({ id, owner }) {
    await db.batch([sql`delete from claim where id = ${id} and owner = ${owner} and answer_status is null`], {
      durable: false,
    });
  },
});
