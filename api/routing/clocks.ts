import type { Status } from '../contract/ticket.ts';
import type { Millis } from '../store/store.ts';
import { type Clock, fulfil, pause, readClock, resume, retarget, start, type Timer } from './clock.ts';
import type { Promised } from './deadline.ts';

/** What happens to a ticket, as far as its clocks are concerned. */
export type ClockEvent =
  /** `automatic-reply` is nobody's, and stops no clock. */
  | { kind: 'requester-message' | 'agent-reply' | 'automatic-reply'; at: Millis }
  | { kind: 'status'; at: Millis; status: Status }
  /** It became part of a known issue, or is none any more. */
  | { kind: 'issue'; at: Millis; joined: boolean }
  /** Tier, priority or group changed. Counts from where each clock started. */
  | { kind: 'retarget'; at: Millis; promised: Promised };

export interface Clocks {
  /** From the requester's first message to a person's reply. */
  firstReply: Clock;
  /** From the first message that nobody has replied to, after the first reply: the last such stretch. */
  nextReply: Clock;
  /** The stretches before it, in order. */
  pastReplies: Clock[];
  /** From the requester's first message to solved. */
  resolution: Clock;
}

interface State {
  promised: Promised;
  status: Status;
  /** Part of a known issue, `waiting` for its one answer; `asked`: and the requester has written since. */
  issue: 'none' | 'waiting' | 'asked';
  firstReply: Timer | undefined;
  nextReplies: readonly Timer[];
  resolution: Timer | undefined;
}

/**
 * The clocks of a ticket at `now`, from its events in the order in which they happened; events after `now` are left out.
 * `promised` is what held when the ticket came in. Pure.
 *
 * Pending and on-hold pause the resolution and no reply: a status answers nobody. Solved and closed fulfil the resolution and
 * pause replies: nobody waits, and still nobody has replied. A requester's message opens a ticket that is pending or solved,
 * with or without an event that says so; the time in between is not counted.
 *
 * Part of a known issue pauses all of them: everybody is answered at once when it is solved. What the requester writes
 * meanwhile is owed a reply; the resolution still waits.
 */
export function clocks(promised: Promised, events: readonly ClockEvent[], now: Millis): Clocks {
  const begin: State = {
    promised,
    status: 'new',
    issue: 'none',
    firstReply: undefined,
    nextReplies: [],
    resolution: undefined,
  };
  const state = events.filter(({ at }) => at <= now).reduce(after, begin);
  return {
    firstReply: readClock(state.firstReply, now),
    nextReply: readClock(state.nextReplies.at(-1), now),
    pastReplies: state.nextReplies.slice(0, -1).map((timer) => readClock(timer, now)),
    resolution: readClock(state.resolution, now),
  };
}

function after(state: State, event: ClockEvent): State {
  switch (event.kind) {
    case 'requester-message':
      return afterRequester(heard(state, event.at), event.at);
    case 'agent-reply':
      return eachReply(state, (timer) => fulfil(timer, event.at));
    case 'automatic-reply':
      return state;
    case 'status':
      return afterStatus(state, event.status, event.at);
    case 'issue':
      return afterStatus({ ...state, issue: event.joined ? 'waiting' : 'none' }, state.status, event.at);
    case 'retarget':
      return afterRetarget(state, event.promised, event.at);
  }
}

/** The requester's message is what it waits for. */
const isAnswered = (status: Status): boolean => status === 'pending' || status === 'solved';
const isWaiting = (status: Status): boolean => status === 'pending' || status === 'on-hold';
const isDone = (status: Status): boolean => status === 'solved' || status === 'closed';

const heard = (state: State, at: Millis): State =>
  state.issue === 'waiting' ? afterStatus({ ...state, issue: 'asked' }, state.status, at) : state;

/** What waited for the requester is open now. */
const afterRequester = (state: State, at: Millis): State =>
  afterMessage(isAnswered(state.status) ? afterStatus(state, 'open', at) : state, at);

function afterMessage(state: State, at: Millis): State {
  const { promised, status, firstReply, nextReplies } = state;
  if (!firstReply) {
    const resolution = start('resolution', promised, at);
    const started = { ...state, firstReply: start('first-reply', promised, at), resolution };
    return afterStatus(started, status, at);
  }
  const isOwed = [firstReply, ...nextReplies].some(({ fulfilledAt }) => fulfilledAt === undefined);
  if (isOwed) return state;
  return afterStatus({ ...state, nextReplies: [...nextReplies, start('next-reply', promised, at)] }, status, at);
}

function afterStatus(state: State, status: Status, at: Millis): State {
  const reply = (timer: Timer) => (isDone(status) || state.issue === 'waiting' ? pause(timer, at) : resume(timer, at));
  const resolution = state.resolution && resolutionAfter(state.resolution, status, state, at);
  return { ...eachReply(state, reply), status, resolution };
}

function resolutionAfter(timer: Timer, status: Status, { promised, issue }: State, at: Millis): Timer {
  if (isDone(status)) return fulfil(timer, at);
  // One that was fulfilled has missed the promises since.
  const going = timer.fulfilledAt === undefined ? timer : retarget(resume(timer, at), promised, at);
  return isWaiting(status) || issue !== 'none' ? pause(going, at) : resume(going, at);
}

function afterRetarget(state: State, promised: Promised, at: Millis): State {
  const change = (timer: Timer) => retarget(timer, promised, at);
  return { ...eachReply(state, change), promised, resolution: state.resolution && change(state.resolution) };
}

/** Changes the reply that is owed, if one is. */
function eachReply(state: State, change: (timer: Timer) => Timer): State {
  const owed = (timer: Timer): Timer => (timer.fulfilledAt === undefined ? change(timer) : timer);
  return {
    ...state,
    firstReply: state.firstReply && owed(state.firstReply),
    nextReplies: state.nextReplies.map(owed),
  };
}
