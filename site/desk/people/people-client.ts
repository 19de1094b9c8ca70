import { type AuditPage, auditPage } from '../../../api/contract/audit.ts';
import {
  type ChangePerson,
  type Invitation,
  type Invite,
  invitationList,
  type ListedPerson,
  peopleList,
  type SignInToken,
  signInToken,
} from '../../../api/contract/people.ts';
import { teamRoutes } from '../../../api/contract/routes.ts';
import type { Api } from '../../../widget/client/api.ts';
import { type Result, readAnswer } from '../../thread/result.ts';

/** What an admin can ask about people; `ownLink` is for everybody. */
export interface PeopleClient {
  list(): Promise<Result<{ people: ListedPerson[] }>>;
  change(id: string, change: ChangePerson): Promise<Result<{ people: ListedPerson[] }>>;
  /** A sign-in link for somebody whose session has ended. */
  link(id: string): Promise<Result<SignInToken>>;
  ownLink(): Promise<Result<SignInToken>>;
  /** Of one person, or of everybody; this browser stays signed in. */
  endSessions(id: string | undefined): Promise<Result<undefined>>;
  invitations(): Promise<Result<{ invitations: Invitation[] }>>;
  invite(invite: Invite): Promise<Result<SignInToken>>;
  withdraw(id: string): Promise<Result<undefined>>;
  audit(query: { before?: string; person?: string }): Promise<Result<AuditPage>>;
}

export const createPeopleClient = (api: Api): PeopleClient => {
  const get = (path: string) => api.send(path, { method: 'GET' });
  const post = (path: string, body?: unknown) => api.send(path, { method: 'POST', ...(body ? { body } : {}) });
  const remove = async (path: string): Promise<Result<undefined>> => {
    const answer = await api.send(path, { method: 'DELETE' });
    return answer.ok ? { ok: true, value: undefined } : answer;
  };
  const one = (id: string) => `${teamRoutes.people}/${encodeURIComponent(id)}`;
  return {
    list: async () => readAnswer(await get(teamRoutes.people), peopleList),
    change: async (id, change) => readAnswer(await post(one(id), change), peopleList),
    link: async (id) => readAnswer(await post(`${one(id)}/link`), signInToken),
    ownLink: async () => readAnswer(await post(teamRoutes.ownLink), signInToken),
    endSessions: (id) => remove(id === undefined ? teamRoutes.sessions : `${one(id)}/sessions`),
    invitations: async () => readAnswer(await get(teamRoutes.invitations), invitationList),
    invite: async (invite) => readAnswer(await post(teamRoutes.invitations, invite), signInToken),
    withdraw: (id) => remove(`${teamRoutes.invitations}/${encodeURIComponent(id)}`),
    async audit(query) {
      const text = new URLSearchParams(query).toString();
      return readAnswer(await get(text ? `${teamRoutes.audit}?${text}` : teamRoutes.audit), auditPage);
    },
  };
};
