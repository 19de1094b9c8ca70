import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../api/ticket/canonical.ts';
import { excerptOf, makeReference } from '../../../api/ticket/reference.ts';

describe('makeReference', () => {
  test('has six characters nobody confuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
        expect(makeReference(() => new Uint8Array(bytes))).toMatch(/^TZ-[0-9A-HJKMNP-TV-Z]{6}$/);
      }),
    );
  });
});

describe('excerptOf', () => {
  test.each([
    ['  \n First line \r\n second', 'First line'],
    ['one', 'one'],
    ['x'.repeat(140), 'x'.repeat(140)],
    ['x'.repeat(141), `${'x'.repeat(139)}…`],
  ])('takes the first line with words of %j', (message, excerpt) => {
    expect(excerptOf(message)).toBe(excerpt);
  });

  test('is never longer than 140 characters and never cuts through one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('👩‍👩‍👧', 'é', 'x', '한'), minLength: 1, maxLength: 300 }),
        (text) => {
          const excerpt = excerptOf(text);
          expect(excerpt.length).toBeLessThanOrEqual(140);
          expect(text.startsWith(excerpt.replace(/…$/, ''))).toBe(true);
          expect(excerpt).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
        },
      ),
    );
  });
});

describe('canonical', () => {
  test('is the same whatever order fields came in, and differs when a value does', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, shuffled(part)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });
});
