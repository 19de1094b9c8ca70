import { describe, expect, it } from 'vitest';
import type { Call } from '../../../widget/loader/handle.ts';
import { note } from '../../../widget/shell/missed.ts';

const after = (...calls: Call[]): Call[] => {
  const missed: Call[] = [];
  for (const [verb, args] of calls) note(missed, verb, args);
  return missed;
};

describe('what was said while nobody could hear it', () => {
  it('is the last word of each verb, in the order of the last words', () => {
    expect(
      after(['identify', [{ id: '1' }]], ['page', [{ path: '/a' }]], ['identify', [{ id: '2' }]], ['theme', ['dark']]),
    ).toEqual([
      ['page', [{ path: '/a' }]],
      ['identify', [{ id: '2' }]],
      ['theme', ['dark']],
    ]);
  });

  it('does not grow with how often it is said', () => {
    const pages = Array.from({ length: 200 }, (_, number): Call => ['page', [{ path: `/${number}` }]]);
    const facts = Array.from({ length: 200 }, (_, number): Call => ['context', [{ [`fact${number % 3}`]: number }]]);
    expect(after(...pages, ...facts)).toEqual([
      ['page', [{ path: '/199' }]],
      ['context', [{ fact0: 198, fact1: 199, fact2: 197 }]],
    ]);
  });

  it('holds every listener, also after the person has logged out', () => {
    const [open, close] = [() => {}, () => {}];
    expect(
      after(
        ['on', ['open', open]],
        ['once', ['close', close]],
        ['identify', [{ id: '1' }]],
        ['context', [{ plan: 'pro' }]],
        ['off', ['open', open]],
        ['logout', []],
      ),
    ).toEqual([
      ['on', ['open', open]],
      ['once', ['close', close]],
      ['off', ['open', open]],
    ]);
  });

  it('is nothing that happens at once: opening, searching, asking', () => {
    expect(after(['open', ['contact']], ['search', ['a word']], ['contact', []], ['info', []])).toEqual([]);
  });
});
