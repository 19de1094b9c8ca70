import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../content/search/build.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { asWritten, textsOf } from '../../../content/search/spelling.ts';
import { document } from './document.ts';
import { opened, source } from './help-center.ts';

const written = (corrected: string, typed: string, text: string, locale = 'en') =>
  asWritten(corrected, typed, [text], locale);

describe('what a query was taken for is written as the texts write it', () => {
  test.each([
    ['de', 'loschen', 'löschn', 'Ein Konto löschen', 'löschen'],
    ['de', 'grosse', 'grsse', 'Die Größe zählt, und die größe auch.', 'Größe'],
    ['fr', 'telecharger', 'telecharguer', 'Comment télécharger une facture.', 'télécharger'],
    ['es', 'suscripcion', 'suscripcoin', 'Cancelar la suscripción ahora.', 'suscripción'],
    ['ru', 'счет', 'счтт', 'Как открыть счёт в банке.', 'счёт'],
    ['sv', 'lösenord', 'löesnord', 'Byt ett lösenord här.', 'lösenord'],
  ])('in %s: %s', (locale, corrected, typed, text, expected) => {
    expect(written(corrected, typed, text, locale)).toBe(expected);
  });

  test('names keep their letters, and words at the beginning of a sentence lose the large one', () => {
    expect(written('github invoices', 'gihtub invioces', 'Invoices are on GitHub as files.')).toBe('GitHub invoices');
    expect(written('github', 'gihtub', 'GitHub')).toBe('GitHub');
  });
  test('a heading with large letters says nothing of its words', () => {
    expect(written('invoices', 'invioces', 'Export Your Invoices')).toBe('invoices');
  });
  test('the more frequent of two ways is taken', () => {
    expect(written('email', 'emial', 'Your Email or an email. An email, an email.')).toBe('email');
  });
  test('words that were typed stay as they were, and so does what no text has', () => {
    expect(written('My Gihtub invoices', 'My Gihtub invioces', 'Two Invoices')).toBe('My Gihtub invoices');
    expect(written('loschen', 'löschn', 'Nothing of it', 'de')).toBe('loschen');
  });
  test('reading ends when it is known', () => {
    let read = 0;
    const texts = function* () {
      for (;;) {
        read++;
        yield 'Ein Konto löschen, noch eines löschen und wieder löschen.';
      }
    };
    expect(asWritten('loschen', 'löschn', texts(), 'de')).toBe('löschen');
    expect(read).toBe(1);
  });
  test('what an engine has corrected is led to its spelling by titles and texts', () => {
    const pages = [
      document([{ tag: 'p', children: ['Ein Konto, das Sie schließen, ist weg.'] }], { title: 'Konto schließen' }),
    ];
    const records = [source('konto', { title: 'Konto schließen', body: 'Ein Konto, das Sie schließen, ist weg.' })];
    const engine = createEngine(opened(buildIndex({ locale: 'de', categories: [], aliases: {} }, records)));
    const { corrected, results } = engine.search('schlißen ', 3);
    expect(corrected).toBe('schliessen ');
    const texts = textsOf(
      pages,
      results.map(({ record }) => record),
    );
    expect(asWritten(corrected!, 'schlißen ', texts, 'de')).toBe('schließen ');
  });
});
