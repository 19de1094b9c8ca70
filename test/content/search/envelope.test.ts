import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal, unseal } from '../../../content/search/envelope.ts';
import { indexBytes } from './help-center.ts';

const reasonOf = (opened: ReturnType<typeof unseal>): string => (opened.ok ? 'opened' : opened.reason);
const library = () => seal('L', new TextEncoder().encode(JSON.stringify({ locale: 'en', documents: ['A', 'B'] })));

/** A copy with one run of bytes replaced by others. */
const changed = (bytes: Uint8Array<ArrayBuffer>, at: number, flips: readonly number[]): Uint8Array<ArrayBuffer> => {
  const copy = bytes.slice();
  flips.forEach((flip, offset) => {
    copy[(at + offset) % copy.length]! ^= flip;
  });
  return copy;
};

describe('a sealed file', () => {
  test('gives back what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('S', 'L', 'D'), (payload, kind) => {
        const opened = unseal(kind, seal(kind, payload));
        expect(opened.ok && [...opened.payload]).toEqual([...payload]);
      }),
    );
  });

  test('opens as part of a larger buffer', () => {
    const sealed = seal('D', Uint8Array.of(1, 2, 3));
    const buffer = new Uint8Array(sealed.length + 9);
    buffer.set(sealed, 5);
    expect(unseal('D', buffer.subarray(5, 5 + sealed.length))).toMatchObject({ ok: true });
  });

  test('is refused after each of 500 random mutations', () => {
    const files = [
      { kind: 'S', bytes: indexBytes() },
      { kind: 'L', bytes: library() },
    ] as const;
    const mutation = fc.record({
      file: fc.constantFrom(...files),
      at: fc.nat(),
      // A burst of up to four bytes, the first of them really changed.
      flips: fc.tuple(fc.integer({ min: 1, max: 255 }), fc.uint8Array({ maxLength: 3 })),
    });
    const seen: string[] = [];
    fc.assert(
      fc.property(mutation, ({ file, at, flips: [first, rest] }) => {
        seen.push(reasonOf(unseal(file.kind, changed(file.bytes, at % file.bytes.length, [first, ...rest]))));
        return seen.at(-1) !== 'opened';
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
    expect(seen).toHaveLength(500);
  });

  test('is refused after a change of any single byte', () => {
    const bytes = indexBytes();
    const believed = [...bytes.keys()].filter((at) => unseal('S', changed(bytes, at, [0x40])).ok);
    expect(believed).toEqual([]);
  });

  test('is refused when it is cut anywhere or goes on after its end', () => {
    const bytes = library();
    for (let length = 0; length < bytes.length; length++) expect(unseal('L', bytes.slice(0, length)).ok).toBe(false);
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(reasonOf(unseal('L', longer))).toBe(`${bytes.length - 11} bytes of content, expected ${bytes.length - 12}`);
  });

  test('names the reason it is refused for', () => {
    const bytes = library();
    expect(reasonOf(unseal('L', changed(bytes, 2, [1])))).toBe('format version 2, expected 3');
    expect(reasonOf(unseal('S', bytes))).toBe('file kind "L", expected "S"');
    expect(reasonOf(unseal('L', changed(bytes, 20, [1])))).toBe('checksum differs');
    expect(reasonOf(unseal('L', new TextEncoder().encode('<!doctype html><title>404</title>')))).toBe(
      'not a Tierzero file',
    );
    expect(reasonOf(unseal('L', new Uint8Array()))).toBe('not a Tierzero file');
  });
});
