import { routes } from '../../api/contract/routes.ts';
import { type Thread, thread as threadContract } from '../../api/contract/ticket.ts';
import type { Answer, Api, Failure } from './api.ts';
import { createQueue } from './exclusive.ts';
import { draftPrefix, type KeptRequest, keptRequest, requestPrefix, seenPrefix, threadPrefix } from './queued.ts';
import type { DeviceStorage } from './storage.ts';

/** A request made on this device. */
export interface KnownRequest extends KeptRequest {
  /** As last read, so that it opens without a network. */
  thread?: Thread;
  /** Messages of an agent that were not in view yet. */
  unread: number;
}

/** Something was read from the API, or seen by the person. `reply`: an agent wrote since the last look. */
export interface News {
  reference: string;
  unread: number;
  reply: boolean;
}

/** What a look at the threads came to. The first failure ends it: the others would meet the same. */
export interface Refreshed {
  changed: boolean;
  failure?: Failure;
}

export interface Requests {
  /** Newest activity first. */
  list(): Promise<KnownRequest[]>;
  /** Reads the threads that can still change, or the one named. */
  refresh(reference?: string): Promise<Refreshed>;
  /** Everything in the thread has been in view. */
  seen(reference: string): Promise<void>;
  /** Takes it off this device; the request itself stays. */
  forget(reference: string): Promise<void>;
  unread(): Promise<number>;
  /** Whether any of them can still bring news. */
  open(): Promise<boolean>;
  /** Why the last look at this thread brought nothing, until one does. */
  failureOf(reference: string): Failure | undefined;
  /** Called when a thread, its failure or what was seen of it changes; answers its end. */
  on(listener: (news: News) => void): () => void;
}

/** A solved request is looked at this long: a reply may reopen it from another device. */
const solvedForMs = 14 * 86_400_000;
/** At most so many at a look: a list nobody cleared must not become a burst. */
const atOnce = 10;

const activity = ({ thread, createdAt }: KnownRequest): string => thread?.messages.at(-1)?.at ?? createdAt;
const fromAgents = (thread: Thread): number => thread.messages.filter(({ from }) => from === 'agent').length;

const canChange = (request: KnownRequest, now: number): boolean => {
  const status = request.thread?.status;
  if (status === 'closed') return false;
  return status !== 'solved' || now - Date.parse(activity(request)) < solvedForMs;
};

const readThread = (answer: Answer): { thread: Thread } | { failure: Failure } => {
  if (!answer.ok) return { failure: answer };
  const read = threadContract.safeParse(answer.body);
  return read.success ? { thread: read.data } : { failure: { ok: false, kind: 'invalid-response' } };
};

export interface RequestsOptions {
  storage: DeviceStorage;
  api: Api;
  now: () => number;
}

export const createRequests = ({ storage, api, now }: RequestsOptions): Requests => {
  const listeners = new Set<(news: News) => void>();
  const failures = new Map<string, Failure>();
  const tell = (news: News) => {
    for (const listener of listeners) listener(news);
  };

  const complete = async (kept: KeptRequest): Promise<KnownRequest> => {
    const [stored, seen] = await Promise.all([
      storage.get(threadPrefix + kept.reference),
      storage.get(seenPrefix + kept.reference),
    ]);
    const thread = threadContract.safeParse(stored).data;
    if (!thread) return { ...kept, unread: 0 };
    return { ...kept, thread, unread: Math.max(0, fromAgents(thread) - (typeof seen === 'number' ? seen : 0)) };
  };

  const list = async (): Promise<KnownRequest[]> => {
    const entries = await storage.entries(requestPrefix);
    const kept = entries.flatMap(([, value]) => keptRequest.safeParse(value).data ?? []);
    const known = await Promise.all(kept.map(complete));
    return known.sort((a, b) => (activity(a) < activity(b) ? 1 : -1));
  };

  const refreshOne = async (request: KnownRequest): Promise<Refreshed> => {
    const { reference, capability } = request;
    const result = readThread(await api.send(routes.thread, { method: 'GET', capability }));
    const failedBefore = failures.delete(reference);
    if ('failure' in result) {
      failures.set(reference, result.failure);
      if (!failedBefore) tell({ reference, unread: request.unread, reply: false });
      return { changed: false, failure: result.failure };
    }
    const { thread } = result;
    const was = request.thread;
    if (JSON.stringify(was) === JSON.stringify(thread)) {
      if (failedBefore) tell({ reference, unread: request.unread, reply: false });
      return { changed: false };
    }
    // Wiped while the answer was on its way: it must not come back.
    const kept = await storage.commit({ when: requestPrefix + reference, set: [[threadPrefix + reference, thread]] });
    if (!kept) return { changed: false };
    const { unread } = await complete(request);
    tell({ reference, unread, reply: fromAgents(thread) > (was ? fromAgents(was) : 0) });
    return { changed: true };
  };

  /** One after the other: two at a time would both take the same reply for a new one. */
  const inTurn = createQueue();
  const look = async (reference?: string): Promise<Refreshed> => {
    const known = await list();
    const due = known.filter((one) => (reference ? one.reference === reference : canChange(one, now())));
    let changed = false;
    for (const request of due.slice(0, atOnce)) {
      const result = await refreshOne(request);
      changed ||= result.changed;
      // Only this thread's own refusal lets the next one be tried.
      if (result.failure && !(result.failure.kind === 'problem' && [401, 404].includes(result.failure.status))) {
        return { changed, failure: result.failure };
      }
      if (result.failure && reference) return result;
    }
    return { changed };
  };

  return {
    list,
    refresh: (reference) => inTurn(() => look(reference)),
    async seen(reference) {
      const thread = threadContract.safeParse(await storage.get(threadPrefix + reference)).data;
      if (!thread) return;
      const count = fromAgents(thread);
      if ((await storage.get(seenPrefix + reference)) === count) return;
      await storage.commit({ when: requestPrefix + reference, set: [[seenPrefix + reference, count]] });
      tell({ reference, unread: 0, reply: false });
    },
    async forget(reference) {
      failures.delete(reference);
      await storage.commit({
        delete: [requestPrefix, threadPrefix, seenPrefix, draftPrefix].map((prefix) => prefix + reference),
      });
      tell({ reference, unread: 0, reply: false });
    },
    async unread() {
      return (await list()).reduce((sum, { unread }) => sum + unread, 0);
    },
    async open() {
      return (await list()).some((request) => request.unread > 0 || canChange(request, now()));
    },
    failureOf: (reference) => failures.get(reference),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
