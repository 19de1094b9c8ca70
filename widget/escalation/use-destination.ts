import { useEffect, useMemo, useState } from 'preact/hooks';
import { dueBy, type Hours, hours as hoursContract, isWithin } from '../../api/contract/hours.ts';
import type { ContextItem } from '../../api/contract/page-context.ts';
import { routes } from '../../api/contract/routes.ts';
import type { Destination } from '../../api/contract/ticket.ts';
import { decide } from '../../api/routing/decide.ts';
import { destinationOf } from '../../api/routing/destination.ts';
import { publicRouting, type Routing } from '../../content/schema/routing.ts';
import type { Kit } from '../ui/kit.ts';

/** Where a message would go if it were sent now. */
export interface Preview extends Destination {
  /** When a person will have replied; unknown without a network. */
  by: number | undefined;
}

interface Known {
  routing: Routing;
  hours: Hours | undefined;
}

/** Where authors wrote a rule is nobody's business here. */
const unsourced = <T extends object>(rules: readonly T[]) => rules.map((rule) => ({ ...rule, source: '' }));

async function load(kit: Kit): Promise<Known | undefined> {
  const [table, answer] = await Promise.all([kit.routing(), kit.api.send(routes.hours, { method: 'GET' })]);
  const found = publicRouting.safeParse(table).data;
  if (!found) return undefined;
  const routing = { ...found, rules: unsourced(found.rules), priorities: unsourced(found.priorities) };
  return { routing, hours: answer.ok ? hoursContract.safeParse(answer.body).data : undefined };
}

/** What decides: what is typed, and what goes along with it. */
interface Words {
  topic: string;
  message: string;
  items: ContextItem[];
}

function previewOf({ locale, settings, now }: Kit, { routing, hours }: Known, words: Words): Preview {
  const at = now();
  const spansOf = (calendar: string) => hours?.calendars[calendar];
  const subject = {
    topic: words.topic,
    language: locale,
    verified: false,
    message: words.message,
    context: words.items,
    exhausted: 0 as const,
  };
  const decision = decide(subject, routing, ({ calendar }) => {
    const spans = spansOf(calendar);
    return spans === undefined || isWithin(spans, at);
  });
  const { group, target } = decision;
  const by = dueBy(spansOf(group.calendar) ?? [], at, target.firstReply, target);
  return { ...destinationOf(decision, { locale, fallback: settings.locales[0] ?? 'en' }), by: hours && by };
}

/**
 * Where the message would go and by when, told before it is sent: decided on the device by the code that decides in the API,
 * so that nothing leaves for it. Undefined while that is not known.
 */
export const useDestination = (kit: Kit, { topic, message, items }: Words): Preview | undefined => {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    let here = true;
    void load(kit).then((found) => here && setKnown(found));
    return () => {
      here = false;
    };
  }, [kit]);
  return useMemo(() => known && previewOf(kit, known, { topic, message, items }), [kit, known, topic, message, items]);
};
