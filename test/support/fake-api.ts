import type { Hours } from '../../api/contract/hours.ts';
import type { PublicIssue } from '../../api/contract/public-issue.ts';
import { routes } from '../../api/contract/routes.ts';
import type { Message, Status, Thread, TicketReceipt } from '../../api/contract/ticket.ts';
import type { Answer, Api, Call } from '../../widget/client/api.ts';

/** What happens to one call. The names with "after" lose the answer to something that was done. */
export type Fault =
  | 'offline'
  | 'offline-after'
  | 'timeout-after'
  | 'portal'
  | 'http-500'
  | 'http-500-after'
  | 'http-429';

export interface FakeApi extends Api {
  threads: Map<string, Thread>;
  /** When groups work. */
  hours: Hours;
  /** What is known now. */
  issues: PublicIssue[];
  /** Text of every message in the order the API took it. */
  taken: string[];
  calls: { route: string; call: Call }[];
  /** Decides about the next call. */
  fault: () => Fault | undefined;
  /** Stands between the arrival of a call and its answer. */
  between: () => Promise<void>;
  reply(reference: string, text: string, name?: string): void;
}

const problem = (status: number, code: string, retryAfterMs?: number): Answer => ({
  ok: false,
  kind: 'problem',
  status,
  code,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textIn = (body: unknown, name: string): string => (isObject(body) ? String(body[name] ?? '') : '');

/** An API that remembers: one ticket or message a key, replays, refuses a reused key. `now` is its clock. */
export const createFakeApi = (now: () => number): FakeApi => {
  const answers = new Map<string, { body: string; answer: unknown }>();
  const inFlight = new Set<string>();
  const instant = () => new Date(now()).toISOString();
  let count = 0;

  const createTicket = (body: unknown): TicketReceipt => {
    count += 1;
    const reference = `TZ-${String(count).padStart(6, '0')}`;
    const capability = String(count).padStart(43, 'c');
    const createdAt = instant();
    const firstReplyBy = new Date(now() + 8 * 3_600_000).toISOString();
    const text = textIn(body, 'message');
    const message: Message = { id: `m${count}`, from: 'requester', text, at: createdAt };
    const topic = textIn(body, 'topic');
    const known = api.issues.find(({ id }) => id === textIn(body, 'issue'));
    const issue = known && { state: known.state, title: known.title, text: known.text };
    const status: Status = issue ? 'on-hold' : 'new';
    const more = { status, createdAt, firstReplyBy, ...(issue && { issue }) };
    api.threads.set(capability, { reference, topic, messages: [message], ...more });
    api.taken.push(text);
    return { reference, capability, tier: 1, priority: 'normal', ...more };
  };
  const addMessage = (thread: Thread, from: Message['from'], words: { text: string; name?: string }): Message => {
    count += 1;
    const message: Message = { id: `m${count}`, from, at: instant(), ...words };
    thread.messages = [...thread.messages, message];
    if (thread.status === 'solved') thread.status = 'open';
    return message;
  };
  const post = (route: string, { body, capability }: Call): unknown => {
    if (route === routes.tickets) return createTicket(body);
    const thread = api.threads.get(capability ?? '');
    if (!thread) return undefined;
    const text = textIn(body, 'text');
    api.taken.push(text);
    return addMessage(thread, 'requester', { text });
  };
  /** As the contract says: 409 in flight, 422 reused, a replay for the same. */
  const once = async (route: string, call: Call, key: string): Promise<Answer> => {
    const body = JSON.stringify(call.body);
    if (inFlight.has(key)) return problem(409, 'idempotency-key-in-flight', 1_000);
    const known = answers.get(key);
    if (known && known.body !== body) return problem(422, 'idempotency-key-reused');
    if (known) return { ok: true, status: 201, body: structuredClone(known.answer), replayed: true };
    inFlight.add(key);
    await api.between();
    inFlight.delete(key);
    const answer = post(route, call);
    if (answer === undefined) return problem(404, 'capability-unknown');
    answers.set(key, { body, answer });
    return { ok: true, status: 201, body: structuredClone(answer), replayed: false };
  };
  const handle = async (route: string, call: Call): Promise<Answer> => {
    if (route === routes.feedback) return { ok: true, status: 204, body: undefined, replayed: false };
    if (route === routes.hours) return { ok: true, status: 200, body: structuredClone(api.hours), replayed: false };
    if (route.startsWith(routes.issues)) {
      return { ok: true, status: 200, body: { issues: structuredClone(api.issues) }, replayed: false };
    }
    if (call.method === 'GET') {
      const thread = api.threads.get(call.capability ?? '');
      return thread
        ? { ok: true, status: 200, body: structuredClone(thread), replayed: false }
        : problem(404, 'capability-unknown');
    }
    return call.key === undefined ? problem(400, 'idempotency-key-missing') : once(route, call, call.key);
  };

  const api: FakeApi = {
    threads: new Map(),
    hours: { calendars: {} },
    issues: [],
    taken: [],
    calls: [],
    fault: () => undefined,
    between: async () => {},
    reply(reference, text, name) {
      const thread = [...api.threads.values()].find((one) => one.reference === reference);
      if (!thread) throw new Error(`No thread ${reference}.`);
      addMessage(thread, 'agent', { text, ...(name ? { name } : {}) });
      if (thread.status === 'new') thread.status = 'open';
    },
    async send(route, call) {
      const given = structuredClone(call);
      api.calls.push({ route, call: given });
      const fault = api.fault();
      if (fault === 'offline') return { ok: false, kind: 'offline' };
      if (fault === 'portal') return { ok: true, status: 200, body: { welcome: true }, replayed: false };
      if (fault === 'http-500') return problem(500, 'internal');
      if (fault === 'http-429') return problem(429, 'rate-limited', 30_000);
      const answer = await handle(route, given);
      if (fault === 'offline-after') return { ok: false, kind: 'offline' };
      if (fault === 'timeout-after') return { ok: false, kind: 'timeout' };
      if (fault === 'http-500-after') return problem(500, 'internal');
      return answer;
    },
  };
  return api;
};
