import { describe, expect, it } from 'vitest';
import { de as deskDe } from '../../../site/desk/words.de.ts';
import { en as deskEn } from '../../../site/desk/words.en.ts';
import { de as requestDe } from '../../../site/request/words.de.ts';
import { en as requestEn } from '../../../site/request/words.en.ts';
import { chooseLanguage } from '../../../site/thread/language.ts';
import { de as threadDe } from '../../../site/thread/words.de.ts';
import { en as threadEn } from '../../../site/thread/words.en.ts';

const catalogues = [
  ['en', { a: 'First', b: 'Only English' }, { a: 'Later wins' }],
  ['de', { a: 'Deutsch' }],
] as const;

describe('the language of a page', () => {
  it("is the reader's first that there are words for, with the reader's own way to write dates", () => {
    const { locale, t } = chooseLanguage(['fr', 'de-AT', 'en'], catalogues);
    expect([locale, t('a')]).toEqual(['de-AT', 'Deutsch']);
  });

  it('is the first there is for everybody else', () => {
    const { locale, t } = chooseLanguage(['fr'], catalogues);
    expect([locale, t('a')]).toEqual(['en', 'Later wins']);
  });

  it('fills a gap from the first', () => {
    expect(chooseLanguage(['de'], catalogues).t('b')).toBe('Only English');
  });
});

/** Names of values in a message, whatever its plural form. */
const values = (message: unknown): string[] => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();

describe.each([
  ['desk', deskEn, deskDe],
  ['request page', requestEn, requestDe],
  ['conversation', threadEn, threadDe],
])('the words of the %s', (_, en, de) => {
  const german = new Map<string, unknown>(Object.entries(de));

  it('are the same keys in both languages', () => {
    expect([...german.keys()].sort()).toEqual(Object.keys(en).sort());
  });

  it('name the same values', () => {
    for (const [key, message] of Object.entries(en)) {
      // A form for one may do without its number.
      const wanted = values(message).filter((name) => name !== '{count}');
      expect(
        values(german.get(key)).filter((name) => name !== '{count}'),
        key,
      ).toEqual(wanted);
    }
  });
});
