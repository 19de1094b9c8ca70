import { describe, expect, it } from 'vitest';
import { actionOf } from '../../../site/desk/keys.ts';

const key = (name: string, more = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});
const outside = { typing: false, inList: false, single: true };

describe('a key of the desk', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['r', 'reply'],
    ['w', 'what-if'],
    ['?', 'sheet'],
    ['Escape', 'back'],
    ['x', undefined],
    ['constructor', undefined],
    ['ArrowDown', undefined],
  ])('%s outside of the list is %s', (name, action) => {
    expect(actionOf(key(name), outside)).toBe(action);
  });

  it('moves by arrows in the list only', () => {
    expect(actionOf(key('ArrowDown'), { ...outside, inList: true })).toBe('next');
    expect(actionOf(key('ArrowUp'), { ...outside, inList: true })).toBe('previous');
  });

  it('is text in a field, but for Escape', () => {
    expect(actionOf(key('j'), { ...outside, typing: true })).toBeUndefined();
    expect(actionOf(key('Escape'), { ...outside, typing: true })).toBe('leave-field');
    expect(actionOf(key('Escape'), { ...outside, unsent: true })).toBe('leave-field');
    expect(actionOf(key('j'), { ...outside, unsent: true })).toBe('next');
  });

  it("is the browser's with a modifier, and the input method's while composing", () => {
    expect(actionOf(key('r', { ctrlKey: true }), outside)).toBeUndefined();
    expect(actionOf(key('k', { metaKey: true }), outside)).toBeUndefined();
    expect(actionOf(key('Escape', { isComposing: true }), { ...outside, typing: true })).toBeUndefined();
  });

  it('is off where single keys are', () => {
    expect(actionOf(key('j'), { ...outside, single: false })).toBeUndefined();
    expect(actionOf(key('ArrowDown'), { ...outside, inList: true, single: false })).toBe('next');
  });
});
