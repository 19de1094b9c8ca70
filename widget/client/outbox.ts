import { type CreateTicket, type Message, thread as threadContract } from '../../api/contract/ticket.ts';
import type { Api, Failure } from './api.ts';
import { attempt, type Clock } from './attempt.ts';
import type { Exclusive } from './exclusive.ts';
import { createKey } from './key.ts';
import {
  type KeptRequest,
  outboxPrefix,
  type QueuedMessage,
  queuedMessage,
  requestPrefix,
  threadPrefix,
} from './queued.ts';
import type { DeviceStorage } from './storage.ts';

/** What became of a message. */
export type Outcome =
  /** `firstReplyBy` only for a ticket. */
  | { kind: 'sent'; key: string; reference: string; firstReplyBy?: string }
  /** Still on the device; tried again when due. */
  | { kind: 'postponed'; key: string; attempts: number; failure: Failure }
  /** Needs attention. */
  | { kind: 'refused'; key: string; attempts: number; failure: Failure }
  /** Another tab sent it, or the device was wiped. */
  | { kind: 'gone'; key: string }
  /** Kept, tried again by the person, or given up by them. */
  | { kind: 'changed'; key: string };

/** Messages on their way. Each is delivered exactly once: written before it is tried, one key for every try. */
export interface Outbox {
  /** Resolves to its key once it is written. */
  addTicket(body: CreateTicket): Promise<string>;
  addReply(to: { reference: string; capability: string }, text: string): Promise<string>;
  /** Oldest first. */
  messages(): Promise<QueuedMessage[]>;
  /** Sends what is due, oldest first; `eager` also what waits for its next try. Resolves to when the next is due. */
  deliver(eager?: boolean): Promise<number | undefined>;
  /** The person asks to try a refused one again, under the same key. */
  retry(key: string): Promise<void>;
  /** The person gives it up. */
  discard(key: string): Promise<void>;
  /** Every outcome as it happens; answers its end. */
  on(listener: (outcome: Outcome) => void): () => void;
}

export interface OutboxOptions extends Clock {
  storage: DeviceStorage;
  api: Api;
  exclusive: Exclusive;
}

/** Further away than any wait can be: the device's clock was set back. */
const tooFarMs = 2 * 3_600_000;

const dueAt = (message: QueuedMessage, now: number, eager = false): number => {
  const due = Math.max(eager ? 0 : message.nextAt, message.notBefore ?? 0);
  return due - now > tooFarMs ? 0 : due;
};

/** Replies of a thread keep their order: a later one waits for an earlier one. */
const lane = (message: QueuedMessage): string => (message.kind === 'reply' ? message.reference : message.key);

type Writes = [key: string, value: unknown][];

const keepRequest = (request: KeptRequest): Writes => [[requestPrefix + request.reference, request]];

/** In its thread at the moment it leaves the queue, so that it never seems to vanish in between. */
const showReply = async (storage: DeviceStorage, reference: string, reply: Message): Promise<Writes> => {
  const name = threadPrefix + reference;
  const thread = threadContract.safeParse(await storage.get(name)).data;
  if (!thread || thread.messages.some(({ id }) => id === reply.id)) return [];
  return [[name, { ...thread, messages: [...thread.messages, reply] }]];
};

export const createOutbox = (options: OutboxOptions): Outbox => {
  const { storage, now } = options;
  const listeners = new Set<(outcome: Outcome) => void>();
  const known = new Set<string>();
  let lastAt = 0;
  const tell = (outcome: Outcome) => {
    for (const listener of listeners) listener(outcome);
  };

  const messages = async (): Promise<QueuedMessage[]> => {
    const kept = await storage.entries(outboxPrefix);
    // What another version wrote and this one cannot read stays where it is, for the version that can.
    const read = kept.flatMap(([, value]) => queuedMessage.safeParse(value).data ?? []);
    for (const message of read) known.add(message.key);
    return read.sort((a, b) => a.at - b.at);
  };

  const add = async (make: (common: Omit<QueuedMessage, 'kind'>) => QueuedMessage): Promise<string> => {
    lastAt = Math.max(now(), lastAt + 1);
    const key = createKey(lastAt);
    const message = make({ key, at: lastAt, attempts: 0, nextAt: 0, state: 'waiting' });
    await storage.set(outboxPrefix + key, message);
    known.add(key);
    tell({ kind: 'changed', key });
    return key;
  };

  const settle = async (message: QueuedMessage): Promise<QueuedMessage | undefined> => {
    const { key } = message;
    const name = outboxPrefix + key;
    const result = await attempt(options.api, message, options);
    if (result.kind === 'failed') {
      const kept = await storage.commit({ when: name, set: [[name, result.message]] });
      if (!kept) return undefined;
      const kind = result.message.state === 'waiting' ? 'postponed' : 'refused';
      tell({ kind, key, attempts: result.message.attempts, failure: result.failure });
      return result.message;
    }
    const { reference } = result;
    const set = 'request' in result ? keepRequest(result.request) : await showReply(storage, reference, result.reply);
    const done = await storage.commit({ when: name, delete: [name], set });
    known.delete(key);
    const { firstReplyBy } = 'request' in result ? result.request : {};
    if (!done) tell({ kind: 'gone', key });
    else tell({ kind: 'sent', key, reference, ...(firstReplyBy === undefined ? {} : { firstReplyBy }) });
    return undefined;
  };

  /** Whatever was seen here and is there no more was sent by another tab, or wiped. */
  const tellGone = (left: QueuedMessage[]) => {
    const there = new Set(left.map((message) => message.key));
    for (const key of [...known]) {
      if (there.has(key)) continue;
      known.delete(key);
      tell({ kind: 'gone', key });
    }
  };

  const deliver = (eager = false) =>
    options.exclusive(async () => {
      const blocked = new Set<string>();
      let next: number | undefined;
      const queue = await messages();
      tellGone(queue);
      for (const message of queue) {
        if (message.state !== 'waiting' || blocked.has(lane(message))) continue;
        const left = dueAt(message, now(), eager) <= now() ? await settle(message) : message;
        if (left?.state !== 'waiting') continue;
        blocked.add(lane(left));
        next = Math.min(next ?? Number.POSITIVE_INFINITY, dueAt(left, now()));
      }
      return next;
    });

  return {
    addTicket: (body) => add((common) => ({ ...common, kind: 'ticket', body })),
    addReply: (to, text) => add((common) => ({ ...common, kind: 'reply', ...to, text })),
    messages,
    deliver,
    async retry(key) {
      const name = outboxPrefix + key;
      const message = queuedMessage.safeParse(await storage.get(name)).data;
      if (!message) return;
      await storage.commit({ when: name, set: [[name, { ...message, state: 'waiting', nextAt: 0 }]] });
      tell({ kind: 'changed', key });
    },
    async discard(key) {
      await storage.delete(outboxPrefix + key);
      known.delete(key);
      tell({ kind: 'changed', key });
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
