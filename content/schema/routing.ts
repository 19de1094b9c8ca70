import * as z from 'zod/mini';
import { businessCalendar } from './business-calendar.ts';
import { group, publicGroup } from './group.ts';
import { priorityRule, routingRule } from './routing-rule.ts';
import { slaPolicy } from './sla-policy.ts';

/** Where an author finds it: `routing/rules.yaml:12`, or `settings.yaml` where nobody has written rules. */
const source = z.string();

/** Everything that decides where a ticket goes and by when, as the compile step emits it (`routing.json`). */
export const routing = z.object({
  groups: z.array(group),
  rules: z.array(z.extend(routingRule, { source })),
  priorities: z.array(z.extend(priorityRule, { source })),
  policies: z.array(slaPolicy),
  calendars: z.array(businessCalendar),
});
export type Routing = z.infer<typeof routing>;

/** The same as everybody may read it, for the widget to say where a message would go before it is sent. */
export const publicRouting = z.object({
  ...routing.shape,
  /** What is withheld from whom is a matter between companies. */
  groups: z.array(publicGroup),
  rules: z.array(routingRule),
  priorities: z.array(priorityRule),
});
export type PublicRouting = z.infer<typeof publicRouting>;
