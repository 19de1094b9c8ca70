import type { DeskTicket } from '../../../api/contract/desk.ts';

/** Sunday 22 November 2026, noon UTC. */
export const noon = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
export const at = (hours: number): string => new Date(noon + hours * hour).toISOString();

type Change = Partial<DeskTicket> & { id: string };

/** Its first reply is due, but where there was one, or where nobody waits. */
const dueOf = ({ status, firstRepliedAt, firstReplyBy = at(7) }: Change): Pick<DeskTicket, 'dueBy'> =>
  firstRepliedAt !== undefined || status === 'solved' || status === 'closed' ? {} : { dueBy: firstReplyBy };

/** A ticket that came an hour ago, with what a test says of it. */
export const makeTicket = (change: Change): DeskTicket => ({
  reference: `TZ-00000${change.id}`,
  status: 'new',
  tier: 1,
  priority: 'normal',
  topic: 'widget',
  excerpt: 'The launcher is missing.',
  requester: { name: 'Ada Lindqvist', address: 'ada@example.com' },
  createdAt: at(-1),
  updatedAt: at(-1),
  firstReplyBy: at(7),
  ...dueOf(change),
  held: false,
  messages: [{ id: `m${change.id}`, from: 'requester', text: 'The launcher is missing.', at: at(-1) }],
  context: [],
  group: 'front-line',
  reasons: [{ code: 'rule', detail: 'everything-else', source: 'routing/rules.yaml:9' }],
  locale: 'en',
  tags: [],
  leadAsked: false,
  transfers: 0,
  events: [],
  notes: [],
  handovers: [],
  ...change,
});
