import {
  type DeskSession,
  type DeskTicket,
  type DeskTicketList,
  deskRouting,
  deskSession,
  deskTicket,
  deskTicketList,
} from '../../api/contract/desk.ts';
import { type Hours, hours } from '../../api/contract/hours.ts';
import { routes } from '../../api/contract/routes.ts';
import { type Message, message, type Status } from '../../api/contract/ticket.ts';
import type { Routing } from '../../content/schema/routing.ts';
import { createApi } from '../../widget/client/api.ts';
import { type Result, readAnswer } from '../thread/result.ts';
import { createIssueClient, type IssueClient } from './issues/client.ts';
import type { Place } from './place.ts';

interface Reply {
  text: string;
  /** Idempotency-Key. */
  key: string;
  /** Holds after it. */
  status: Status;
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
  setStatus(id: string, status: Status): Promise<Result<DeskTicket>>;
  /** What decides where requests go, and when groups work from now on. */
  routing(): Promise<Result<Routing>>;
  hours(): Promise<Result<Hours>>;
  /** What many people report. */
  issues: IssueClient;
}

/** What is shown of all requests. */
type ListFilter = Pick<Place, 'status' | 'queue'>;

const listPath = ({ status, queue }: ListFilter, before: string | undefined): string => {
  const values = { ...(status && { status }), ...(queue && { queue }), ...(before && { before }) };
  const query = new URLSearchParams(values).toString();
  return query ? `${routes.deskTickets}?${query}` : routes.deskTickets;
};

const onePath = (id: string): string => `${routes.deskTickets}/${encodeURIComponent(id)}`;

/** `origin` may be empty: the desk and its API share one. */
export const createDeskClient = (options: { origin: string; fetch: typeof fetch; now: () => number }): DeskClient => {
  const api = createApi({
    ...options,
    // Unlike the widget's, a request of the desk goes nowhere but home, and carries the session cookie.
    fetch: (input, init) => options.fetch(input, { ...init, mode: 'same-origin', credentials: 'same-origin' }),
  });
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
        list = { ok: true, value: { ...more.value, tickets: [...list.value.tickets, ...more.value.tickets] } };
      }
      return list;
    },
    ticket: async (id) => readAnswer(await get(onePath(id)), deskTicket),
    async reply(id, { key, ...body }) {
      return readAnswer(await api.send(`${onePath(id)}/messages`, { method: 'POST', key, body }), message);
    },
    async setStatus(id, status) {
      return readAnswer(await api.send(`${onePath(id)}/status`, { method: 'POST', body: { status } }), deskTicket);
    },
    async routing() {
      const answer = readAnswer(await get(routes.deskRouting), deskRouting);
      return answer.ok ? { ok: true, value: answer.value.routing } : answer;
    },
    hours: async () => readAnswer(await get(routes.hours), hours),
    issues: createIssueClient(api),
  };
};
