import type { Actor, Cause, TicketEvent } from '../contract/event.ts';
import type { PageContext } from '../contract/page-context.ts';
import type { IssueState, Message, Priority, RoutingReason, Status, Tier } from '../contract/ticket.ts';

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
  /** When the reply that is owed is promised, once there was a first one. */
  nextReplyBy: Millis | undefined;
  /** When it is promised to be solved, where a policy promises it; nothing while that clock is paused. */
  resolveBy: Millis | undefined;
  /** The first of these that counts now: what a queue is ordered by. */
  dueBy: Millis | undefined;
  /** When its clocks have something new to say. */
  lookAt: Millis | undefined;
  /** Counts its changes. */
  version: number;
  /** Id of the person who has it. */
  assignee: string | undefined;
  /** What ended it, while it is solved or closed. */
  cause: Cause | undefined;
  tags: string[];
  /** Id of the ticket that it was found to repeat. */
  mergedInto: string | undefined;
  /** How often it went to another tier. */
  transfers: number;
  /** Whoever leads is asked to look, and has not yet. */
  leadAsked: boolean;
  /** Id of the known issue that it is part of. */
  issue: string | undefined;
}

export interface StoredMessage {
  id: string;
  from: Message['from'];
  name: string | undefined;
  text: string;
  at: Millis;
}

/** Something that happened to a ticket. */
export interface StoredEvent {
  /** Counts all events of all tickets. */
  seq: number;
  at: Millis;
  actor: Actor;
  event: TicketEvent;
}

/** What an agent wrote for the desk alone. */
export interface StoredNote {
  id: string;
  author: { id: string; name: string };
  text: string;
  at: Millis;
}

/** A ticket with everything that belongs to it. */
export interface StoredThread {
  ticket: StoredTicket;
  reasons: RoutingReason[];
  context: PageContext;
  messages: StoredMessage[];
  notes: StoredNote[];
  events: StoredEvent[];
}

/** What a ticket gets by what happens to it; a new one has none of it. */
type Later =
  | 'updatedAt'
  | 'firstRepliedAt'
  | 'nextReplyBy'
  | 'version'
  | 'assignee'
  | 'cause'
  | 'tags'
  | 'mergedInto'
  | 'transfers';
export type NewTicket = Omit<StoredTicket, Later> & {
  capabilityHash: string;
  reasons: RoutingReason[];
  context: PageContext;
  message: Pick<StoredMessage, 'id' | 'text'>;
  events: NewEvent[];
};

export interface NewEvent {
  actor: Actor;
  event: TicketEvent;
}

/** Columns that a change may set; `undefined` empties one, what is not named stays. */
export type TicketSet = Partial<
  Omit<
    StoredTicket,
    'id' | 'reference' | 'verified' | 'topic' | 'locale' | 'excerpt' | 'createdAt' | 'updatedAt' | 'version'
  > & {
    reasons: RoutingReason[];
  }
>;

/** What one command does to a ticket that it has read. */
export interface TicketChange {
  /** Random; marks what was written by this change. */
  id: string;
  ticketId: string;
  /** As it was read. */
  version: number;
  at: Millis;
  set: TicketSet;
  /** Default true: the ticket moves up where the newest activity is first. */
  isActivity?: boolean;
  events: NewEvent[];
  message?: StoredMessage;
  note?: StoredNote;
}

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
/** `stale`: a ticket is not as it was read; nothing was done. */
export type ChangeResult = 'changed' | 'stale' | 'claim-lost';

export type Role = 'agent' | 'lead' | 'admin';

/** Somebody who works in the desk. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  /** Ids of the groups they are in. */
  groups: string[];
}

export interface TicketQuery {
  /** What is named must hold. */
  status?: Status | undefined;
  tier?: Tier | undefined;
  group?: string | undefined;
  /** Only tickets of these groups; default of all. */
  groups?: readonly string[] | undefined;
  /** Last row of the page before. */
  before: { updatedAt: Millis; id: string } | undefined;
  limit: number;
}

/** A problem that many report, told to everybody and answered once. Texts are by locale. */
export interface StoredIssue {
  id: string;
  state: IssueState;
  titles: Record<string, string>;
  texts: Record<string, string>;
  /** Empty until it is solved. */
  answers: Record<string, string>;
  topic: string;
  author: { id: string; name: string };
  createdAt: Millis;
  updatedAt: Millis;
  solver: { id: string; name: string } | undefined;
  solvedAt: Millis | undefined;
  /** Joined tickets of people. */
  people: number;
  /** Joined tickets that still get the answer. */
  left: number;
}
export type NewIssue = Omit<StoredIssue, 'state' | 'answers' | 'updatedAt' | 'solver' | 'solvedAt' | 'people' | 'left'>;

/** A ticket to be compared with others. */
export interface UnsolvedTicket {
  ticket: StoredTicket;
  context: PageContext;
  /** The first message. */
  text: string;
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
  /**
   * Changes tickets that are still as they were read, all or none, and keeps the answer of a claim that still holds. What a
   * change does is decided by whoever read the ticket: read again and decide again when it was `stale`.
   */
  changeTickets(
    changes: readonly [TicketChange, ...TicketChange[]],
    kept?: { claim: Claim; answer: KeptAnswer },
  ): Promise<ChangeResult>;
  /** Ids of tickets whose clocks have something to say by now, the longest overdue first. */
  ticketsToLookAt(now: Millis, limit: number): Promise<string[]>;

  threadByCapability(capabilityHash: string): Promise<StoredThread | undefined>;
  ticketById(ticketId: string): Promise<StoredThread | undefined>;
  /** Newest activity first. */
  listTickets(query: TicketQuery): Promise<StoredTicket[]>;

  /** Tickets of people since then that are not done and not merged, the newest first. */
  unsolvedTickets(query: {
    since: Millis;
    groups?: readonly string[] | undefined;
    limit: number;
  }): Promise<UnsolvedTicket[]>;
  /** Answers whether it is new: an id is announced once. */
  keepIssue(issue: NewIssue): Promise<boolean>;
  issueById(id: string): Promise<StoredIssue | undefined>;
  /** Those in work and those solved since then, the newest first. */
  listIssues(query: { solvedSince: Millis; limit: number }): Promise<StoredIssue[]>;
  /** Answers whether it was in work, and nothing happens otherwise. */
  editIssue(edit: Pick<StoredIssue, 'id' | 'titles' | 'texts' | 'topic'> & { at: Millis }): Promise<boolean>;
  solveIssue(solve: {
    id: string;
    answers: Record<string, string>;
    solver: { id: string; name: string };
    at: Millis;
  }): Promise<boolean>;
  /** Tickets that joined an issue, the oldest first. */
  ticketsOfIssue(query: { id: string; groups?: readonly string[] | undefined; limit: number }): Promise<StoredTicket[]>;
  /** Joined tickets of solved issues that have not got the answer, the oldest first. */
  issueAnswersLeft(limit: number): Promise<{ issue: string; ticket: string }[]>;

  recordFeedback(feedback: Feedback): Promise<void>;

  /** Adds a person, or gives the one of that id the name, role and groups. */
  keepPerson(person: Person, now: Millis): Promise<void>;
  createSignInLink(link: { tokenHash: string; person: string; expiresAt: Millis }): Promise<void>;
  /** Uses up a link and starts a session; answers who it is, or nothing for a used, old or unknown link. */
  redeemSignInLink(redeem: {
    tokenHash: string;
    sessionHash: string;
    sessionExpiresAt: Millis;
    now: Millis;
  }): Promise<Person | undefined>;
  /** Nobody for a session that has ended or whose person was shut out. */
  findSession(tokenHash: string, now: Millis): Promise<Person | undefined>;
  endSession(tokenHash: string): Promise<void>;

  hitRate(hit: RateHit): Promise<RateResult>;

  /** Resolves when the database answers. */
  health(): Promise<void>;
  /** Deletes expired sessions and links, rate windows that began before `ratesBefore` and claims from before `keysBefore`. */
  sweep(sweep: { now: Millis; keysBefore: Millis; ratesBefore: Millis }): Promise<void>;
}
