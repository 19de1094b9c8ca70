import {
  type DeskSession,
  type DeskTicket,
  type DeskTicketList,
  deskRouting,
  deskSession,
  deskTicket,
  deskTicketList,
} from '../../api/contract/desk.ts';
import { type DeskChange, type DeskNote, deskNote } from '../../api/contract/desk-change.ts';
import { type DeskQueues, deskQueues, type ListFilter } from '../../api/contract/desk-list.ts';
import { type DeskChanges, type Doing, deskChanges } from '../../api/contract/desk-live.ts';
import type { Cause } from '../../api/contract/event.ts';
import { type HandoverDraft, handoverDraft, type WrittenNote } from '../../api/contract/handover.ts';
import { type Hours, hours } from '../../api/contract/hours.ts';
import { type Report, type ReportQuery, report } from '../../api/contract/report.ts';
import { routes } from '../../api/contract/routes.ts';
import { type Message, message, type Status } from '../../api/contract/ticket.ts';
import type { Routing } from '../../content/schema/routing.ts';
import { createApi } from '../../widget/client/api.ts';
import { type Result, readAnswer } from '../thread/result.ts';
import { createIssueClient, type IssueClient } from './issues/client.ts';
import { type Listener, listen, type StreamSource } from './listen.ts';
import { createPeopleClient, type PeopleClient } from './people/people-client.ts';
import { filterNames } from './place.ts';

interface Reply {
  text: string;
  /** Idempotency-Key. */
  key: string;
  /** Holds after it. */
  status: Status;
}

interface HandOver {
  to: string;
  note: WrittenNote;
  /** That of the draft. */
  seen: number;
  assignee?: string;
}

/** What an agent can ask of the API. Nothing throws; `signed-out` is the code of a problem. */
export interface DeskClient {
  session(): Promise<Result<DeskSession>>;
  signIn(token: string): Promise<Result<DeskSession>>;
  signOut(): Promise<Result<undefined>>;
  /** The newest `pages` pages, as one list. */
  tickets(filter: ListFilter & { pages: number }): Promise<Result<DeskTicketList>>;
  ticket(id: string): Promise<Result<DeskTicket>>;
  reply(id: string, reply: Reply): Promise<Result<Message>>;
  setStatus(id: string, status: Status, cause?: Cause): Promise<Result<DeskTicket>>;
  /** Any other change. */
  change(id: string, change: DeskChange): Promise<Result<DeskTicket>>;
  /** `key` is the Idempotency-Key. */
  note(id: string, note: { text: string; key: string }): Promise<Result<DeskNote>>;
  /** What decides where requests go, and when groups work from now on. */
  routing(): Promise<Result<Routing>>;
  hours(): Promise<Result<Hours>>;
  /** What became of requests, for who may see it; `not-allowed` for everybody else. */
  report(query: ReportQuery): Promise<Result<Report>>;
  people: PeopleClient;
  /** What handing a request over would do; `to` is a tier, `tier:2`, or a group. */
  handoverDraft(id: string, to: string | undefined): Promise<Result<HandoverDraft>>;
  handOver(id: string, handover: HandOver): Promise<Result<DeskTicket>>;
  /** How many requests are in each queue. */
  queues(): Promise<Result<DeskQueues>>;
  /** What has happened since a cursor; without one, where to begin. */
  changes(after: number | undefined): Promise<Result<DeskChanges>>;
  /** The same as it happens, until `stop` is called or it ends. */
  listen(after: number | undefined, listener: Listener): () => void;
  /** Says where the agent is, and what they have left. */
  presence(at: { ticket?: string | undefined; left?: string | undefined; doing: Doing }): Promise<Result<undefined>>;
  /** What many people report. */
  issues: IssueClient;
}

const listPath = (filter: ListFilter, before: string | undefined): string => {
  const query = new URLSearchParams(filterNames.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `${routes.deskTickets}?${text}` : routes.deskTickets;
};

const changesPath = (path: string, after: number | undefined): string =>
  after === undefined ? path : `${path}?after=${after}`;

const onePath = (id: string): string => `${routes.deskTickets}/${encodeURIComponent(id)}`;

export const reportQueryText = ({ language, ...days }: ReportQuery): string =>
  new URLSearchParams({ ...days, ...(language && { language }) }).toString();

/** `origin` may be empty: the desk and its API share one. */
export const createDeskClient = (options: {
  origin: string;
  fetch: typeof fetch;
  now: () => number;
  /** Opens server-sent events; without it, the desk asks. */
  openStream?: (url: string) => StreamSource;
}): DeskClient => {
  const home = {
    ...options,
    // Unlike the widget's, a request of the desk goes nowhere but home, and carries the session cookie.
    fetch: ((input, init) =>
      options.fetch(input, { ...init, mode: 'same-origin', credentials: 'same-origin' })) satisfies typeof fetch,
  };
  const api = createApi(home);
  // A report counts everything.
  const patient = createApi({ ...home, timeoutMs: 60_000 });
  const get = (path: string) => api.send(path, { method: 'GET' });
  const page = async (filter: ListFilter, before?: string) =>
    readAnswer(await get(listPath(filter, before)), deskTicketList);

  return {
    session: async () => readAnswer(await get(routes.deskSession), deskSession),
    signIn: async (token) =>
      readAnswer(await api.send(routes.deskSession, { method: 'POST', body: { token } }), deskSession),
    async signOut() {
      const answer = await api.send(routes.deskSession, { method: 'DELETE' });
      return answer.ok ? { ok: true, value: undefined } : answer;
    },
    async tickets({ pages, ...filter }) {
      let list = await page(filter);
      for (let count = 1; count < pages && list.ok && list.value.next; count++) {
        const more = await page(filter, list.value.next);
        if (!more.ok) return more;
        const people = { ...list.value.people, ...more.value.people };
        list = { ok: true, value: { ...more.value, people, tickets: [...list.value.tickets, ...more.value.tickets] } };
      }
      return list;
    },
    ticket: async (id) => readAnswer(await get(onePath(id)), deskTicket),
    async reply(id, { key, ...body }) {
      return readAnswer(await api.send(`${onePath(id)}/messages`, { method: 'POST', key, body }), message);
    },
    async setStatus(id, status, cause) {
      const body = { status, ...(cause && { cause }) };
      return readAnswer(await api.send(`${onePath(id)}/status`, { method: 'POST', body }), deskTicket);
    },
    async change(id, body) {
      return readAnswer(await api.send(`${onePath(id)}/change`, { method: 'POST', body }), deskTicket);
    },
    async note(id, { key, ...body }) {
      return readAnswer(await api.send(`${onePath(id)}/notes`, { method: 'POST', key, body }), deskNote);
    },
    async routing() {
      const answer = readAnswer(await get(routes.deskRouting), deskRouting);
      return answer.ok ? { ok: true, value: answer.value.routing } : answer;
    },
    hours: async () => readAnswer(await get(routes.hours), hours),
    async report(query) {
      const answer = await patient.send(`${routes.deskReport}?${reportQueryText(query)}`, { method: 'GET' });
      return readAnswer(answer, report);
    },
    people: createPeopleClient(api),
    handoverDraft: async (id, to) =>
      readAnswer(await get(`${onePath(id)}/handover${to ? `?${new URLSearchParams({ to })}` : ''}`), handoverDraft),
    async handOver(id, body) {
      return readAnswer(await api.send(`${onePath(id)}/handover`, { method: 'POST', body }), deskTicket);
    },
    queues: async () => readAnswer(await get(routes.deskQueues), deskQueues),
    changes: async (after) => readAnswer(await get(changesPath(routes.deskChanges, after)), deskChanges),
    listen: (after, listener) =>
      listen(options.openStream, options.origin + changesPath(routes.deskStream, after), listener),
    async presence(at) {
      const answer = await api.send(routes.deskPresence, { method: 'POST', body: at });
      return answer.ok ? { ok: true, value: undefined } : answer;
    },
    issues: createIssueClient(api),
  };
};
