import type { Thread } from '../../api/contract/ticket.ts';

/** A request made on this device. */
export interface KnownRequest {
  reference: string;
  /** Whoever has it reads and writes the thread. Never in an event, a log or a query. */
  capability: string;
  topic: string;
  createdAt: string;
  firstReplyBy: string;
  /** As last read, so that it opens without a network. */
  thread?: Thread;
  /** Messages of an agent that were not in view yet. */
  unread: number;
}

export interface Requests {
  /** Newest activity first. */
  list(): Promise<KnownRequest[]>;
  /** Reads the threads that can still change, or the one named. Answers whether something is new. */
  refresh(reference?: string): Promise<boolean>;
  /** Everything in the thread has been in view. */
  seen(reference: string): Promise<void>;
  /** Takes it off this device; the request itself stays. */
  forget(reference: string): Promise<void>;
  unread(): Promise<number>;
  /** Called when a reply came or something was read; answers its end. */
  on(listener: (news: { reference: string; unread: number; reply: boolean }) => void): () => void;
}
