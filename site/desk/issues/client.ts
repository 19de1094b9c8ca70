import { type DeskTicket, deskTicket } from '../../../api/contract/desk.ts';
import {
  type AnnounceIssue,
  type DeskClusters,
  type DeskIssue,
  type DeskIssues,
  type DeskIssueWhole,
  deskClusters,
  deskIssue,
  deskIssues,
  deskIssueWhole,
  type EditIssue,
} from '../../../api/contract/issue.ts';
import { routes } from '../../../api/contract/routes.ts';
import type { Api } from '../../../widget/client/api.ts';
import { type Result, readAnswer } from '../../thread/result.ts';

/** What an agent can do about what many people report. */
export interface IssueClient {
  clusters(): Promise<Result<DeskClusters>>;
  list(): Promise<Result<DeskIssues>>;
  one(id: string): Promise<Result<DeskIssueWhole>>;
  announce(body: AnnounceIssue, key: string): Promise<Result<DeskIssue>>;
  edit(id: string, body: EditIssue): Promise<Result<DeskIssue>>;
  /** A ticket joins, or leaves. */
  join(id: string, ticket: string, joined: boolean): Promise<Result<DeskTicket>>;
  solve(id: string, answers: Record<string, string>): Promise<Result<DeskIssue>>;
}

export const createIssueClient = (api: Api): IssueClient => {
  const get = (path: string) => api.send(path, { method: 'GET' });
  const post = (path: string, body: unknown) => api.send(path, { method: 'POST', body });
  const path = (id: string) => `${routes.deskIssues}/${encodeURIComponent(id)}`;
  return {
    clusters: async () => readAnswer(await get(routes.deskClusters), deskClusters),
    list: async () => readAnswer(await get(routes.deskIssues), deskIssues),
    one: async (id) => readAnswer(await get(path(id)), deskIssueWhole),
    announce: async (body, key) =>
      readAnswer(await api.send(routes.deskIssues, { method: 'POST', key, body }), deskIssue),
    edit: async (id, body) => readAnswer(await post(path(id), body), deskIssue),
    join: async (id, ticket, joined) => readAnswer(await post(`${path(id)}/tickets`, { ticket, joined }), deskTicket),
    solve: async (id, answers) => readAnswer(await post(`${path(id)}/solve`, { answers }), deskIssue),
  };
};
