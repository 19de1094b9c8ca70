import type { Metric } from '../../content/schema/sla-policy.ts';
import type { Cause, Place, TicketEvent } from '../contract/event.ts';
import type { Tier } from '../contract/ticket.ts';
import type { Millis, ReportTicket } from '../store/store.ts';

export interface Where {
  tier: Tier;
  group: string;
}

/** How a promise ended. `none`: nobody waits any more, and it was neither kept nor broken. */
interface End {
  at: Millis;
  where: Where;
  outcome: 'met' | 'breached' | 'none';
}

/** A promised time, from the message that began it. */
export interface Kept {
  metric: Metric;
  since: Millis;
  end: End | undefined;
}

/** What a person replied to, and when. */
export interface Replied {
  metric: 'first-reply' | 'next-reply';
  since: Millis;
  at: Millis;
  where: Where;
}

export interface Solve {
  at: Millis;
  where: Where;
  cause: Cause | undefined;
  reopened: boolean;
}

/** From `at` on. */
export interface Stand {
  at: Millis;
  where: Where;
  /** Neither solved, nor closed, nor answered in another ticket. */
  open: boolean;
  /** Whether a time to solve is promised there. */
  resolves: boolean;
}

/** What a ticket's events come to, for any span of time. */
export interface History {
  createdAt: Millis;
  stands: Stand[];
  promises: Kept[];
  replies: Replied[];
  solves: Solve[];
  /** How often it went to another tier. */
  transfers: number;
  /** What the last merge has ended. */
  elsewhere: Kept[];
}

/**
 * Reads the events of a ticket once. A promise ends where it is first broken, else where it is kept, and belongs to whoever
 * had the ticket then; reopening takes back that it was solved, as for its clocks. What was broken is told by the events
 * that the clocks left, so that a calendar that changes later changes no report.
 */
export function historyOf({ events }: Pick<ReportTicket, 'events'>): History | undefined {
  const [first] = events;
  if (first?.event.kind !== 'created') return undefined;
  const { place } = first.event;
  const history: History = {
    createdAt: first.at,
    stands: [{ at: first.at, where: whereOf(place), open: true, resolves: place.target?.resolution !== undefined }],
    promises: [
      { metric: 'first-reply', since: first.at, end: undefined },
      { metric: 'resolution', since: first.at, end: undefined },
    ],
    replies: [],
    solves: [],
    transfers: 0,
    elsewhere: [],
  };
  for (const { at, byRequester, event } of events.slice(1)) tell(history, event, { at, byRequester });
  return history;
}

const whereOf = ({ tier, group }: Place): Where => ({ tier, group });

/** Where a ticket is, and whether it is open, at an instant; nothing before it came in. */
export const standAt = ({ stands }: Pick<History, 'stands'>, at: Millis): Stand | undefined =>
  stands.findLast((stand) => stand.at < at);

interface When {
  at: Millis;
  byRequester: boolean;
}

function tell(history: History, event: TicketEvent, { at, byRequester }: When): void {
  switch (event.kind) {
    case 'message':
      if (byRequester) asked(history, at);
      else replied(history, at);
      break;
    case 'status':
      if (isDone(event.to)) solved(history, at, event);
      else opened(history, at);
      break;
    case 'placed':
      if (event.from.tier !== event.to.tier) history.transfers += 1;
      stand(history, at, { where: whereOf(event.to), resolves: event.to.target?.resolution !== undefined });
      break;
    case 'warned':
      if (event.percent === 100) broken(history, at, event);
      break;
    case 'merged':
      elsewhere(history, at);
      break;
    case 'parted':
      apart(history, at);
  }
}

const isDone = (status: string): boolean => status === 'solved' || status === 'closed';

const now = ({ stands }: History): Stand => {
  const last = stands.at(-1);
  if (!last) throw new Error('A ticket is somewhere.');
  return last;
};

function stand(history: History, at: Millis, change: Partial<Stand>): void {
  history.stands.push({ ...now(history), ...change, at });
}

const owedReply = ({ promises, replies }: History): Kept | undefined => {
  const last = promises.findLast(({ metric }) => metric !== 'resolution');
  return last &&
    last.end?.outcome !== 'none' &&
    !replies.some(({ since, metric }) => metric === last.metric && since === last.since)
    ? last
    : undefined;
};

function asked(history: History, at: Millis): void {
  if (!owedReply(history)) history.promises.push({ metric: 'next-reply', since: at, end: undefined });
}

function replied(history: History, at: Millis): void {
  const owed = owedReply(history);
  if (!owed || owed.metric === 'resolution') return;
  const { where } = now(history);
  owed.end ??= { at, where, outcome: 'met' };
  history.replies.push({ metric: owed.metric, since: owed.since, at, where });
}

const resolutionOf = ({ promises }: History): Kept | undefined =>
  promises.find(({ metric }) => metric === 'resolution');

function solved(history: History, at: Millis, { to, cause }: Extract<TicketEvent, { kind: 'status' }>): void {
  const { where, open, resolves } = now(history);
  const last = history.solves.at(-1);
  if (!open && last) last.cause = cause ?? last.cause;
  if (open) {
    history.solves.push({ at, where, cause, reopened: false });
    stand(history, at, { open: false });
    const resolution = resolutionOf(history);
    if (resolution) resolution.end ??= { at, where, outcome: resolves ? 'met' : 'none' };
  }
  // Closed is for good: whoever is owed a reply gets none.
  const owed = to === 'closed' ? owedReply(history) : undefined;
  if (owed) owed.end ??= { at, where, outcome: 'none' };
}

function opened(history: History, at: Millis): void {
  if (now(history).open) return;
  stand(history, at, { open: true });
  const last = history.solves.at(-1);
  if (last) last.reopened = true;
  const resolution = resolutionOf(history);
  if (resolution && resolution.end?.outcome !== 'breached') resolution.end = undefined;
}

/** May be said in the write of the reply that came late, after it. */
function broken(history: History, at: Millis, { metric, since }: Extract<TicketEvent, { kind: 'warned' }>): void {
  const promise = history.promises.find((one) => one.metric === metric && one.since === since);
  if (!promise || promise.end?.outcome === 'breached') return;
  // A ticket from before kept no promise with its place: whether it was met cannot be told, so neither is that it was not.
  if (metric === 'resolution' && !now(history).resolves) return;
  promise.end = { at: promise.end?.at ?? at, where: promise.end?.where ?? now(history).where, outcome: 'breached' };
}

/** The answer is given in another ticket: what ran here ends, also what the same command has closed. */
function elsewhere(history: History, at: Millis): void {
  const { where, open } = now(history);
  history.solves = history.solves.filter((solve) => solve.at !== at);
  history.elsewhere = history.promises.filter(({ end, metric }) => {
    const closedNow = end?.at === at && end.outcome === 'met' && metric === 'resolution';
    return !end || closedNow;
  });
  for (const promise of history.elsewhere) promise.end = { at, where, outcome: 'none' };
  if (open) stand(history, at, { open: false });
}

/** It goes on by itself: what the merge has ended runs, and a reply that was owed before is what the message asks for too. */
function apart(history: History, at: Millis): void {
  const { elsewhere } = history;
  for (const promise of elsewhere) promise.end = undefined;
  if (elsewhere.some(({ metric }) => metric !== 'resolution')) {
    history.promises = history.promises.filter(({ metric, since }) => metric !== 'next-reply' || since !== at);
  }
  history.elsewhere = [];
}
