import { describe, expect, it } from 'vitest';
import type { RoutingReason } from '../../../api/contract/ticket.ts';
import { decide } from '../../../api/routing/decide.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import { reasonsOf } from '../../../api/routing/reasons.ts';
import { explain } from '../../../site/desk/explain.ts';
import { de } from '../../../site/desk/words.de.ts';
import { en } from '../../../site/desk/words.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { table } from './table.ts';

const kitIn = (locale: 'en' | 'de') => ({
  t: createTranslate(locale, locale === 'de' ? de : en),
  locale,
  topics: [{ id: 'widget', title: { en: 'The widget' } }],
  groups: table.groups,
});
const told = (reasons: readonly RoutingReason[], locale: 'en' | 'de' = 'en') =>
  explain(kitIn(locale), reasons).map(({ name, lines }) => [
    name,
    ...lines.map(({ text, source }) => (source === undefined ? text : `${text} [${source}]`)),
  ]);

/** Every code that the API has written or writes. */
const codes = [
  ...['first-human', 'topic', 'search-without-result', 'article-unhelpful', 'faq-unhelpful', 'walkthrough-unhelpful'],
  ...['walkthrough-finished', 'walkthrough-blocked', 'rule', 'needs-skill', 'needs-access', 'tier-exhausted'],
  ...['tier-lacks-skill', 'tier-lacks-access', 'tier-empty', 'tier-divided', 'group', 'group-speaks', 'group-open'],
  ...['group-does-not-speak', 'group-closed', 'priority', 'priority-raised', 'notify-rule', 'notify-exhausted'],
  'notify-nobody-can',
];

describe('why a request is where it is', () => {
  it.each(['en', 'de'] as const)('has words for every code, %s', (locale) => {
    for (const code of codes) {
      const [[part, line = ''] = []] = told([{ code, detail: code === 'priority' ? 'high' : 'de', tier: 2 }], locale);
      expect(part).not.toBe('other');
      expect(line.startsWith(code)).toBe(false);
      expect(line).not.toMatch(/[{}]/);
    }
  });

  it('puts together what belongs together, and names each place of a rule once', () => {
    const subject: Subject = {
      topic: 'widget',
      language: 'de',
      verified: false,
      message: 'The help center is down',
      exhausted: 1,
      context: [
        { kind: 'search', id: '1', query: 'is it down', results: 0 },
        { kind: 'step', id: '2', walkthrough: 'walkthrough:go', title: 'Go', step: 2, of: 3, blocked: 'no button' },
      ],
    };
    expect(told(reasonsOf({ decision: decide(subject, table, () => false), subject, groups: table.groups }))).toEqual([
      ['tried', 'Searched and found nothing: is it down', 'Could not go on: walkthrough go 2/3: no button'],
      ['rule', 'Rule outage, because something is down [routing/rules.yaml:2]', 'Needs access: outages'],
      ['passed', 'Tier 1: has done what it can · no access outages', 'Tier 2: no access outages'],
      ['group', 'On call', 'Answers in German · was not at work'],
      ['urgency', 'Urgent', 'Whoever leads should hear of it, as rule outage says'],
    ]);
  });

  it.each([
    ['anchor-missing', 'what it points at was not found', 'worauf er zeigt, war nicht zu finden'],
    ['covered', 'something else lay over it', 'etwas anderes lag darüber'],
    ['condition-failed', 'a condition of the step did not hold', 'eine Bedingung des Schritts galt nicht'],
    ['elsewhere', 'it was another page', 'es war eine andere Seite'],
    ['did-not-work', 'the requester says that it did not work', 'nach Angabe der anfragenden Person ging es nicht'],
    ['a: b 1/2: c', 'a: b 1/2: c', 'a: b 1/2: c'],
  ])('says why a step could not be done in plain words: %s', (reason, english, german) => {
    const reasons = [{ code: 'walkthrough-blocked', detail: `walkthrough:go 2/3: ${reason}` }];
    expect(told(reasons)).toEqual([['tried', `Could not go on: walkthrough go 2/3: ${english}`]]);
    expect(told(reasons, 'de')).toEqual([['tried', `Ging nicht weiter: Anleitung go 2/3: ${german}`]]);
  });

  it('lists what is lacking in one line a tier', () => {
    const lacks = ['a', 'b', 'c'].map((detail) => ({ code: 'tier-lacks-skill', detail, tier: 1 as const }));
    expect(told([...lacks, { code: 'tier-divided', tier: 2 }, { code: 'needs-skill', detail: 'a' }])).toEqual([
      ['rule', 'Needs skills: a'],
      ['passed', 'Tier 1: no skill a, b, and c', 'Tier 2: no group has all of it'],
    ]);
  });

  it('shows what it has no words for last, as it is', () => {
    expect(
      told([
        { code: 'from-the-future', detail: 'x', source: 'routing/rules.yaml:3' },
        { code: 'topic', detail: 'widget' },
      ]),
    ).toEqual([
      ['rule', 'Topic: The widget'],
      ['other', 'from-the-future x [routing/rules.yaml:3]'],
    ]);
  });

  it('lets nothing that a requester typed turn what follows', () => {
    expect(JSON.stringify(told([{ code: 'search-without-result', detail: 'a\u202eb' }]))).toContain('a\ufffdb');
  });
});
