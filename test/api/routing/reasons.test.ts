import { describe, expect, it } from 'vitest';
import { routingReason } from '../../../api/contract/ticket.ts';
import { decide } from '../../../api/routing/decide.ts';
import { destinationOf } from '../../../api/routing/destination.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import { reasonsOf } from '../../../api/routing/reasons.ts';
import { fixture } from './fixture.ts';
import { plain, truthTable } from './truth-table.ts';

const decided = (change: Partial<Subject>, closed: readonly string[] = []) => {
  const subject = { ...plain, ...change };
  const decision = decide(subject, fixture, ({ id }) => !closed.includes(id));
  return { decision, subject, groups: fixture.groups };
};
const reasons = (change: Partial<Subject>, closed?: readonly string[]) => reasonsOf(decided(change, closed));
/** `tier-lacks-skill 1 api`: a reason in a line. */
const lines = (change: Partial<Subject>, closed?: readonly string[]) =>
  reasons(change, closed).map(({ code, tier, detail }) =>
    [code, tier, detail].filter((part) => part !== undefined).join(' '),
  );

describe('reasons', () => {
  it('say for an agent what was tried, the rule, what it needs, who was passed over, who has it and how urgent it is', () => {
    const context: Subject['context'] = [
      { kind: 'search', id: '1', query: 'shop', results: 3 },
      { kind: 'search', id: '2', query: 'shopp', results: 0 },
      { kind: 'search', id: '3', query: 'shopp', results: 0 },
      { kind: 'read', id: '4', document: 'article:connect-a-shop', title: 'A', seconds: 9, helpful: false },
      { kind: 'read', id: '5', document: 'faq:webhooks', title: 'B', seconds: 9, helpful: false },
      { kind: 'read', id: '6', document: 'faq:refunds', title: 'C', seconds: 9, helpful: true },
      { kind: 'step', id: '7', walkthrough: 'walkthrough:print', title: 'D', step: 2, of: 4, blocked: 'no button' },
      { kind: 'step', id: '8', walkthrough: 'walkthrough:print', title: 'D', step: 3, of: 4, blocked: '' },
      { kind: 'step', id: '9', walkthrough: 'walkthrough:send', title: 'E', step: 4, of: 4 },
      { kind: 'host', id: '10', name: 'plan', value: 'enterprise' },
    ];
    expect(lines({ context })).toEqual([
      'search-without-result shopp',
      'article-unhelpful connect-a-shop',
      'faq-unhelpful webhooks',
      'walkthrough-blocked walkthrough:print 2/4: no button',
      'walkthrough-blocked walkthrough:print 3/4',
      'walkthrough-finished walkthrough:send',
      'rule connector-unhelpful',
      'needs-skill integrations',
      'tier-exhausted 1',
      'tier-lacks-skill 1 integrations',
      'group 2 integrations',
      'group-speaks en',
      'group-open',
      'priority high',
      'priority-raised enterprise',
    ]);
  });

  it('name the file and line of the rule, and what its author says of it', () => {
    const rule = reasons({ message: 'hacked' }).find(({ code }) => code === 'rule');
    expect(rule).toEqual({
      code: 'rule',
      detail: 'security',
      source: 'routing/rules.yaml:2',
      text: { en: 'it may concern security', de: 'es die Sicherheit betreffen kann' },
    });
  });

  it('name what a tier cannot reach, that nobody of it works now, and that whoever leads should hear of it', () => {
    expect(lines({ message: 'hacked', language: 'fr' }, ['security'])).toEqual([
      'rule security',
      'needs-access incident',
      'tier-lacks-access 1 incident',
      'tier-lacks-access 2 incident',
      'group 3 security',
      'group-does-not-speak fr',
      'group-closed',
      'priority urgent',
      'notify-rule security',
    ]);
  });

  it('tell a ticket that nobody can solve from one that everybody has tried', () => {
    expect(lines({ topic: 'legal' })).toEqual([
      'rule legal',
      'needs-skill law',
      'tier-lacks-skill 1 law',
      'tier-lacks-skill 2 law',
      'tier-lacks-skill 3 law',
      'group 3 engineering',
      'group-speaks en',
      'group-open',
      'priority normal',
      'notify-nobody-can',
    ]);
    const exhausted = lines({ topic: 'billing', exhausted: 3 });
    expect(exhausted).toContain('tier-exhausted 2');
    expect(exhausted).toContain('tier-lacks-skill 3 billing');
    expect(exhausted.at(-1)).toBe('notify-exhausted');
  });

  it('tell a tier without groups, and one where no group has everything', () => {
    const [support, billing] = ['support', 'billing'].map((id) => fixture.groups.find((group) => group.id === id)!);
    const rule = { ...fixture.rules.at(-1)!, skills: ['how-to', 'billing'] };
    const routing = { ...fixture, groups: [support!, billing!], rules: [rule] };
    const codes = reasonsOf({ decision: decide(plain, routing), subject: plain, groups: routing.groups });
    expect(codes.filter(({ code }) => code.startsWith('tier-'))).toEqual([
      { code: 'tier-divided', tier: 1 },
      { code: 'tier-empty', tier: 2 },
      { code: 'tier-empty', tier: 3 },
    ]);
  });

  it('fit their contract for every case of the truth table', () => {
    for (const { subject, closed } of truthTable) {
      for (const reason of reasons(subject, closed)) expect(() => routingReason.parse(reason)).not.toThrow();
    }
  });
});

describe('what a requester may know', () => {
  const shown = (change: Partial<Subject>, locale: string) =>
    destinationOf(decided(change).decision, { locale, fallback: 'en' });
  const hacked = { message: 'hacked' };

  it('is whom it goes to and why, in their language', () => {
    expect(shown(hacked, 'en')).toEqual({ group: 'Security', because: 'it may concern security' });
    expect(shown(hacked, 'de').because).toBe('es die Sicherheit betreffen kann');
    expect(shown({}, 'de')).toEqual({ group: 'Kundendienst' });
  });

  it('is in the first language of the help center where theirs is missing', () => {
    expect(shown(hacked, 'de-AT').because).toBe('es die Sicherheit betreffen kann');
    for (const locale of ['fr', '__proto__', 'constructor', ''])
      expect(shown(hacked, locale)).toEqual(shown(hacked, 'en'));
  });

  it('has no word that is inside a company', () => {
    for (const { subject } of truthTable) {
      const { decision } = decided(subject);
      const { group, because = '', ...rest } = destinationOf(decision, { locale: 'en', fallback: 'en' });
      expect(rest).toEqual({});
      expect(group).toBe(decision.group.title.en);
      expect(because).toBe(decision.rule.because?.en ?? '');
    }
  });
});
