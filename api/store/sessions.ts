import { readPerson } from './rows.ts';
import { type Executor, sql } from './statement.ts';
import type { Store } from './store.ts';

type Sessions = Pick<
  Store,
  'keepPerson' | 'team' | 'createSignInLink' | 'redeemSignInLink' | 'findSession' | 'endSession'
>;

export const sessions = (db: Executor): Sessions => ({
  async keepPerson({ id, name, role, groups }, now) {
    await db.batch([
      sql`
        insert into person (id, name, role, groups, created_at)
        values (${id}, ${name}, ${role}, ${JSON.stringify(groups)}, ${now})
        on conflict (id) do update set name = excluded.name, role = excluded.role, groups = excluded.groups`,
    ]);
  },

  async team() {
    const [rows = []] = await db.batch([
      sql`select id, name, role, groups from person where disabled_at is null order by name, id`,
    ]);
    return rows.map(readPerson);
  },

  async createSignInLink({ tokenHash, person, expiresAt }) {
    await db.batch([
      sql`insert into sign_in_link (token_hash, person, expires_at) values (${tokenHash}, ${person}, ${expiresAt})`,
    ]);
  },

  async redeemSignInLink({ tokenHash, sessionHash, sessionExpiresAt, now }) {
    // The session's hash marks the link as used by this very call: of two at once, one finds it taken.
    const [, , found = []] = await db.batch([
      sql`
        update sign_in_link set session_hash = ${sessionHash}
        where token_hash = ${tokenHash} and session_hash is null and expires_at > ${now}`,
      sql`
        insert into session (token_hash, person, expires_at)
        select ${sessionHash}, person, ${sessionExpiresAt} from sign_in_link
        where token_hash = ${tokenHash} and session_hash = ${sessionHash}`,
      sql`
        select person.id, name, role, groups from session join person on person.id = session.person
        where token_hash = ${sessionHash} and disabled_at is null`,
    ]);
    return found[0] && readPerson(found[0]);
  },

  async findSession(tokenHash, now) {
    const [rows = []] = await db.batch([
      sql`
        select person.id, name, role, groups from session join person on person.id = session.person
        where token_hash = ${tokenHash} and expires_at > ${now} and disabled_at is null`,
    ]);
    return rows[0] && readPerson(rows[0]);
  },

  async endSession(tokenHash) {
    await db.batch([sql`delete from session where token_hash = ${tokenHash}`]);
  },
});
