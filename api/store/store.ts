import type { AuditKind, IssueAuditKind, Standing, ToldIssue } from '../contract/audit.ts';
import type { Actor, Cause, TicketEvent } from '../contract/event.ts';
import type { KeptHandover } from '../contract/handover.ts';
import type { PageContext } from '../contract/page-context.ts';
import type { IssueState, Message, Priority, RoutingReason, Status, Tier } from '../contract/ticket.ts';
import type { WalkthroughCount } from '../contract/walkthrough-count.ts';
import type { Change, ChangesQuery, Presence } from './live.ts';
import type { FoundTicket, QueueCounts, TicketQuery, TicketSearch } from './ticket-query.ts';

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

/** A move of a ticket, and what its note says that the ones before do not. */
export interface StoredHandover extends KeptHandover {
  id: string;
  at: Millis;
  author: Actor;
}

/** A ticket with everything that belongs to it. */
export interface StoredThread {
  ticket: StoredTicket;
  reasons: RoutingReason[];
  context: PageContext;
  messages: StoredMessage[];
  notes: StoredNote[];
  /** Oldest first. */
  handovers: StoredHandover[];
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
  /** In the order in which they were written. */
  handovers?: readonly StoredHandover[];
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

/** A person with what admins want to know of them. */
export interface StoredPerson extends Person {
  createdAt: Millis;
  disabledAt: Millis | undefined;
  seenAt: Millis | undefined;
  /** How many have not ended. */
  sessions: number;
}

/** What a command does to a person that it has read. */
export interface PersonChange {
  before: StoredPerson;
  after: Standing & { isShutOut: boolean };
  actor: Named;
  at: Millis;
}
/** `stale`: they are not as they were read. `last-admin`: none would be left; the operator counts for themself alone. */
type PersonChangeResult = 'changed' | 'stale' | 'last-admin';

/** Who did something, by the name they had then. */
export type Named = Pick<Person, 'id' | 'name'>;

export interface StoredInvitation extends Standing {
  id: string;
  invitedBy: Named;
  createdAt: Millis;
  expiresAt: Millis;
}

/** Something that happened to people, invitations or sessions. */
export interface TeamEntry {
  about: 'team';
  seq: number;
  at: Millis;
  actor: Named | undefined;
  kind: AuditKind;
  person: Named | undefined;
  before: Standing | undefined;
  after: Standing | undefined;
}

/** Something that happened to a known issue. */
export interface IssueEntry {
  about: 'issue';
  seq: number;
  at: Millis;
  actor: Named;
  kind: IssueAuditKind;
  /** Id of the issue. */
  issue: string;
  before: ToldIssue | undefined;
  after: ToldIssue;
}

/** An event of a ticket, with whose it is. */
type TicketEntry = StoredEvent & { about: 'ticket'; ticket: { id: string; reference: string } };

export type KeptEntry = TeamEntry | IssueEntry | TicketEntry;
export type AuditPosition = Pick<KeptEntry, 'about' | 'at' | 'seq'>;

export interface AuditQuery {
  /** Who did it, or whom it is about. */
  person?: string | undefined;
  ticket?: string | undefined;
  /** Last entry of the page before. */
  before: AuditPosition | undefined;
  limit: number;
}

/** A page of what a report reads. */
export interface ReportPage {
  /** Tickets that came in before its end and were not over before its begin. */
  from: Millis;
  until: Millis;
  /** Last ticket of the page before. */
  after: string | undefined;
  limit: number;
}

/** A ticket as a report reads it: what counts of everything that happened to it, oldest first. */
export interface ReportTicket {
  id: string;
  /** Where it came in and went, messages without their ids, statuses, broken promises, merges. */
  events: { at: Millis; byRequester: boolean; event: TicketEvent }[];
}

/** What may belong to a ticket. */
export interface RelatedQuery {
  ticketId: string;
  /** Created after this. */
  since: Millis;
  /** Whose requester gave this address … */
  address: string | undefined;
  /** … or on this topic, after one of these searches. */
  topic: string;
  searches: readonly string[];
  /** So many of the topic are looked at for that, the newest. */
  among: number;
  /** Only tickets of these groups; default of all. */
  groups?: readonly string[] | undefined;
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

/** How often the same has happened in walkthroughs. */
export interface CountedWalkthrough extends WalkthroughCount {
  count: number;
}

interface Feedback {
  document: string;
  locale: string;
  helpful: boolean;
  reason: string | undefined;
  words: string | undefined;
  at: Millis;
}

interface Redeem {
  tokenHash: string;
  sessionHash: string;
  sessionExpiresAt: Millis;
  now: Millis;
}

export interface Made {
  actor: Named;
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
  /**
   * Looks at a ticket later than now, which could not be looked at: after a minute, twice as long each time in a row, six hours
   * at the most. A change ends the row. Works for a ticket that cannot be read; nothing for one that is not there.
   */
  putOff(put: {
    ticket: string;
    now: Millis;
  }): Promise<{ reference: string; failures: number; lookAt: Millis } | undefined>;

  threadByCapability(capabilityHash: string): Promise<StoredThread | undefined>;
  ticketById(ticketId: string): Promise<StoredThread | undefined>;
  ticketByReference(reference: string): Promise<StoredThread | undefined>;
  /** In the order of their ids, without those that are held: so many at once that a report of any size fits into memory. */
  ticketsForReport(query: ReportPage): Promise<ReportTicket[]>;
  /** Newest first; nothing that is held. Addresses and searches are compared without case. */
  relatedTickets(query: RelatedQuery): Promise<StoredTicket[]>;
  /** Newest activity first, or what is due first. */
  listTickets(query: TicketQuery): Promise<StoredTicket[]>;
  /** The best match first; of more than two thousand, the newest two thousand are compared. */
  searchTickets(search: TicketSearch): Promise<FoundTicket[]>;
  /** How much there is to do, of all that a person sees. */
  countQueues(count: { person: string; groups: readonly string[] | undefined; now: Millis }): Promise<QueueCounts>;
  /** Names of people, by id. */
  namesOf(people: readonly string[]): Promise<Map<string, string>>;

  /** What has happened since a number of the events, at most so much of it. */
  changesAfter(query: ChangesQuery): Promise<Change>;
  /** Notes what a person does at a ticket, and answers whether they may see it; those who `left` it are gone from it. */
  keepPresence(presence: Presence): Promise<boolean>;

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
  /** Answers whether it was in work, and not changed since `seen` where that is given; nothing happens otherwise. */
  editIssue(
    edit: Pick<StoredIssue, 'id' | 'titles' | 'texts' | 'topic'> & { by: Made; seen?: Millis | undefined },
  ): Promise<boolean>;
  solveIssue(solve: {
    id: string;
    answers: Record<string, string>;
    solver: { id: string; name: string };
    at: Millis;
  }): Promise<boolean>;
  /** Tickets that joined an issue, the oldest first. */
  ticketsOfIssue(query: { id: string; groups?: readonly string[] | undefined; limit: number }): Promise<StoredTicket[]>;
  /** Joined tickets of solved issues that have not got the answer and are not put off beyond now, the oldest first. */
  issueAnswersLeft(query: { now: Millis; limit: number }): Promise<{ issue: string; ticket: string }[]>;

  recordFeedback(feedback: Feedback): Promise<void>;

  /** Adds a person, or gives the one of that id the name, role and groups. */
  keepPerson(person: Person, now: Millis): Promise<void>;
  /** Everybody who may sign in, by name. */
  team(): Promise<Person[]>;
  /** `by` made it in the desk; without, it was made where the server runs. */
  createSignInLink(link: { tokenHash: string; person: string; expiresAt: Millis; by?: Made }): Promise<void>;
  /** Uses up a link and starts a session; answers who it is, or nothing for a used, old or unknown link. */
  redeemSignInLink(redeem: Redeem): Promise<Person | undefined>;
  /** The same with an invitation, which makes the person `newId`. */
  acceptInvitation(redeem: Redeem & { newId: string }): Promise<Person | undefined>;
  /** Notes that a token signed nobody in. */
  refuseSignIn(now: Millis): Promise<void>;
  /** Nobody for a session that has ended or whose person was shut out. Notes that they are here, once in some minutes. */
  findSession(tokenHash: string, now: Millis): Promise<Person | undefined>;
  endSession(tokenHash: string, now: Millis): Promise<void>;
  /** Ends every session and link of a person, or of everybody, but the session `but`. */
  endSessions(end: { person: string | undefined; but: string; by: Made }): Promise<void>;

  /** Everybody there ever was, in the order of their names. */
  people(now: Millis): Promise<StoredPerson[]>;
  /** Whoever is shut out, or no longer an admin, loses the invitations they made; who is shut out, every session and link. */
  changePerson(change: PersonChange): Promise<PersonChangeResult>;

  invite(invitation: StoredInvitation & { tokenHash: string }): Promise<void>;
  /** Those that can be opened, the newest first. */
  invitations(now: Millis): Promise<StoredInvitation[]>;
  /** Answers whether there was one. */
  withdrawInvitation(id: string, by: Made): Promise<boolean>;

  /** What happened to people, known issues and tickets as one list, newest first. */
  audit(query: AuditQuery): Promise<KeptEntry[]>;

  hitRate(hit: RateHit): Promise<RateResult>;

  /** Adds one to what happened on a day. Of versions nobody has checked, so many a day and walkthrough are told apart. */
  countWalkthrough(count: WalkthroughCount & { day: string }): Promise<void>;
  /** What happened on these days, both of them included. */
  walkthroughCounts(span: { from: string; to: string }): Promise<CountedWalkthrough[]>;
  /** Deletes what was counted before a day. */
  forgetWalkthroughCounts(before: string): Promise<void>;

  /** Resolves when the database answers. */
  health(): Promise<void>;
  /**
   * Deletes what has expired of sessions, links and invitations, refused sign-ins of long ago, rate windows that began before
   * `ratesBefore` and claims from before `keysBefore`.
   */
  sweep(sweep: { now: Millis; keysBefore: Millis; ratesBefore: Millis }): Promise<void>;
}
