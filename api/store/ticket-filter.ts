import { type Statement, sql } from './statement.ts';
import type { TicketFilter } from './ticket-query.ts';

/** As the indexes of what is open say it: only the same words let SQLite use them. */
export const isOpen = sql`ticket.status in ('new', 'open', 'pending', 'on-hold')`;
const openOnes: readonly string[] = ['new', 'open', 'pending', 'on-hold'];

/** Whether only open tickets can be meant. */
export const meansOpen = ({ isOpen, status }: TicketFilter): boolean =>
  isOpen === true || (status !== undefined && openOnes.includes(status));

/** The conditions of a filter over `ticket`, each with its `and` before it. */
export function conditionsOf(filter: TicketFilter): Statement[] {
  const { status, tier, group, priority, topic, tag, assignee, isMerged, held, leadAsked, breachedBy, groups } = filter;
  const within = groups && JSON.stringify(groups);
  // A tag has no quotes in it, so its name in quotes is in the list exactly when the tag is.
  const quoted = tag && JSON.stringify(tag);
  return [
    meansOpen(filter) && { text: ` and ${isOpen.text}`, values: [] },
    status && sql` and ticket.status = ${status}`,
    tier && sql` and ticket.tier = ${tier}`,
    group !== undefined && sql` and ticket.group_id = ${group}`,
    priority && sql` and ticket.priority = ${priority}`,
    topic && sql` and ticket.topic = ${topic}`,
    quoted && sql` and instr(ticket.tags, ${quoted}) > 0`,
    assignee !== undefined && sql` and ticket.assignee is ${assignee}`,
    isMerged === false && sql` and ticket.merged_into is null`,
    held !== undefined && sql` and ticket.held = ${held ? 1 : 0}`,
    leadAsked && sql` and ticket.lead_asked = 1`,
    breachedBy !== undefined && sql` and ticket.due_by <= ${breachedBy}`,
    within && sql` and ticket.group_id in (select value from json_each(${within}))`,
  ].filter((condition) => typeof condition === 'object');
}
