import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCursor, textOf } from '../../../content/search/columns.ts';
import { writeColumns } from '../../../content/search/wire.ts';

describe('columns', () => {
  test('are read back in their order, whatever their length', () => {
    const column = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ minLength: 127, maxLength: 300 }));
    fc.assert(
      fc.property(fc.array(column, { maxLength: 6 }), (columns) => {
        const bytes = writeColumns(columns);
        const cursor = createCursor(bytes);
        expect(columns.map(() => [...cursor.column()])).toEqual(columns.map((column) => [...column]));
        expect(cursor.place()).toBe(bytes.length);
        expect(() => cursor.column()).toThrow(RangeError);
      }),
    );
  });

  test.each([0, 127, 128, 16_383, 16_384, 100_000])('may have %i bytes', (length) => {
    expect(createCursor(writeColumns([new Uint8Array(length)])).column()).toHaveLength(length);
  });

  test('are refused when they are longer than the bytes', () => {
    expect(() => createCursor(Uint8Array.of(3, 1, 2)).column()).toThrow(RangeError);
    expect(() => createCursor(new Uint8Array()).column()).toThrow(RangeError);
  });
});

describe('a number', () => {
  test.each([
    [[0], 0],
    [[127], 127],
    [[128, 1], 128],
    [[255, 255, 255, 127], 2 ** 28 - 1],
  ])('is read from %j: %i', (bytes, value) => {
    const { varint, place } = createCursor(Uint8Array.from(bytes));
    expect(varint()).toBe(value);
    expect(place()).toBe(bytes.length);
  });

  test.each([[[]], [[128]], [[255, 255, 255, 255]], [[255, 255, 255, 255, 1]]])(
    'is refused when it does not end, or is too large: %j',
    (bytes) => {
      expect(() => createCursor(Uint8Array.from(bytes)).varint()).toThrow(RangeError);
    },
  );

  test('may be read from the middle on', () => {
    expect(createCursor(Uint8Array.of(9, 9, 128, 1), 2).varint()).toBe(128);
  });
});

test('text that is not UTF-8 is refused', () => {
  expect(textOf(new TextEncoder().encode('größer 使い方 😀'))).toBe('größer 使い方 😀');
  expect(() => textOf(Uint8Array.of(65, 255))).toThrow(TypeError);
});
