import type { Standing } from '../contract/audit.ts';
import { addEntry } from './audit.ts';
import { idRow, readInvitation, readPerson, readStoredPerson } from './rows.ts';
import { type Executor, joined, type Statement, sql } from './statement.ts';
import type { PersonChange, Store } from './store.ts';

type People = Pick<
  Store,
  'people' | 'changePerson' | 'invite' | 'invitations' | 'withdrawInvitation' | 'acceptInvitation'
>;

/** Who is in the team, and who is asked to be. */
export const people = (db: Executor): People => ({
  async people(now) {
    const [rows = []] = await db.batch([
      sql`
        select person_view.*,
          (select count(*) from session where session.person = person_view.id and expires_at > ${now}) as sessions
        from person_view order by name collate nocase, id`,
    ]);
    return rows.map(readStoredPerson);
  },

  async changePerson(change) {
    const { before, after, at, actor } = change;
    const { id } = before;
    const isAsRead = asRead(change);
    const may = joined([isAsRead, sql` and `, adminStays(change)]);
    const entries = entriesOf(change);
    const results = await db.batch([
      joined([sql`select 1 where `, isAsRead]),
      ...entries.map((entry) => addEntry({ ...entry, at, actor, person: { id, name: after.name } }, may)),
      joined([
        sql`
          update person set name = ${after.name}, role = ${after.role}, groups = ${JSON.stringify(after.groups)},
            disabled_at = ${after.isShutOut ? (before.disabledAt ?? at) : null}
          where id = ${id} and `,
        may,
        sql` returning id`,
      ]),
      ...cleared(change),
    ]);
    if (results[0]?.length !== 1) return 'stale';
    return results[entries.length + 1]?.length === 1 ? 'changed' : 'last-admin';
  },

  async invite({ id, tokenHash, name, role, groups, invitedBy, createdAt, expiresAt }) {
    await db.batch([
      addEntry({ kind: 'invited', at: createdAt, actor: invitedBy, after: { name, role, groups } }),
      sql`
        insert into invitation (id, token_hash, name, role, groups, invited_by, created_at, expires_at)
        values (${id}, ${tokenHash}, ${name}, ${role}, ${JSON.stringify(groups)}, ${invitedBy.id}, ${createdAt},
          ${expiresAt})`,
    ]);
  },

  async invitations(now) {
    const [rows = []] = await db.batch([
      sql`select * from invitation_view where expiresAt > ${now} order by createdAt desc, id`,
    ]);
    return rows.map(readInvitation);
  },

  async withdrawInvitation(id, { actor, at }) {
    const [, gone = []] = await db.batch([
      sql`
        insert into audit (at, kind, actor, actor_name, before)
        select ${at}, 'invitation-withdrawn', ${actor.id}, ${actor.name}, json_object('name', name, 'role', role, 'groups', json(groups))
        from invitation where id = ${id} and expires_at > ${at}`,
      sql`delete from invitation where id = ${id} and expires_at > ${at} returning id`,
    ]);
    return gone.map((row) => idRow.parse(row)).length === 1;
  },

  async acceptInvitation({ tokenHash, newId, sessionHash, sessionExpiresAt, now }) {
    // Of two at once, the second finds no invitation.
    const [, , , , found = []] = await db.batch([
      sql`
        insert into person (id, name, role, groups, created_at, seen_at)
        select ${newId}, name, role, groups, ${now}, ${now} from invitation
        where token_hash = ${tokenHash} and expires_at > ${now}`,
      sql`
        insert into session (token_hash, person, expires_at)
        select ${sessionHash}, id, ${sessionExpiresAt} from person where id = ${newId}`,
      sql`
        insert into audit (at, kind, actor, actor_name, person, person_name, after)
        select ${now}, 'joined', id, name, id, name, json_object('name', name, 'role', role, 'groups', json(groups))
        from person where id = ${newId}`,
      sql`delete from invitation where token_hash = ${tokenHash} and exists (select 1 from person where id = ${newId})`,
      sql`select id, name, role, groups from person where id = ${newId}`,
    ]);
    return found[0] && readPerson(found[0]);
  },
});

const asRead = ({ before: { id, name, role, groups, disabledAt } }: PersonChange): Statement => sql`
  exists (select 1 from person where id = ${id} and name = ${name} and role = ${role}
    and groups = ${JSON.stringify(groups)} and disabled_at is ${disabledAt ?? null})`;

/** The operator is always there, but a company whose admins hold no terminal would be shut out by the last of them. */
function adminStays({ before, after, actor }: PersonChange): Statement {
  const was = before.role === 'admin' && before.disabledAt === undefined;
  const is = after.role === 'admin' && !after.isShutOut;
  if (!was || is) return sql`true`;
  return sql`
    exists (select 1 from person where role = 'admin' and disabled_at is null and id <> ${before.id}
      and (id <> 'operator' or ${actor.id} = 'operator'))`;
}

function entriesOf({ before, after }: PersonChange) {
  const standing = ({ name, role, groups }: Standing): Standing => ({ name, role, groups });
  const [from, to] = [standing(before), standing(after)];
  const wasOut = before.disabledAt !== undefined;
  return [
    ...(JSON.stringify(from) === JSON.stringify(to) ? [] : [{ kind: 'changed' as const, before: from, after: to }]),
    ...(wasOut === after.isShutOut ? [] : [{ kind: after.isShutOut ? ('shut-out' as const) : ('let-in' as const) }]),
  ];
}

/** What whoever is shut out, or is no admin any more, may not leave behind. */
const cleared = ({ before: { id }, actor, at }: PersonChange): Statement[] => [
  sql`delete from session where person in (select id from person where id = ${id} and disabled_at is not null)`,
  sql`delete from sign_in_link where person in (select id from person where id = ${id} and disabled_at is not null)`,
  sql`
    insert into audit (at, kind, actor, actor_name, before)
    select ${at}, 'invitation-withdrawn', ${actor.id}, ${actor.name}, json_object('name', name, 'role', role, 'groups', json(groups))
    from invitation where expires_at > ${at} and invited_by in
      (select id from person where id = ${id} and (disabled_at is not null or role <> 'admin'))`,
  sql`
    delete from invitation where invited_by in
      (select id from person where id = ${id} and (disabled_at is not null or role <> 'admin'))`,
];
