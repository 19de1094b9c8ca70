import type { Priority, Status, Tier } from '../contract/ticket.ts';
import type { Millis, StoredTicket } from './store.ts';

/** What tickets of a list have in common: what is named must hold. */
export interface TicketFilter {
  status?: Status | undefined;
  tier?: Tier | undefined;
  group?: string | undefined;
  priority?: Priority | undefined;
  topic?: string | undefined;
  tag?: string | undefined;
  /** Id of who has it; `null` is nobody. */
  assignee?: string | null | undefined;
  /** Neither solved nor closed. */
  isOpen?: true | undefined;
  /** Its answer is given elsewhere, or it is not. */
  isMerged?: false | undefined;
  held?: boolean | undefined;
  leadAsked?: true | undefined;
  /** A promise that counts is past by then. */
  breachedBy?: Millis | undefined;
  /** Only tickets of these groups; default of all. */
  groups?: readonly string[] | undefined;
}

/** The last row of the page before. */
export interface TicketCursor {
  dueBy?: Millis | undefined;
  updatedAt: Millis;
  id: string;
}

export interface TicketQuery extends TicketFilter {
  /** `due`: the promise that is broken first is first; what promises nothing comes after, by activity. Default `activity`. */
  order?: 'activity' | 'due' | undefined;
  before: TicketCursor | undefined;
  limit: number;
}

/** Words that must all be there, in this order and next to each other within a term. */
export interface SearchTerm {
  text: string;
  /** The last word may go on. */
  isPrefix: boolean;
}

export interface TicketSearch extends TicketFilter {
  terms: readonly SearchTerm[];
  /** Notes and who asks are looked through too. */
  isInternal: boolean;
  /** Tags are not looked through. */
  withoutTags?: boolean | undefined;
  /** Of this reference, whatever the terms. */
  reference?: string | undefined;
  offset: number;
  limit: number;
}

/** A text of a ticket that was found. */
export interface FoundText {
  in: 'message' | 'note';
  text: string;
}

export interface FoundTicket {
  ticket: StoredTicket;
  /** The newest first; notes only when they were looked through. */
  texts: FoundText[];
}

export interface QueueCounts {
  open: number;
  mine: number;
  unassigned: number;
  breached: number;
  lead: number;
  held: number;
  /** Open tickets by tier and group, by who has them, and by tag. */
  places: { tier: Tier; group: string; count: number }[];
  assignees: { id: string; name: string; count: number }[];
  tags: { tag: string; count: number }[];
}
