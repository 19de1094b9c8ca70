import type { AuditEntry } from '../../../api/contract/audit.ts';
import type { Invitation, ListedPerson } from '../../../api/contract/people.ts';
import type { PeopleClient } from '../../../site/desk/people/people-client.ts';
import type { Result } from '../../../site/thread/result.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { at } from './ticket.ts';

const missing: Failure = { ok: false, kind: 'problem', status: 404, code: 'not-found' };

export const makePerson = (change: Partial<ListedPerson> & { id: string }): ListedPerson => ({
  name: `Name of ${change.id}`,
  role: 'agent',
  groups: [],
  createdAt: at(-99),
  seenAt: at(-2),
  sessions: 1,
  isOperator: false,
  ...change,
});

/** A team that remembers. `guard` is what stands before every call. */
export const createFakePeople = (guard: Guard) => {
  const state = {
    people: [makePerson({ id: 'operator', name: 'Acme', role: 'admin', isOperator: true })],
    invitations: [] as Invitation[],
    entries: [] as AuditEntry[],
    refusal: undefined as Failure | undefined,
  };
  let made = 0;
  const call = <T>(name: string, given: unknown, answer: () => Result<T>) =>
    guard([`people.${name}`, given], () => state.refusal ?? answer());
  const list = () => ({ ok: true as const, value: { people: state.people } });
  const done = { ok: true as const, value: undefined };
  const link = () => {
    made += 1;
    return { ok: true as const, value: { token: `${made}`.padStart(43, 't'), expiresAt: at(72) } };
  };
  const known = <T>(id: string, answer: () => Result<T>): Result<T> =>
    state.people.some((person) => person.id === id) ? answer() : missing;
  const client: PeopleClient = {
    list: () => guard(['people.list', undefined], list),
    change: (id, change) =>
      call('change', { id, ...change }, () =>
        known(id, () => {
          const { isShutOut, ...rest } = change;
          const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
          state.people = state.people.map((person) => {
            if (person.id !== id) return person;
            const { shutOutAt, ...kept } = person;
            const isOut = isShutOut ?? shutOutAt !== undefined;
            return { ...kept, ...given, ...(isOut && { shutOutAt: at(0), sessions: 0 }) };
          });
          return list();
        }),
      ),
    link: (id) => call('link', id, () => known(id, link)),
    ownLink: () => call('ownLink', undefined, link),
    endSessions: (id) =>
      call('endSessions', id, () => {
        state.people = state.people.map((person) =>
          id === undefined || person.id === id ? { ...person, sessions: 0 } : person,
        );
        return done;
      }),
    invitations: () =>
      guard(['people.invitations', undefined], () => ({ ok: true, value: { invitations: state.invitations } })),
    invite: (invite) =>
      call('invite', invite, () => {
        const id = `invitation-${state.invitations.length}`;
        const made_ = { createdAt: at(0), expiresAt: at(72), invitedBy: 'Mira' };
        state.invitations = [{ id, ...invite, ...made_ }, ...state.invitations];
        return link();
      }),
    withdraw: (id) =>
      call('withdraw', id, () => {
        state.invitations = state.invitations.filter((one) => one.id !== id);
        return done;
      }),
    audit: ({ before, person }) =>
      call('audit', { before, person }, () => {
        const mine = state.entries.filter(
          (entry) => !person || (entry.about === 'team' && (entry.actor?.id === person || entry.person?.id === person)),
        );
        const from = before ? mine.findIndex(({ id }) => id === before) + 1 : 0;
        const entries = mine.slice(from, from + 2);
        const last = entries.at(-1);
        return { ok: true, value: { entries, ...(mine.length > from + 2 && last && { next: last.id }) } };
      }),
  };
  return { state, client };
};

type Guard = <T>(call: [string, ...unknown[]], answer: () => Result<T>) => Promise<Result<T>>;
