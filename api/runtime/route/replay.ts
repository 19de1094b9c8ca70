import type { Routing } from '../../../content/schema/routing.ts';
import { decide } from '../../routing/decide.ts';
import type { Subject } from '../../routing/facts.ts';
import { openAt } from '../../routing/group-hours.ts';
import type { PastTicket, Unreadable } from '../../store/past-tickets.ts';

/** Where a ticket is. */
interface Spot {
  tier: number;
  group: string;
  priority: string;
}

interface Move {
  count: number;
  from: Spot;
  to: Spot;
  /** References of the tickets, oldest first. */
  tickets: string[];
}

/** What other rules would have done with past tickets. */
export interface Replay {
  tickets: number;
  stay: number;
  move: number;
  /** The most frequent first. */
  moves: Move[];
  /** References of tickets that cannot be read, and are counted nowhere. */
  skipped: string[];
}

interface Compared {
  current: Routing;
  changed: Routing;
}

/** Decides each ticket twice, as it came in. */
export function replay(tickets: Iterable<PastTicket | Unreadable>, { current, changed }: Compared): Replay {
  const moves = new Map<string, Move>();
  const skipped: string[] = [];
  let count = 0;
  for (const ticket of tickets) {
    if ('unreadable' in ticket) {
      skipped.push(ticket.reference);
      continue;
    }
    count += 1;
    const [from, to] = [current, changed].map((routing) => spotOf(ticket, routing));
    const key = JSON.stringify([from, to]);
    if (!from || !to || JSON.stringify(from) === JSON.stringify(to)) continue;
    const move = moves.get(key) ?? { count: 0, from, to, tickets: [] };
    move.count += 1;
    move.tickets.push(ticket.reference);
    moves.set(key, move);
  }
  const sorted = [...moves.values()].toSorted((one, other) => other.count - one.count);
  const move = sorted.reduce((sum, one) => sum + one.count, 0);
  return { tickets: count, stay: count - move, move, moves: sorted, skipped };
}

function spotOf(ticket: PastTicket, routing: Routing): Spot {
  const { topic, locale, message, context, verified, createdAt } = ticket;
  // What a rule exhausts it adds itself; what happened later had not happened.
  const subject: Subject = { topic, language: locale, message, context, verified, exhausted: 0 };
  const { tier, group, priority } = decide(subject, routing, openAt(routing, createdAt));
  return { tier, group: group.id, priority };
}
