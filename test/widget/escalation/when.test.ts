import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { promiseText, shortTime } from '../../../widget/escalation/when.ts';
import { messages as de } from '../../../widget/i18n/escalation.de.ts';
import { messages as en } from '../../../widget/i18n/escalation.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';

const { TZ } = process.env;
beforeEach(() => {
  process.env.TZ = 'Europe/Berlin';
});
afterEach(() => {
  process.env.TZ = TZ ?? '';
});

/** Sunday, 13:00 in Berlin. */
const now = Date.UTC(2026, 10, 22, 12);
const english = { t: createTranslate('en-GB', en), locale: 'en-GB', now };
const german = { t: createTranslate('de', de), locale: 'de', now };

describe('the promised reply', () => {
  it('is said in the reader’s zone and language, with the day when it is not today', () => {
    expect(promiseText('contact.promise', new Date(now + 3 * 3_600_000), english)).toBe('First reply by 16:00 today');
    expect(promiseText('contact.promise', new Date(now + 49.5 * 3_600_000), english)).toBe('First reply by Tue 14:30');
    expect(promiseText('contact.promise', new Date(now + 49.5 * 3_600_000), german)).toBe('Erste Antwort bis Di 14:30');
    expect(promiseText('sent.next', '2026-11-24T13:30:00.000Z', german)).toBe(
      'Ein Mensch liest sie und antwortet hier bis Di 14:30.',
    );
  });

  it('has the clock of the reader’s region, where the words name none', () => {
    vi.stubGlobal('navigator', { languages: ['en-GB', 'en'] });
    const plain = { ...english, locale: 'en' };
    expect(promiseText('contact.promise', new Date(now + 49.5 * 3_600_000), plain)).toBe('First reply by Tue 14:30');
    vi.unstubAllGlobals();
  });

  it('has a date when a weekday would mean another week', () => {
    expect(promiseText('contact.promise', new Date(now + 8 * 86_400_000), english)).toBe('First reply by 30 Nov 13:00');
  });
});

describe('when something was written', () => {
  it.each([
    ['2026-11-22T09:05:00.000Z', '10:05'],
    ['2026-11-20T09:05:00.000Z', 'Fri 10:05'],
    ['2026-10-01T09:05:00.000Z', '1 Oct 11:05'],
    ['2025-10-01T09:05:00.000Z', '1 Oct 2025 11:05'],
  ])('%s is %s', (at, text) => {
    expect(shortTime(at, now, 'en-GB')).toBe(text);
  });
});
