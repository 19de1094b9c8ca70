import { defaultRouting } from '../../../content/compile/routing/default.ts';
import { type Group, group as groupSchema } from '../../../content/schema/group.ts';
import type { Routing } from '../../../content/schema/routing.ts';

const plain = defaultRouting({ name: 'Acme Help', locales: ['en', 'de'], firstReplyHours: 8, topics: [] });
const partnerRule = { id: 'hosting', skills: ['hosting'], access: [], exhausts: 0, priority: 'normal', notify: false };

/**
 * Support that has everything, and two partners: `hosting` gets what says "hosting" or comes from who read an article in vain,
 * `printing` what says "printer". `change` is of the group `hosting`.
 */
export function groupsOf(change: Partial<Group>): Routing {
  const calendar = 'around-the-clock';
  const group = (id: string, more: Partial<Group> = {}) =>
    groupSchema.parse({ id, title: { en: `Group ${id}` }, tier: 1, calendar, ...more });
  const rule = (id: string, when: Routing['rules'][number]['when']): Routing['rules'][number] => ({
    ...plain.rules[0]!,
    ...partnerRule,
    exhausts: 0,
    priority: 'normal',
    id,
    skills: [id],
    when,
    source: 'routing/rules.yaml:2',
    because: { en: `it is about ${id}` },
  });
  return {
    ...plain,
    groups: [
      group('front-line'),
      group('hosting', { tier: 2, skills: ['hosting', 'reading'], partner: true, ...change }),
      group('printing', { tier: 2, skills: ['printing'], partner: true }),
    ],
    rules: [
      rule('hosting', { words: ['hosting'] }),
      rule('reading', { unhelpful: 'any' }),
      rule('printing', { words: ['printer'] }),
      ...plain.rules,
    ],
  };
}
