import { describe, expect, it } from 'vitest';
import { createMoments } from '../../../site/thread/moments.ts';

/** Sunday 22 November 2026, noon UTC. */
const now = Date.UTC(2026, 10, 22, 12);
const en = createMoments('en-GB', 'UTC');

describe('moments', () => {
  it.each([
    ['2026-11-22T08:05:00Z', '8:05'],
    ['2026-11-19T08:05:00Z', 'Thu'],
    ['2026-11-02T08:05:00Z', '2 Nov'],
    ['2025-11-02T08:05:00Z', '2 Nov 2025'],
  ])('shows %s briefly as %s', (at, text) => {
    expect(en.brief(at, now)).toBe(text);
  });

  it.each([
    ['2026-11-22T20:05:00Z', '20:05'],
    ['2026-11-24T14:30:00Z', 'Tue 14:30'],
    ['2026-12-24T14:30:00Z', '24 Dec 2026, 14:30'],
  ])('says by when %s is: %s', (at, text) => {
    expect(en.by(at, now)).toBe(text);
  });

  it('means the day of the reader, not of the server', () => {
    const tokyo = createMoments('en-GB', 'Asia/Tokyo');
    expect(tokyo.brief('2026-11-22T14:30:00Z', now)).toBe('23:30');
    expect(tokyo.brief('2026-11-22T15:30:00Z', now)).toBe('Mon');
  });

  it.each([
    [0, '0 min'],
    [59 * 60_000, '59 min'],
    [60 * 60_000 - 1, '59 min'],
    [47.9 * 3_600_000, '47 hr'],
    [48 * 3_600_000, '2 days'],
  ])('rounds %i ms down to %s', (ms, text) => {
    expect(createMoments('en').duration(ms)).toBe(text);
  });

  it('speaks German', () => {
    const de = createMoments('de', 'UTC');
    expect(de.by('2026-11-24T14:30:00Z', now)).toBe('Di 14:30');
    expect(de.duration(3_600_000)).toBe('1 Std.');
  });
});
