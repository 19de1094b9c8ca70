import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '../../../api/routing/choose.ts';
import { decide, isHigher } from '../../../api/routing/decide.ts';
import { factsOf, type Subject } from '../../../api/routing/facts.ts';
import { matches } from '../../../api/routing/matches.ts';
import { freshOf } from '../../../content/compile/check/routing/fresh.ts';
import { checkGroups } from '../../../content/compile/check/routing/groups.ts';
import { reach } from '../../../content/compile/check/routing/reach.ts';
import { checkEveryTicket, checkRules } from '../../../content/compile/check/routing/rules.ts';
import { type Condition, partsOf, subjectOf } from '../../../content/compile/check/routing/witness.ts';
import { defaultRouting } from '../../../content/compile/routing/default.ts';
import type { ParsedRouting } from '../../../content/compile/routing/parse.ts';
import { fieldOf } from '../../../content/compile/validate.ts';
import type { Group } from '../../../content/schema/group.ts';
import { type Routing, routing as schema } from '../../../content/schema/routing.ts';
import { priority } from '../../../content/schema/tier.ts';

const settings = { name: 'A', locales: ['en', 'de'], firstReplyHours: 8, topics: [{ id: 'a', title: { en: 'A' } }] };
const plain = defaultRouting(settings);
const rule = plain.rules[0]!;
const group = plain.groups[0]!;

const parsedOf = (changes: Partial<Routing>): ParsedRouting => ({
  routing: { ...plain, ...changes },
  at: (path) => ({ file: 'routing', line: 1, field: fieldOf(path) }),
});
const rulesOf = (conditions: readonly Condition[]): Routing['rules'] =>
  conditions.map((when, place) => ({ ...rule, id: `r${place}`, when }));
const enough = () => ({ left: 1_000_000 });

const some = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const documents = fc.oneof(fc.constant('any' as const), some('article:a', 'article:b'));
const phrases = ['red', 'Réd', 're*', 'red car', 're* ca*', 'car*', 'c-*', 'E-42', 'blue', 'b*'];
const codes = ['e-42', 'E-4*', 'e*', 'red', 'E', '42', 'E_1', '_*', 'c-b', 'e-'];
const condition: fc.Arbitrary<Condition> = fc
  .record({
    topic: maybe(some('a', 'b')),
    language: maybe(some('en', 'de')),
    verified: maybe(fc.boolean()),
    area: maybe(some('x', 'y')),
    unhelpful: maybe(documents),
    blocked: maybe(documents),
    finished: maybe(documents),
    errorCode: maybe(fc.oneof(fc.constant('any' as const), some(...codes))),
    words: maybe(some(...phrases)),
    exhausted: maybe(fc.integer({ min: 1, max: 3 })),
  })
  .chain((whole) =>
    // Few parts at once, or no rule would cover another.
    fc.subarray(Object.keys(whole), { maxLength: 3 }).map((keys): Condition => {
      const kept = Object.entries(whole).filter(([key, value]) => keys.includes(key) && value !== undefined);
      return Object.fromEntries(kept);
    }),
  );

const pick = (...values: string[]) => fc.constantFrom(...values);
const step = { kind: 'step', title: 'T', step: 2, of: 2 } as const;
const item: fc.Arbitrary<Subject['context'][number]> = fc.oneof(
  pick('x', 'y', 'z').map((value) => ({ kind: 'host' as const, id: `area ${value}`, name: 'area', value })),
  pick('e-42', 'E-41', 'red', 'E_1', '_', '~', 'e-', 'failed: red', 'c-b').map((value) => ({
    kind: 'host' as const,
    id: value,
    name: 'error',
    value,
  })),
  pick('article:a', 'article:b', 'article:c').map((document) => ({
    kind: 'read' as const,
    id: document,
    document,
    title: 'T',
    seconds: 1,
    helpful: false,
  })),
  pick('article:a', 'article:b', 'article:c').map((walkthrough) => ({ ...step, id: walkthrough, walkthrough })),
  pick('article:a', 'article:b', 'article:c').map((walkthrough) => ({
    ...step,
    id: `b ${walkthrough}`,
    walkthrough,
    blocked: 'error',
  })),
);
const ticket: fc.Arbitrary<Subject> = fc.record({
  topic: pick('a', 'b', 'c'),
  language: pick('en', 'de', 'fr'),
  verified: fc.boolean(),
  message: fc
    .array(pick('red', 'réd', 'reduce', 'car', 'cars', 'c', 'E-42', 'e-42', 'c-b', 'blue', 'b', '42', 'hello'), {
      maxLength: 4,
    })
    .map((words) => words.join(' ')),
  exhausted: fc.integer({ min: 0, max: 3 }),
  context: fc.array(item, { maxLength: 4 }),
});

/** Places of the entries that errors name. */
const placesIn = (errors: readonly { field: string }[]): number[] =>
  errors.map(({ field }) => Number(/\d+/.exec(field)?.[0]));
const firstOf = (rules: Routing['rules'], subject: Subject): number => {
  const facts = factsOf(subject);
  return rules.findIndex(({ when }) => matches(when, facts));
};

describe('rules', () => {
  it('are called unreachable only when no ticket has them first', () => {
    let reported = 0;
    const tables = fc.array(condition, { minLength: 2, maxLength: 12 }).map(rulesOf);
    fc.assert(
      fc.property(tables, fc.array(ticket, { minLength: 40, maxLength: 40 }), (rules, tickets) => {
        const unreachable = placesIn(checkRules(parsedOf({ rules }), enough()));
        reported += unreachable.length;
        for (const one of tickets) expect(unreachable).not.toContain(firstOf(rules, one));
      }),
      { numRuns: 300 },
    );
    expect(reported).toBeGreaterThan(100);
  });

  it('that are not called so have a ticket that has them first', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 2, maxLength: 12 }).map(rulesOf), (rules) => {
        const unreachable = placesIn(checkRules(parsedOf({ rules }), enough()));
        const fresh = freshOf({ rules, priorities: [] });
        for (const [place, { when }] of rules.entries()) {
          const found = reach(partsOf(when, fresh, enough()), rules.slice(0, place), enough());
          expect(found.is).toBe(unreachable.includes(place) ? 'taken' : 'free');
          if (found.is === 'free') expect(firstOf(rules, subjectOf(found.values, fresh))).toBe(place);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are said to leave a ticket over when one of any kind finds no rule, and not otherwise', () => {
    // Conditions that say little: others leave everything over.
    const loose = fc.oneof(
      fc.constant<Condition>({}),
      fc.constantFrom<Condition>({ verified: true }, { verified: false }, { topic: ['a'] }, { language: ['en', 'de'] }),
    );
    const tables = fc.array(loose, { minLength: 1, maxLength: 4 }).map(rulesOf);
    fc.assert(
      fc.property(tables, fc.array(ticket, { minLength: 60, maxLength: 60 }), (rules, tickets) => {
        const isGap = checkEveryTicket(parsedOf({ rules }), enough()).length > 0;
        expect(tickets.some((one) => firstOf(rules, one) < 0) && !isGap).toBe(false);
        expect(isGap && rules.some(({ when }) => Object.keys(when).length === 0)).toBe(false);
      }),
    );
  });

  it('are not judged beyond what the comparison may cost', () => {
    const rules = rulesOf([{}, {}, { topic: ['a'] }]);
    expect(checkRules(parsedOf({ rules }), { left: 0 })).toEqual([]);
    expect(checkRules(parsedOf({ rules }), enough())).toHaveLength(2);
  });
});

describe('priorities', () => {
  const levels = pick('low', 'normal', 'high', 'urgent').map((level) => priority.parse(level));
  const raising = fc
    .array(fc.record({ when: condition, priority: levels }), { minLength: 2, maxLength: 8 })
    .map((all): Routing['priorities'] =>
      all.map((one, place) => ({ ...one, id: `p${place}`, source: `routing/rules.yaml:${place}` })),
    );
  const rulesAt = levels.map((level): Routing['rules'] => [{ ...rule, priority: level }]);

  it('are called dead only when they raise no ticket, before or behind what is as high', () => {
    let reported = 0;
    fc.assert(
      fc.property(
        raising,
        rulesAt,
        fc.array(ticket, { minLength: 40, maxLength: 40 }),
        (priorities, rules, tickets) => {
          const dead = placesIn(checkRules(parsedOf({ rules, priorities }), enough()));
          reported += dead.length;
          for (const one of tickets) {
            const { raisedBy } = decide(one, { ...plain, rules, priorities });
            expect(dead.map((place) => priorities[place]?.id)).not.toContain(raisedBy?.id ?? 'nothing');
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(reported).toBeGreaterThan(100);
  });

  it('that are not called so raise a ticket of the plainest kind', () => {
    fc.assert(
      fc.property(raising, rulesAt, (priorities, rules) => {
        const dead = placesIn(checkRules(parsedOf({ rules, priorities }), enough()));
        const fresh = freshOf({ rules, priorities });
        for (const [place, entry] of priorities.entries()) {
          if (dead.includes(place)) continue;
          const rivals = priorities.filter(
            (one, at) =>
              one !== entry &&
              (isHigher(one.priority, entry.priority) || (at < place && one.priority === entry.priority)),
          );
          const found = reach(partsOf(entry.when, fresh, enough()), rivals, enough());
          expect(found.is).toBe('free');
          if (found.is !== 'free') continue;
          const { raisedBy } = decide(subjectOf(found.values, fresh), { ...plain, rules, priorities });
          expect(raisedBy?.id).toBe(entry.id);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('groups', () => {
  const skills = fc.subarray(['s', 't']);
  const people: fc.Arbitrary<Group> = fc.record({
    ...Object.fromEntries(Object.entries(group).map(([key, value]) => [key, fc.constant(value)])),
    id: fc.constant('g'),
    title: fc.constant({}),
    partner: fc.constant(false),
    tier: fc.constantFrom(1, 2, 3),
    skills,
    access: fc.subarray(['d']),
    languages: fc.subarray(['en', 'de']),
    calendar: pick('one', 'two'),
  });
  const ruled = fc.record({ when: condition, skills, exhausts: fc.constantFrom(0, 1, 2) });

  it('are called unreached only when no ticket goes there, whoever is at work', () => {
    let reported = 0;
    fc.assert(
      fc.property(
        fc.array(people, { minLength: 2, maxLength: 5 }),
        fc.array(ruled, { maxLength: 5 }),
        fc.array(ticket, { minLength: 40, maxLength: 40 }),
        (groups, some, tickets) => {
          const rules = [...some, {}].map((one, place): Routing['rules'][number] => ({
            ...rule,
            id: `r${place}`,
            ...one,
          }));
          const unreached = placesIn(
            checkGroups(parsedOf({ groups, rules }), { settings, documents: new Set() }, enough()),
          );
          reported += unreached.length;
          for (const one of tickets) {
            const { skills, access, exhausts } = rules[firstOf(rules, one)]!;
            const needs = { skills, access, language: one.language, exhausted: Math.max(exhausts, one.exhausted) };
            for (const open of [[], ['one'], ['two'], ['one', 'two']]) {
              const taken = choose(groups, needs, ({ calendar }) => open.includes(calendar)).group;
              expect(unreached).not.toContain(groups.indexOf(taken));
            }
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(reported).toBeGreaterThan(100);
  });
});

describe('the default', () => {
  it('is a table like any other', () => {
    expect(schema.parse(JSON.parse(JSON.stringify(plain)))).toEqual(plain);
  });
});
