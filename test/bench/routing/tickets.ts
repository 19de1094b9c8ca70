import type { ContextItem } from '../../../api/contract/page-context.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import { seeded } from '../../support/random.ts';

const topics = ['billing', 'account', 'privacy', 'feedback', 'legal', 'other'];
const languages = ['en', 'de', 'fr'];
const plain =
  'how do I change the logo since this morning our shop and please help die Rechnung fehlt seit heute'.split(' ');
/** What rules ask about: few of the words that people write. */
const telling = [
  ...['is down', 'charged twice', 'refund', 'E-42', 'ERR_TIMEOUT_3', '502', 'XK_7', 'hacked', 'lost data', 'all users'],
  ...['Rückerstattung', 'Störung', 'gehackt', '障害'],
];
const documents = ['article:connect-a-shop', 'article:logo', 'faq:webhooks', 'faq:refunds'];
const walkthroughs = ['walkthrough:connect-a-till', 'walkthrough:print'];
const given = [
  ['area', 'point-of-sale'],
  ['area', 'payroll'],
  ['plan', 'enterprise'],
  ['plan', 'trial'],
  ['error', 'PAY-7'],
] as const;

/** Tickets as they could come in: some say little, some a page; the same for the same seed. */
export function generateTickets(count: number, seed: number): Subject[] {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const one = <T>(of: readonly T[]): T => of[upTo(of.length - 1)]!;
  const times = <T>(many: number, make: () => T): T[] => Array.from({ length: many }, make);

  const word = () => one(random() < 0.03 ? telling : plain);
  const item = (): ContextItem => {
    const kind = upTo(3);
    if (kind === 0) return { kind: 'search', id: 's', query: word(), results: upTo(3) };
    if (kind === 1) {
      return { kind: 'read', id: 'r', document: one(documents), title: 'A', seconds: 30, helpful: random() < 0.5 };
    }
    if (kind === 2) {
      const blocked = random() < 0.5 ? { blocked: 'no button' } : {};
      return {
        kind: 'step',
        id: 'w',
        walkthrough: one(walkthroughs),
        title: 'B',
        step: 1 + upTo(3),
        of: 4,
        ...blocked,
      };
    }
    const [name, value] = one(given);
    return { kind: 'host', id: 'h', name, value };
  };

  return times(count, () => ({
    topic: one(topics),
    language: one(languages),
    verified: random() < 0.3,
    message: times(3 + upTo(random() < 0.05 ? 600 : 40), word).join(' '),
    context: times(upTo(6), item),
    exhausted: random() < 0.8 ? 0 : upTo(3),
  }));
}
