import type { PageContext } from '../contract/page-context.ts';
import type { Message, Priority, RoutingReason, Status, Tier } from '../contract/ticket.ts';

/** Milliseconds since 1970. */
export type Millis = number;

/** A ticket as a list shows it. */
export interface StoredTicket {
  id: string;
  reference: string;
  status: Status;
  tier: Tier;
  priority: Priority;
  /** Id of the group that has it; empty for a ticket from before there were groups. */
  group: string;
  /** Id of the rule that decided. */
  rule: string;
  /** Tiers up to this one have done what they can. */
  exhausted: number;
  /** Whether the requester has shown who they are. */
  verified: boolean;
  topic: string;
  locale: string;
  name: string | undefined;
  address: string | undefined;
  excerpt: string;
  held: boolean;
  createdAt: Millis;
  updatedAt: Millis;
  firstReplyBy: Millis;
  firstRepliedAt: Millis | undefined;
  /** When it is promised to be solved, where a policy promises it. */
  resolveBy: Millis | undefined;
}

export interface StoredMessage {
  id: string;
  from: Message['from'];
  name: string | undefined;
  text: string;
  at: Millis;
}

/** A ticket with everything that belongs to it. */
export interface StoredThread {
  ticket: StoredTicket;
  reasons: RoutingReason[];
  context: PageContext;
  messages: StoredMessage[];
}

export type NewTicket = Omit<StoredTicket, 'updatedAt' | 'firstRepliedAt'> & {
  capabilityHash: string;
  reasons: RoutingReason[];
  context: PageContext;
  message: Pick<StoredMessage, 'id' | 'text'>;
};

/** One attempt's hold on an Idempotency-Key. */
export interface Claim {
  /** SHA-256 of scope and key: the key itself replays a capability, so it is not kept. */
  id: string;
  /** Names the attempt; another one may take over when the lease has ended. */
  owner: string;
}

/** What a replay answers with. Capabilities are left out and derived again from `ticketId`. */
export interface KeptAnswer {
  status: number;
  body: string;
}

export type ClaimResult =
  | { kind: 'claimed' }
  | { kind: 'in-flight'; leaseUntil: Millis }
  | { kind: 'reused' }
  | { kind: 'answered'; answer: KeptAnswer; ticketId: string };

/** `claim-lost`: the lease ended and another attempt has the key; nothing was done. */
type CreateResult = 'created' | 'reference-taken' | 'claim-lost';
export type AppendResult = 'appended' | 'unknown' | 'closed' | 'claim-lost';
type StatusResult = 'set' | 'unknown' | 'closed';

export interface Append {
  message: StoredMessage;
  claim: Claim;
  answer: KeptAnswer;
}

export interface TicketQuery {
  /** What is named must hold. */
  status?: Status | undefined;
  tier?: Tier | undefined;
  group?: string | undefined;
  /** Last row of the page before. */
  before: { updatedAt: Millis; id: string } | undefined;
  limit: number;
}

interface Feedback {
  document: string;
  locale: string;
  helpful: boolean;
  reason: string | undefined;
  words: string | undefined;
  at: Millis;
}

export interface RateHit {
  key: string;
  /** Most hits in any span of `windowMs`, estimated from the counts of two neighbouring windows. */
  limit: number;
  windowMs: Millis;
  now: Millis;
}
/** `retryAfterMs` is how long to wait until a hit is allowed again, if nobody else hits. */
export type RateResult = { allowed: true } | { allowed: false; retryAfterMs: Millis };

/**
 * Everything that is kept. Each method is one whole command: it is done or it is not, and running two of them at the same
 * time is as good as running them one after the other. Times come in as values.
 *
 * Rejects with `StoreUnavailable` when the database cannot take the command now.
 */
export interface Store {
  /** Takes the key for `leaseMs`, or says who has it. A lease that ended can be taken over by the same body. */
  claimKey(claim: Claim & { bodyHash: string; now: Millis; leaseMs: Millis }): Promise<ClaimResult>;
  /** Gives up a claim that led to nothing, so that a retry need not wait for the lease. */
  releaseKey(claim: Claim): Promise<void>;

  /** Ticket, first message and kept answer, if the claim still holds. */
  createTicket(ticket: NewTicket, claim: Claim, answer: KeptAnswer): Promise<CreateResult>;
  /** A requester's message; a pending or solved ticket becomes open. */
  appendMessage(capabilityHash: string, append: Append): Promise<AppendResult>;
  /** An agent's message and the status after it. */
  agentReply(ticketId: string, status: Status, append: Append): Promise<AppendResult>;
  /** A closed ticket stays closed. */
  setStatus(ticketId: string, status: Status, now: Millis): Promise<StatusResult>;

  threadByCapability(capabilityHash: string): Promise<StoredThread | undefined>;
  ticketById(ticketId: string): Promise<StoredThread | undefined>;
  /** Newest activity first. */
  listTickets(query: TicketQuery): Promise<StoredTicket[]>;

  recordFeedback(feedback: Feedback): Promise<void>;

  createSignInLink(link: { tokenHash: string; agent: string; expiresAt: Millis }): Promise<void>;
  /** Uses up a link and starts a session; answers the agent's name, or nothing for a used, old or unknown link. */
  redeemSignInLink(redeem: {
    tokenHash: string;
    sessionHash: string;
    sessionExpiresAt: Millis;
    now: Millis;
  }): Promise<string | undefined>;
  findSession(tokenHash: string, now: Millis): Promise<{ agent: string } | undefined>;
  endSession(tokenHash: string): Promise<void>;

  hitRate(hit: RateHit): Promise<RateResult>;

  /** Resolves when the database answers. */
  health(): Promise<void>;
  /** Deletes expired sessions and links, rate windows that began before `ratesBefore` and claims from before `keysBefore`. */
  sweep(sweep: { now: Millis; keysBefore: Millis; ratesBefore: Millis }): Promise<void>;
}
