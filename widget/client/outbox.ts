import type { CreateTicket } from '../../api/contract/ticket.ts';

/** A message on its way. It is on the device before it is called kept, and leaves after a 2xx with a reference. */
export type QueuedMessage = {
  /** Idempotency-Key, and its name on the device. */
  key: string;
  /** Milliseconds since 1970. */
  at: number;
  attempts: number;
  /** Not tried before, unless something woke it. */
  nextAt: number;
  /** The API asked to wait until then. */
  notBefore?: number;
  /** `needs-attention`: the API refused it for good; the text stays until the person decides. */
  state: 'waiting' | 'needs-attention';
  /** Why the last attempt failed: a problem code or a failure kind. */
  why?: string;
} & ({ kind: 'ticket'; body: CreateTicket } | { kind: 'reply'; reference: string; capability: string; text: string });

/** What became of a message in one attempt. */
export type Outcome =
  | { kind: 'sent'; message: QueuedMessage; reference: string; firstReplyBy?: string }
  | { kind: 'postponed'; message: QueuedMessage }
  | { kind: 'refused'; message: QueuedMessage }
  /** Somebody else sent it, or the person wiped the device meanwhile. */
  | { kind: 'gone'; key: string };

export interface Outbox {
  /** Resolves to the key once it is written. */
  addTicket(body: CreateTicket): Promise<string>;
  addReply(to: { reference: string; capability: string }, text: string): Promise<string>;
  /** Oldest first. */
  waiting(): Promise<QueuedMessage[]>;
  /** Sends what is due, oldest first; `eager` also what waits for its next attempt. Resolves to the next due time. */
  deliver(eager?: boolean): Promise<number | undefined>;
  /** The person asks to try a refused one again, under the same key. */
  retry(key: string): Promise<void>;
  /** The person gives it up. */
  discard(key: string): Promise<void>;
  /** Every outcome as it happens; answers its end. */
  on(listener: (outcome: Outcome) => void): () => void;
}
