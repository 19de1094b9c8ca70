import type { Routing } from '../../../content/schema/routing.ts';
import type { Destination, RoutingReason } from '../../contract/ticket.ts';
import { deadlines } from '../../routing/deadline.ts';
import { type Decision, decide } from '../../routing/decide.ts';
import { destinationOf } from '../../routing/destination.ts';
import type { Subject } from '../../routing/facts.ts';
import { calendarOf, openAt } from '../../routing/group-hours.ts';
import { reasonsOf } from '../../routing/reasons.ts';
import type { Millis } from '../../store/store.ts';

/** What `npm run route` says of one ticket. */
export interface Answer {
  tier: Decision['tier'];
  group: { id: string; isOpen: boolean };
  priority: Decision['priority'];
  notify: boolean;
  rule: Place;
  /** The rule that would have matched next. */
  next: Place | undefined;
  reasons: RoutingReason[];
  requester: Destination;
  promise: Promised;
}

interface Place {
  id: string;
  source: string;
}

interface Promised {
  policy: string;
  /** Span from the requester's first message to the first reply of a person, and the calendar it counts in. */
  firstReply: string;
  calendar: string;
  /** ISO 8601; absent where the calendar is not open for that long. */
  firstReplyBy?: string;
  /** The same for solved, where that is promised. */
  resolution?: string;
  resolveBy?: string;
}

interface Asked {
  subject: Subject;
  routing: Routing;
  at: Millis;
}

export function answerOf({ subject, routing, at }: Asked): Answer {
  const decision = decide(subject, routing, openAt(routing, at));
  const { tier, group, isOpen, priority, notify, rule, next } = decision;
  return {
    tier,
    group: { id: group.id, isOpen },
    priority,
    notify,
    rule: placeOf(rule),
    next: next && placeOf(next),
    reasons: reasonsOf({ decision, subject, groups: routing.groups }),
    requester: destinationOf(decision, { locale: subject.language, fallback: Object.keys(group.title)[0] ?? 'en' }),
    promise: promiseOf(decision, { routing, at }),
  };
}

const placeOf = ({ id, source }: Place): Place => ({ id, source });

function promiseOf({ group, policy, target }: Decision, { routing, at }: Omit<Asked, 'subject'>): Promised {
  const { firstReply, resolution, aroundTheClock } = target;
  const { firstReplyBy, resolveBy } = deadlines({ target, calendar: calendarOf(routing, group) }, at);
  return {
    policy: policy.id,
    firstReply,
    calendar: aroundTheClock ? 'around the clock' : group.calendar,
    ...(firstReplyBy === undefined ? {} : { firstReplyBy: instantOf(firstReplyBy) }),
    ...(resolution === undefined ? {} : { resolution }),
    ...(resolveBy === undefined ? {} : { resolveBy: instantOf(resolveBy) }),
  };
}

const instantOf = (at: Millis): string => new Date(at).toISOString();
