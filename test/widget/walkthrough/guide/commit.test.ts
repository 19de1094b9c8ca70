import { describe, expect, it } from 'vitest';
import { createCommit } from '../../../../widget/walkthrough/guide/commit.ts';

const event = (type: string, more: object = {}) =>
  Object.assign(new Event(type), { key: '' }, more) as unknown as Event;
/** What is heard, and whether the last of it ends the field. */
const ends = (...heard: [type: string, key?: string, localName?: string, fieldType?: string][]): boolean => {
  const commit = createCommit();
  let last = false;
  for (const [type, key = '', localName = 'input', fieldType = 'text'] of heard) {
    const happening = event(type, { key });
    // The field is in a shadow root, as those of the widget itself are: whoever listens outside gets its host as the target.
    Object.defineProperty(happening, 'target', { value: { localName: 'tierzero-root' } });
    Object.defineProperty(happening, 'composedPath', { value: () => [{ localName, type: fieldType }] });
    last = commit.ends(happening);
  }
  return last;
};

describe('what ends a field', () => {
  it('is a change: typed and entered, or picked', () => {
    expect(ends(['keydown', '1'], ['input'], ['change'])).toBe(true);
    expect(ends(['pointerdown'], ['change'])).toBe(true);
  });
  it('is not a letter on the way', () => {
    expect(ends(['keydown', '1'], ['input'])).toBe(false);
  });
  it('is to leave it after a change, once', () => {
    expect(ends(['keydown', '1'], ['input'], ['focusout'])).toBe(true);
    expect(ends(['focusout'])).toBe(false);
    expect(ends(['input'], ['change'], ['focusout'])).toBe(false);
  });
  it('is none of the values that arrows go through, but to leave the field after them', () => {
    expect(ends(['keydown', 'ArrowDown', 'select'], ['change'])).toBe(false);
    expect(ends(['keydown', 'ArrowDown', 'select'], ['change'], ['focusout'])).toBe(true);
    expect(ends(['keydown', 'PageUp'], ['change'])).toBe(false);
  });
  it('is none of the values that first letters go through in a list', () => {
    expect(ends(['keydown', 'b', 'select'], ['change'])).toBe(false);
    expect(ends(['keydown', ' ', 'select'], ['change'])).toBe(true);
  });
  it('is no part of a date, but to leave the field after the last', () => {
    const type = 'date';
    expect(ends(['keydown', '2', 'input', type], ['input'], ['change'])).toBe(false);
    expect(ends(['keydown', '2', 'input', type], ['input'], ['change'], ['focusout'])).toBe(true);
    expect(ends(['pointerdown', '', 'input', type], ['change', '', 'input', type])).toBe(true);
  });
  it('is a pick by pointer after arrows', () => {
    expect(ends(['keydown', 'ArrowDown', 'select'], ['pointerdown', '', 'select'], ['change'])).toBe(true);
  });
});
