import type { TicketEvent } from '../../../api/contract/event.ts';
import type { Priority, Status, Tier } from '../../../api/contract/ticket.ts';
import { seeded } from '../../support/random.ts';

/** A ticket of a desk that has been in use for two years, with everything that belongs to it. */
export interface GeneratedTicket {
  id: string;
  reference: string;
  status: Status;
  tier: Tier;
  group: string;
  priority: Priority;
  topic: string;
  name: string;
  address: string;
  assignee: string | null;
  tags: string[];
  held: boolean;
  leadAsked: boolean;
  createdAt: number;
  updatedAt: number;
  dueBy: number | null;
  messages: { from: 'requester' | 'agent'; text: string; at: number }[];
  notes: { text: string; at: number }[];
  events: { at: number; actor: string; event: TicketEvent }[];
}

const hour = 3_600_000;
const year = 365 * 24 * hour;
export const people = ['mo', 'mira', 'ines', 'jonas', 'leyla', 'tom', 'noor', 'piotr'];
export const groups = ['front-line', 'billing', 'integrations', 'engineering'];
const topics = ['billing', 'widget', 'account', 'import', 'other'];
const tags = ['csp', 'react', 'invoice', 'refund', 'login', 'import', 'slow', 'mobile', 'feature', 'bug', 'sso', 'vip'];
const names = ['Ada', 'Bo', 'Cy', 'Dorothea', 'Émile', 'Farid', 'Grete', 'Hui', 'Ivo', 'Jürgen'];
/** Common ones first: how often a word comes falls with its place, as in any language. */
const common =
  'the I a to and it is we in not of on my that for you with have please this when but are our page can error still after support help order invoice button since customer account open works widget team'.split(
    ' ',
  );

/** The same for the same seed; the newest tickets are the open ones, as in life. */
export function* generateTickets(count: number, seed: number, now: number): Generator<GeneratedTicket> {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const one = <T>(of: readonly T[]): T => of[upTo(of.length - 1)]!;
  const word = () => {
    const place = Math.floor(20_000 ** random());
    return common[place - 1] ?? `word${place.toString(36)}`;
  };
  const text = (words: number) => Array.from({ length: words }, word).join(' ');

  for (let place = 0; place < count; place += 1) {
    const age = 1 - place / count;
    const createdAt = Math.round(now - 2 * year * age);
    const status = statusOf(age, random());
    const open = !['solved', 'closed'].includes(status);
    const id = `t${place.toString(36).padStart(6, '0')}`;
    const tier: Tier = random() < 0.75 ? 1 : random() < 0.8 ? 2 : 3;
    const group = tier === 1 ? one(['front-line', 'front-line', 'billing']) : one(['integrations', 'engineering']);
    const messages = Array.from({ length: 1 + upTo(random() < 0.1 ? 14 : 4) }, (_, index) => ({
      from: index % 2 === 0 ? ('requester' as const) : ('agent' as const),
      text: text(10 + upTo(90)),
      at: createdAt + index * 3 * hour,
    }));
    const notes = random() < 0.25 ? [{ text: text(12 + upTo(20)), at: createdAt + hour }] : [];
    const updatedAt = Math.min(now, messages.at(-1)?.at ?? createdAt);
    const counts = open && status !== 'pending' && status !== 'on-hold';
    yield {
      id,
      reference: `TZ-${place.toString().padStart(6, '0')}`,
      status,
      tier,
      group,
      priority: random() < 0.8 ? 'normal' : one(['low', 'high', 'urgent']),
      topic: one(topics),
      name: `${one(names)} ${one(names)}son`,
      address: `${one(names).toLowerCase()}${place}@example.com`,
      assignee: open && random() < 0.4 ? null : one(people),
      tags: Array.from(new Set(Array.from({ length: upTo(3) }, () => one(tags)))).sort(),
      held: random() < 0.01,
      leadAsked: open && random() < 0.03,
      createdAt,
      updatedAt,
      dueBy: counts ? Math.round(now + (random() - 0.2) * 48 * hour) : null,
      messages,
      notes,
      events: [
        { at: createdAt, actor: 'requester', event: { kind: 'created', place: { tier, group, priority: 'normal' } } },
        ...messages.slice(1).map(({ at }, index) => ({
          at,
          actor: index % 2 === 0 ? one(people) : 'requester',
          event: { kind: 'message' as const, message: `m${index + 1}-${id}` },
        })),
      ],
    };
  }
}

/** One in twelve is open; what is old is closed. */
function statusOf(age: number, chance: number): Status {
  if (age > 0.3 || chance > 0.28) return age > 0.05 && chance < 0.9 ? 'closed' : 'solved';
  if (chance < 0.05) return 'new';
  if (chance < 0.14) return 'open';
  return chance < 0.24 ? 'pending' : 'on-hold';
}
