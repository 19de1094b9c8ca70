import { dueBy, type Hours, isWithin } from '../../../api/contract/hours.ts';
import type { Destination, RoutingReason } from '../../../api/contract/ticket.ts';
import { type Decision, decide } from '../../../api/routing/decide.ts';
import { destinationOf } from '../../../api/routing/destination.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import { reasonsOf } from '../../../api/routing/reasons.ts';
import type { Routing } from '../../../content/schema/routing.ts';

/** What would be promised: an instant (ISO 8601), or its span alone where nobody knows opening hours so far ahead. */
export interface Due {
  span: string;
  by?: string;
}

/** What would become of a request. */
export interface Outcome {
  decision: Decision;
  reasons: RoutingReason[];
  firstReply: Due;
  resolution: Due | undefined;
  requester: Destination;
}

interface Asked {
  subject: Subject;
  routing: Routing;
  hours: Hours;
  /** Milliseconds since 1970. */
  at: number;
  /** The help center's first language. */
  fallback: string;
}

/** The decision of the router that the API uses, over the opening hours that the API tells. */
export function outcomeOf({ subject, routing, hours, at, fallback }: Asked): Outcome {
  const spansOf = (calendar: string) => hours.calendars[calendar] ?? [];
  const decision = decide(subject, routing, (group) => isWithin(spansOf(group.calendar), at));
  const { group, target } = decision;
  const due = (span: string): Due => {
    const by = dueBy(spansOf(group.calendar), at, span, target);
    return by === undefined ? { span } : { span, by: new Date(by).toISOString() };
  };
  return {
    decision,
    reasons: reasonsOf({ decision, subject, groups: routing.groups }),
    firstReply: due(target.firstReply),
    resolution: target.resolution === undefined ? undefined : due(target.resolution),
    requester: destinationOf(decision, { locale: subject.language, fallback }),
  };
}
