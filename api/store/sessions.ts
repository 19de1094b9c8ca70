import { addEntry } from './audit.ts';
import { readPerson, seenRow } from './rows.ts';
import { type Executor, joined, type Statement, sql } from './statement.ts';
import type { Store } from './store.ts';

type Sessions = Pick<
  Store,
  | 'keepPerson'
  | 'team'
  | 'createSignInLink'
  | 'redeemSignInLink'
  | 'refuseSignIn'
  | 'findSession'
  | 'endSession'
  | 'endSessions'
>;

/** How exactly it is known when somebody was last here. */
const seenMs = 5 * 60_000;

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

  async createSignInLink({ tokenHash, person, expiresAt, by }) {
    await db.batch([
      ...(by ? [entryAbout(person, { kind: 'link-made', actor: by.actor, at: by.at })] : []),
      sql`insert into sign_in_link (token_hash, person, expires_at) values (${tokenHash}, ${person}, ${expiresAt})`,
    ]);
  },

  async redeemSignInLink({ tokenHash, sessionHash, sessionExpiresAt, now }) {
    // The session's hash marks the link as used by this very call: of two at once, one finds it taken.
    const [, , , , found = []] = await db.batch([
      sql`
        update sign_in_link set session_hash = ${sessionHash}
        where token_hash = ${tokenHash} and session_hash is null and expires_at > ${now}
          and person in (select id from person where disabled_at is null)`,
      sql`
        insert into session (token_hash, person, expires_at)
        select ${sessionHash}, person, ${sessionExpiresAt} from sign_in_link
        where token_hash = ${tokenHash} and session_hash = ${sessionHash}`,
      sql`
        insert into audit (at, kind, actor, actor_name, person, person_name)
        select ${now}, 'signed-in', id, name, id, name from person
        where id in (select person from session where token_hash = ${sessionHash})`,
      sql`
        update person set seen_at = ${now} where id in (select person from session where token_hash = ${sessionHash})`,
      sql`
        select person.id, name, role, groups from session join person on person.id = session.person
        where token_hash = ${sessionHash} and disabled_at is null`,
    ]);
    return found[0] && readPerson(found[0]);
  },

  async refuseSignIn(now) {
    await db.batch([addEntry({ kind: 'sign-in-refused', at: now })], { durable: false });
  },

  async findSession(tokenHash, now) {
    const [rows = []] = await db.batch([
      sql`
        select person.id, name, role, groups, seen_at as seenAt from session join person on person.id = session.person
        where token_hash = ${tokenHash} and expires_at > ${now} and disabled_at is null`,
    ]);
    const [row] = rows;
    if (!row) return undefined;
    const person = readPerson(row);
    const { seenAt } = seenRow.parse(row);
    // Reading waits for nobody; a note now and then is all that writes.
    if (now - (seenAt ?? 0) >= seenMs)
      await db.batch([sql`update person set seen_at = max(coalesce(seen_at, 0), ${now}) where id = ${person.id}`], {
        durable: false,
      });
    return person;
  },

  async endSession(tokenHash, now) {
    await db.batch([
      sql`
        insert into audit (at, kind, actor, actor_name, person, person_name)
        select ${now}, 'signed-out', id, name, id, name from person
        where id in (select person from session where token_hash = ${tokenHash})`,
      sql`delete from session where token_hash = ${tokenHash}`,
    ]);
  },

  async endSessions({ person, but, by }) {
    const whose = person === undefined ? sql`true` : sql`person = ${person}`;
    await db.batch([
      person === undefined
        ? addEntry({ kind: 'everybody-signed-out', ...by })
        : entryAbout(person, { kind: 'sessions-ended', ...by }),
      joined([sql`delete from session where token_hash <> ${but} and `, whose]),
      joined([sql`delete from sign_in_link where session_hash is null and `, whose]),
    ]);
  },
});

/** An entry about a person of the team, by the name they have. */
const entryAbout = (
  person: string,
  { kind, actor, at }: { kind: string; actor: { id: string; name: string }; at: number },
): Statement => sql`
  insert into audit (at, kind, actor, actor_name, person, person_name)
  select ${at}, ${kind}, ${actor.id}, ${actor.name}, id, name from person where id = ${person}`;
