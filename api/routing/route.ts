import type { Settings } from '../../content/schema/settings.ts';
import type { PageContext } from '../contract/page-context.ts';
import { firstReplyBy } from '../contract/promise.ts';
import type { Priority, RoutingReason, Tier } from '../contract/ticket.ts';

/** What is known when a ticket comes in. */
export interface RoutingFacts {
  topic: string;
  context: PageContext;
}

export interface Route {
  tier: Tier;
  priority: Priority;
  /** In the order they were found. Codes name messages of a catalogue. */
  reasons: RoutingReason[];
  /** When a person will have replied for the first time. */
  firstReplyBy: Date;
}

/**
 * Decides where a ticket goes. Pure: the same facts, settings and instant give the same route, and every rule that changes
 * something leaves its reason.
 */
export function route(facts: RoutingFacts, settings: Pick<Settings, 'firstReplyHours'>, now: number): Route {
  return {
    // A person reads every ticket first; nothing is known yet that would let it skip them.
    tier: 1,
    priority: 'normal',
    reasons: [{ code: 'first-human' }, { code: 'topic', detail: facts.topic }, ...tried(facts.context)],
    firstReplyBy: firstReplyBy(settings, now),
  };
}

/** What self-service did not solve, each once: it tells the agent what not to send again. */
function tried(context: PageContext): RoutingReason[] {
  const reasons = new Map<string, RoutingReason>();
  const add = (code: string, detail: string) => reasons.set(`${code} ${detail}`, { code, detail });
  for (const item of context) {
    if (item.kind === 'read' && item.helpful === false) {
      const [kind = '', slug = ''] = item.document.split(':');
      add(`${kind}-unhelpful`, slug);
    }
    if (item.kind === 'search' && item.results === 0) add('search-without-result', item.query);
    if (item.kind === 'step' && item.step === item.of) add('walkthrough-finished', item.walkthrough);
  }
  return [...reasons.values()];
}
