import fc from 'fast-check';
import type { ContextItem } from '../../../api/contract/page-context.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import { type Routing, routing } from '../../../content/schema/routing.ts';
import { fixture } from './fixture.ts';
import { frozen } from './frozen.ts';

// Few words, so that rules and subjects meet often.
const skills = ['repair', 'pay', 'code'];
const access = ['logs', 'vault'];
const languages = ['en', 'de', 'fr'];
const topics = ['billing', 'account', 'other'];
const plans = ['trial', 'enterprise'];
const areas = ['tills', 'shop'];
const documents = ['article:one', 'article:two', 'faq:one'];
const walkthroughs = ['walkthrough:one', 'walkthrough:two'];
export const spoken = ['down', 'refund', 'refunds', 'hello', 'charged', 'twice'];
const phrases = ['down', 'refund*', 'charged twice', 'char* twice', 'hello refund'];
const codes = ['E-42', 'E-7', 'PAY_1'];
const patterns = ['E-42', 'E-*', 'PAY_1', 'P*'];
const priorities = ['low', 'normal', 'high', 'urgent'] as const;

const some = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 2 });
const few = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 2 });
const orAny = (of: readonly string[]) => fc.oneof({ weight: 2, arbitrary: some(of) }, fc.constant('any' as const));

/** Each condition is rare: a rule that names much never matches. */
const conditions = {
  topic: some(topics),
  language: some(languages),
  verified: fc.boolean(),
  area: some(areas),
  unhelpful: orAny(documents),
  blocked: orAny(walkthroughs),
  finished: orAny(walkthroughs),
  errorCode: orAny(patterns),
  words: some(phrases),
  exhausted: fc.integer({ min: 1, max: 3 }),
};
const whenOf = (of: Record<string, fc.Arbitrary<unknown>>, least = 1) =>
  fc
    .uniqueArray(fc.constantFrom(...Object.keys(of)), { minLength: least, maxLength: 2 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, of[name]!]))));

const group = fc.record({
  tier: fc.integer({ min: 1, max: 3 }),
  skills: few(skills),
  access: few(access),
  languages: few(languages),
});
const needs = {
  skills: few(skills),
  access: few(access),
  exhausts: fc.integer({ min: 0, max: 2 }),
  priority: fc.constantFrom(...priorities),
  notify: fc.boolean(),
};
const rule = fc.record({ when: whenOf(conditions), ...needs });
const raise = fc.record({
  when: whenOf({ ...conditions, plan: some(plans) }, 0),
  priority: fc.constantFrom(...priorities),
});

/** Any routing that the schema allows and whose last rule matches everything. */
export const someRouting: fc.Arbitrary<Routing> = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 7 }),
    rules: fc.array(rule, { maxLength: 6 }),
    last: fc.record(needs),
    priorities: fc.array(raise, { maxLength: 4 }),
  })
  .map(({ groups, rules, last, priorities }) => {
    const { policies, calendars } = fixture;
    const ruled = <T extends object>(list: readonly T[], name: string) =>
      list.map((one, place) => ({ ...one, id: `${name}-${place}`, source: `${name}.yaml:${place}` }));
    return frozen({
      ...routing.parse({
        groups: groups.map(({ languages, ...one }, place) => ({
          ...one,
          ...(languages.length > 0 ? { languages } : {}),
          id: `group-${place}`,
          title: { en: 'Group' },
          calendar: 'office',
        })),
        rules: ruled([...rules, last], 'rule'),
        priorities: ruled(priorities, 'raise'),
        policies: [],
        calendars: [],
      }),
      policies,
      calendars,
    });
  });

const id = fc.constant('id');
const title = fc.constant('');
const item: fc.Arbitrary<ContextItem> = fc.oneof(
  fc.record({
    kind: fc.constant('read' as const),
    id,
    title,
    document: fc.constantFrom(...documents),
    seconds: fc.constant(9),
    helpful: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('step' as const),
    id,
    title,
    walkthrough: fc.constantFrom(...walkthroughs),
    step: fc.integer({ min: 1, max: 2 }),
    of: fc.constant(2),
  }),
  fc.record({
    kind: fc.constant('step' as const),
    id,
    title,
    walkthrough: fc.constantFrom(...walkthroughs),
    step: fc.integer({ min: 1, max: 2 }),
    of: fc.constant(2),
    blocked: fc.constantFrom('', 'no button'),
  }),
  fc.constantFrom(...areas).map((value) => ({ kind: 'host' as const, id: 'area', name: 'area', value })),
  fc.constantFrom(...plans).map((value) => ({ kind: 'host' as const, id: 'plan', name: 'plan', value })),
  fc.constantFrom(...codes).map((value) => ({ kind: 'host' as const, id: 'error', name: 'error', value })),
);

const subjectThatSays = (message: fc.Arbitrary<string>): fc.Arbitrary<Subject> =>
  fc
    .record({
      topic: fc.constantFrom(...topics),
      language: fc.constantFrom(...languages),
      verified: fc.boolean(),
      message,
      context: fc.array(item, { maxLength: 5 }),
      exhausted: fc.integer({ min: 0, max: 3 }),
    })
    .map(frozen);

/** What somebody could ask. */
export const someSubject = subjectThatSays(
  fc.array(fc.constantFrom(...spoken, ...codes), { maxLength: 6 }).map((words) => words.join(' ')),
);
/** Whatever can be typed, and what cannot: halves of signs, marks, nothing. */
export const anySubject = subjectThatSays(fc.string({ unit: 'binary', maxLength: 200 }));

/** Which groups work now, by their place in the list. */
export const someOpen = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }).map(
  (open) =>
    ({ id }: { id: string }) =>
      open[Number(id.split('-')[1])] ?? true,
);

/** The same subject on another plan, or on none. */
export const onPlan = (subject: Subject, plan: string | undefined): Subject =>
  frozen({
    ...subject,
    context: [
      ...subject.context.filter((one) => one.kind !== 'host' || one.name !== 'plan'),
      ...(plan === undefined ? [] : [{ kind: 'host' as const, id: 'plan', name: 'plan', value: plan }]),
    ],
  });
export const somePlan = fc.constantFrom(...plans);
export const someRaise = raise.map((one) => ({ ...one, id: 'added', source: 'added.yaml:1' }));
export const somePriority = fc.constantFrom(...priorities);
