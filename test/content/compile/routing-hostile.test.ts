import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRouting } from '../../../content/compile/check/routing/check.ts';
import { parseRouting } from '../../../content/compile/routing/parse.ts';
import { routing, routingWith } from '../../support/content/routing.ts';

const settings = { name: 'A', locales: ['en'], firstReplyHours: 8, topics: [{ id: 'other', title: { en: 'Other' } }] };
const known = { settings, documents: new Set(['walkthrough:invite']) };

/** What a run says of texts, in one list: it never throws. */
function said(files: Record<string, unknown>): string[] {
  const { parsed, errors } = parseRouting(new Map(Object.entries(files).map(([file, text]) => [file, String(text)])));
  const checked = parsed ? checkRouting(parsed, known) : { errors: [], warnings: [] };
  return [...errors, ...checked.errors].map(({ file, line, field }) => {
    expect(line).toBeGreaterThanOrEqual(1);
    return `${file}:${line} ${field}`;
  });
}

const pieces = [
  'rules:',
  'groups:',
  'policies:',
  'calendars:',
  'priorities:',
  '\n',
  '\n  - ',
  '\n    ',
  'id: ',
  'when: ',
  '{',
  '}',
  '[',
  ']',
  ', ',
  'words: ',
  'topic: ',
  'errorCode: any',
  'unhelpful: any',
  'exhausted: ',
  '*',
  '&a ',
  '*a',
  '"',
  "'",
  '404',
  '-1',
  '1e999',
  '.nan',
  'null',
  '~',
  'true',
  '__proto__: ',
  'constructor: ',
  '2026-02-30',
  '!!binary a',
  '<<: ',
  '? ',
  ': ',
  '#',
  '---\n',
  '\u0000',
  '\u2028',
  '😀',
  'x'.repeat(300),
];
const hostile = fc.string({
  unit: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 3 })),
  maxLength: 25,
});

describe('routing', () => {
  it('refuses aliases of lists of aliases, which a few lines make into millions of values', () => {
    const lists = Array.from(
      { length: 9 },
      (_, at) => `  - &l${at} [${Array(9).fill(at === 0 ? 'x' : `*l${at - 1}`)}]`,
    );
    const bomb = `bomb:\n${lists.join('\n')}\n${routing['routing/rules.yaml']}`;
    expect(said({ ...routing, 'routing/rules.yaml': bomb })).toEqual(['routing/rules.yaml:1 yaml']);
    const shared = `base: &b [x, y]\n${routing['routing/rules.yaml']}`;
    expect(said({ ...routing, 'routing/rules.yaml': shared })).toEqual(['routing/rules.yaml:1 base']);
  });

  it('finds nothing wrong with the good folder', () => {
    expect(said(routing)).toEqual([]);
  });

  it('answers with errors, and never throws, whatever stands in one of its files', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(routing)), hostile, (file, text) => {
        expect(said({ ...routing, [file]: text }).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('answers with errors, and never throws, whatever stands in place of a value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.entries(routing)), fc.nat(), fc.string(), ([file, text], at, value) => {
        const values = [...text.matchAll(/(?<=: ).+$/gm)];
        const { index, 0: old } = values[at % values.length]!;
        expect(() =>
          said({ ...routing, [file]: text.slice(0, index) + value + text.slice(index + old.length) }),
        ).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['numbers for words', 'words: [404, 1.5, true, null]', 4],
    ['a list for one value', 'verified: [true]', 1],
    ['text for a list', 'topic: other', 1],
    ['an object for a list', 'words: { a: b }', 1],
    ['more words than anybody reads', `words: [${Array.from({ length: 5000 }, (_, at) => `w${at}`).join(', ')}]`, 1],
    ['a prototype', '__proto__: [a]', 1],
  ])('refuses %s', (_, when, count) => {
    const files = routingWith({ rules: [['blocked: [walkthrough:invite]', when]] });
    expect(said(files)).toHaveLength(count);
    for (const line of said(files)) expect(line).toMatch(/^routing\/rules\.yaml:3 rules\[0\]\.when\./);
  });

  it('refuses more rules than anybody reads', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `  - id: r${at}\n`).join('');
    expect(said({ ...routing, 'routing/rules.yaml': `rules:\n${many}` })).toEqual(['routing/rules.yaml:1 rules']);
  });

  it('gives up on a table that is too large to compare, and says so', () => {
    const words = (of: number) => Array.from({ length: 200 }, (_, at) => `w${of}x${at}*`).join(', ');
    const many = Array.from({ length: 50 }, (_, at) => `  - { id: r${at}, when: { words: [${words(at)}] } }\n`).join(
      '',
    );
    const text = `rules:\n${many}  - id: everything\n`.replace('{ id: r0,', '{ id: r0, skills: [code],');
    const { parsed } = parseRouting(new Map(Object.entries({ ...routing, 'routing/rules.yaml': text })));
    const { errors, warnings } = checkRouting(parsed!, known, { left: 2_000 });
    expect(errors).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('too much to compare')]);
  });
});
