import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../../content/search/language/language.ts';
import { fold, textWords } from '../../../../content/search/text.ts';
import { centers } from './fixture/centers.ts';

/** Every language that has rules. */
const languages =
  'ar bg da de el en es fi fr ga hi hu hy id it ja lt nb ne nl nn no pt ro ru sa sr sv ta th tr uk zh'.split(' ');

describe('a language', () => {
  test.each([
    ['ar', 'فاتورة الفاتورة'],
    ['ar', 'مستخدم المستخدمين مستخدمون'],
    ['da', 'ændring ændringer Ændringerne'],
    ['de', 'Rechnung Rechnungen'],
    ['de', 'größer größeren GRÖSSEREN'],
    ['el', 'κωδικός ΚΩΔΙΚΟΣ κωδικοσ'],
    ['es', 'contraseña contraseñas'],
    ['es', 'suscripción suscripciones'],
    ['fi', 'salasanan salasanassa salasanalla'],
    ['fr', 'réinitialiser réinitialisation'],
    ['fr', 'l’équipe équipes d’équipe'],
    ['hu', 'jelszó jelszót'],
    ['it', 'dell’account account'],
    ['ja', '忘れる 忘れた 忘れ'],
    ['ja', 'サーバー サーバ ｻｰﾊﾞｰ'],
    ['nb', 'endring endringer'],
    ['nl', 'wachtwoord wachtwoorden'],
    ['pt', 'configuração configurações'],
    ['ro', 'schimbați schimbaţi'],
    ['ru', 'счёт счета счетами'],
    ['ru', 'пароль пароля паролями'],
    ['sv', 'ändring ändringar'],
    ['tr', 'şifre şifrenizi'],
    ['tr', 'Android’den Android'],
    ['uk', 'пароль паролі'],
  ])('finds one form by another in %s: %s', (locale, words) => {
    expect(new Set(words.split(' ').map(languageOf(locale).term)).size).toBe(1);
  });

  test.each([
    ['de', 'Kunde Kanne'],
    ['es', 'año ano'],
    ['sv', 'ås as'],
    ['ja', 'キー キ'],
  ])('keeps apart in %s: %s', (locale, words) => {
    expect(new Set(words.split(' ').map(languageOf(locale).term)).size).toBe(2);
  });

  test.each([
    ['de', 'ich für nicht über'],
    ['es', 'cómo para está'],
    ['fr', 'même où pour'],
    ['ar', 'في إلى هذا'],
    ['ru', 'ещё как чтобы'],
    ['ja', 'する です から'],
    ['zh', '怎么 我 的'],
    ['th', 'และ อย่างไร'],
  ])('knows the words that say nothing in %s: %s', (locale, words) => {
    const { stopWords } = languageOf(locale);
    expect(words.split(' ').filter((word) => !stopWords.has(fold(word, locale)))).toEqual([]);
  });

  test.each([
    ['es', 'cuenta'],
    ['de', 'ändern'],
    ['ar', 'إعادة'],
    ['zh', '结果'],
  ])('ranks by words that lists take for empty, in %s: %s', (locale, word) => {
    expect(languageOf(locale).stopWords.has(fold(word, locale))).toBe(false);
  });

  test('is that of its locale without the region', () => {
    expect(languageOf('de-AT').term('Rechnungen')).toBe('rechnung');
    expect(languageOf('zh-Hant-TW').stopWords).toEqual(languageOf('zh').stopWords);
  });

  test('finds words as they are written where there are no rules', () => {
    const { term, stopWords } = languageOf('cy');
    expect(term('Cyfrineiriau')).toBe('cyfrineiriau');
    expect(stopWords.size).toBe(0);
  });

  test('stems what its texts hold: every fixture loses terms by it', () => {
    for (const [locale, texts] of Object.entries(centers)) {
      if (['th', 'zh'].includes(locale)) continue;
      const words = texts.flatMap(({ title, body }) =>
        textWords(`${title} ${body}`, locale).flatMap((word) => word.written),
      );
      const forms = new Set(words.map((word) => fold(word, locale)));
      expect(new Set(words.map(languageOf(locale).term)).size, locale).toBeLessThan(forms.size);
    }
  });

  test('makes terms that begin as their words do, whatever the word', () => {
    const letters = fc.constantFrom(...'aeioumnbrst');
    const ownLetters = (locale: string) => fc.constantFrom(...new Set([...languageOf(locale).stopWords].join('')), 'e');
    for (const locale of languages) {
      const word = fc.oneof(
        fc.string({ unit: locale === 'en' ? letters : ownLetters(locale), minLength: 1, maxLength: 16 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      );
      fc.assert(
        fc.property(word, (word) => {
          const form = fold(word, locale);
          const term = languageOf(locale).term(word);
          const shared = [...term].findIndex((letter, at) => letter !== [...form][at]);
          expect(term === '').toBe(form === '');
          expect(shared < 0 || shared >= [...term].length - 2).toBe(true);
        }),
        { numRuns: 200 },
      );
    }
  });
});
