import { agentRow } from './rows.ts';
import { type Executor, sql } from './statement.ts';
import type { Store } from './store.ts';

type Sessions = Pick<Store, 'createSignInLink' | 'redeemSignInLink' | 'findSession' | 'endSession'>;

export const sessions = (db: Executor): Sessions => ({
  async createSignInLink({ tokenHash, agent, expiresAt }) {
    await db.batch([
      sql`insert into sign_in_link (token_hash, agent, expires_at) values (${tokenHash}, ${agent}, ${expiresAt})`,
    ]);
  },

  async redeemSignInLink({ tokenHash, sessionHash, sessionExpiresAt, now }) {
    // The session's hash marks the link as used by this very call: of two at once, one finds it taken.
    const [used = []] = await db.batch([
      sql`
        update sign_in_link set session_hash = ${sessionHash}
        where token_hash = ${tokenHash} and session_hash is null and expires_at > ${now} returning agent`,
      sql`
        insert into session (token_hash, agent, expires_at)
        select ${sessionHash}, agent, ${sessionExpiresAt} from sign_in_link
        where token_hash = ${tokenHash} and session_hash = ${sessionHash}`,
    ]);
    return used[0] && agentRow.parse(used[0]).agent;
  },

  async findSession(tokenHash, now) {
    const [rows = []] = await db.batch([
      sql`select agent from session where token_hash = ${tokenHash} and expires_at > ${now}`,
    ]);
    return rows[0] && agentRow.parse(rows[0]);
  },

  async endSession(tokenHash) {
    await db.batch([sql`delete from session where token_hash = ${tokenHash}`]);
  },
});
