import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, isCapable } from '../../../api/routing/choose.ts';
import { type Decision, decide, isHigher } from '../../../api/routing/decide.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import type { Routing } from '../../../content/schema/routing.ts';
import {
  anySubject,
  onPlan,
  someOpen,
  somePlan,
  somePriority,
  someRaise,
  someRouting,
  someSubject,
} from './arbitrary.ts';
import { frozen } from './frozen.ts';
import { oracle } from './oracle.ts';

const runs = { seed: 20_261_126, numRuns: 500 };
type Open = (group: { id: string }) => boolean;
const always = (law: (subject: Subject, routing: Routing, isOpen: Open) => void) =>
  fc.assert(fc.property(someSubject, someRouting, someOpen, law), runs);

const capable = ({ groups }: Routing, { rule }: Decision) => groups.filter((group) => isCapable(group, rule));
const place = ({ tier, group, rule }: Decision) => ({ tier, group, rule });

describe('whatever the routing and the ticket, a decision', () => {
  it('is the one that trying everything finds', () => {
    fc.assert(
      fc.property(someSubject, someRouting, someOpen, (subject, routing, isOpen) => {
        const { tier, group, priority, rule, next, isLast, notify } = decide(subject, routing, isOpen);
        const decided = { tier, group: group.id, priority, rule: rule.id, next: next?.id, isLast, notify };
        expect(decided).toEqual(oracle(subject, routing, isOpen));
      }),
      { ...runs, numRuns: 3_000 },
    );
  });

  it('goes to the lowest tier with one group that has all it needs and is not exhausted', () => {
    always((subject, routing, isOpen) => {
      const decision = decide(subject, routing, isOpen);
      const exhausted = Math.max(subject.exhausted, decision.rule.exhausts);
      const left = capable(routing, decision)
        .map(({ tier }) => tier)
        .filter((tier) => tier > exhausted);
      expect(decision.isLast).toBe(left.length === 0);
      if (left.length > 0) {
        expect(decision.tier).toBe(Math.min(...left));
        expect(capable(routing, decision)).toContain(decision.group);
      }
    });
  });

  it('stays at tier 3, with a notice, when all are exhausted', () => {
    always((subject, routing, isOpen) => {
      const decision = decide(frozen({ ...subject, exhausted: 3 }), routing, isOpen);
      expect(decision.notify).toBe(true);
      const able = capable(routing, decision);
      const from = able.length > 0 ? able : routing.groups;
      expect(decision.tier).toBe(Math.max(...from.map(({ tier }) => tier)));
    });
  });

  it('has a group of the routing, of the tier it names', () => {
    fc.assert(
      fc.property(anySubject, someRouting, someOpen, (subject, routing, isOpen) => {
        const { group, tier } = decide(subject, routing, isOpen);
        expect(routing.groups).toContain(group);
        expect(group.tier).toBe(tier);
      }),
      runs,
    );
  });

  it('is the same for the same ticket, also of another copy, and changes nothing', () => {
    always((subject, routing, isOpen) => {
      const decision = decide(subject, routing, isOpen);
      expect(decide(structuredClone(subject), structuredClone(routing), isOpen)).toEqual(decision);
      expect(decide(subject, routing, isOpen)).toEqual(decision);
    });
  });

  it('has the same place on every plan, and is never less urgent on one', () => {
    fc.assert(
      fc.property(someSubject, someRouting, someOpen, somePlan, (subject, routing, isOpen, plan) => {
        const without = decide(onPlan(subject, undefined), routing, isOpen);
        const on = decide(onPlan(subject, plan), routing, isOpen);
        expect(place(on)).toEqual(place(without));
        expect(isHigher(without.priority, on.priority)).toBe(false);
      }),
      runs,
    );
  });

  it('is never less urgent for one more priority rule, wherever it stands, and has the same place', () => {
    fc.assert(
      fc.property(someSubject, someRouting, someRaise, fc.nat(4), (subject, routing, raise, at) => {
        const before = decide(subject, routing);
        const more = frozen({ ...routing, priorities: routing.priorities.toSpliced(at, 0, raise) });
        const after = decide(subject, more);
        expect(isHigher(before.priority, after.priority)).toBe(false);
        expect(place(after)).toEqual(place(before));
      }),
      runs,
    );
  });

  it('is never less urgent when its rule is more urgent, and has the same place', () => {
    fc.assert(
      fc.property(someSubject, someRouting, somePriority, (subject, routing, priority) => {
        const before = decide(subject, routing);
        fc.pre(!isHigher(before.rule.priority, priority));
        const rules = routing.rules.map((rule) => (rule === before.rule ? { ...rule, priority } : rule));
        const after = decide(subject, frozen({ ...routing, rules }));
        expect(isHigher(before.priority, after.priority)).toBe(false);
        expect([after.tier, after.group, after.rule.id]).toEqual([before.tier, before.group, before.rule.id]);
      }),
      runs,
    );
  });

  it('never goes to a lower tier when more is exhausted', () => {
    always((_, { groups, rules }, isOpen) => {
      const { skills, access } = rules[0]!;
      const tiers = [0, 1, 2, 3].map(
        (exhausted) => choose(groups, { skills, access, language: 'en', exhausted }, isOpen).tier,
      );
      expect(tiers).toEqual(tiers.toSorted());
    });
  });

  it('never goes to a higher tier when a group learns something', () => {
    fc.assert(
      fc.property(someSubject, someRouting, fc.nat(6), (subject, routing, learner) => {
        const before = decide(subject, routing);
        fc.pre(!before.isLast);
        const all = { skills: ['repair', 'pay', 'code'], access: ['logs', 'vault'] };
        const groups = routing.groups.map((group, at) => (at === learner ? { ...group, ...all } : group));
        expect(decide(subject, frozen({ ...routing, groups })).tier).toBeLessThanOrEqual(before.tier);
      }),
      runs,
    );
  });
});
