import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fold, queryWords, textWords } from '../../../content/search/text.ts';

const forms = (text: string) => textWords(text).map((word) => word.forms.join(' '));

describe('folding', () => {
  test.each([
    ['Zürich', 'zurich'],
    ['Straße', 'strasse'],
    ['ＷＩＤＥ', 'wide'],
    ['ﬁle', 'file'],
    ['ΟΔΟΣ', fold('οδός')],
    ["don't", 'dont'],
    ["customer's", 'customer'],
    ['customer’s', 'customer'],
    // Marks are letters outside the Latin, Greek and Cyrillic scripts.
    ['が', 'が'],
    ['हिन्दी', 'हिन्दी'],
    // Signs nobody sees: a soft hyphen, a space without width, a mark of direction.
    ['Rechnungs\u00adadresse', 'rechnungsadresse'],
    ['log\u200bin\u200e', 'login'],
    ['Hasło', 'haslo'],
  ])('reads %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('takes signs nobody sees for parts of the word they stand in', () => {
    expect(queryWords('de\u00adlete account').map(({ form }) => form)).toEqual(['delete', 'account']);
    expect(forms('Rechnungs\u00adadresse ändern')).toEqual(['rechnungsadresse', 'andern']);
  });

  test('bounds what a word can be', () => {
    expect(fold('x'.repeat(500))).toHaveLength(40);
  });
});

describe('folding by language', () => {
  test.each([
    ['de', 'Öffnen größer GROẞ', 'offnen grosser gross'],
    ['sv', 'Ändra Åsa öl café', 'ändra åsa öl cafe'],
    ['da', 'Ændring Øl Å', 'ændring øl å'],
    ['fi', 'Äiti Öljy', 'äiti öljy'],
    ['nb', 'ENDRE Ære', 'endre ære'],
    ['es', 'Contraseña SUSCRIPCIÓN pingüino', 'contraseña suscripcion pinguino'],
    ['fr', 'L’Équipe d’œuvre aujourd’hui où', 'equipe oeuvre hui ou'],
    ['it', "dell'account perché", 'account perche'],
    ['tr', 'ŞİFRE ISI ışık', 'sifre isi isik'],
    ['ru', 'СЧЁТ Йод мой', 'счет йод мой'],
    ['uk', 'Їжак об’єкт ґанок', 'їжак обєкт ґанок'],
    ['be', 'Ёлка воўк', 'елка воўк'],
    ['el', 'Κωδικός ΚΩΔΙΚΟΣ ϊ', 'κωδικοσ κωδικοσ ι'],
    ['ar', 'كَلِمَة الفاتورة والإعدادات بالهاتف للمستخدم كالبريد فالحساب', 'كلمه فاتوره اعدادات هاتف مستخدم بريد حساب'],
    ['ar', 'مـــرور إلى آخر أول على الى', 'مرور الي اخر اول علي الي'],
    // What is left of an article has three letters or more: الا and البن keep theirs.
    ['ar', 'الا البن البنك', 'الا البن بنك'],
    ['he', 'שָׁלוֹם', 'שלום'],
    ['th', 'ผู้ใช้ ที่อยู่', 'ผู้ใช้ ที่อยู่'],
    ['hi', 'हिन्दी', 'हिन्दी'],
    ['ja', 'ﾊﾟｽﾜｰﾄﾞ ガ か ＡＰＩ', 'パスワード ガ か api'],
  ])('reads in %s: %s', (locale, words, folded) => {
    expect(words.split(' ').map((word) => fold(word, locale))).toEqual(folded.normalize('NFKC').split(' '));
  });

  test('reads a decomposed letter as the composed one', () => {
    for (const [locale, word] of [
      ['ru', 'мой'],
      ['uk', 'їжак'],
      ['sv', 'ändra'],
      ['es', 'año'],
      ['ja', 'がく'],
      ['fr', 'été'],
    ] as const) {
      expect(fold(word.normalize('NFD'), locale)).toBe(fold(word, locale));
    }
  });

  const locales = 'ar az ca da de el en es fi fr he hi it ja ko nb ru sv th tr uk vi zh'.split(' ');
  /** What has rules, with the apostrophe and separators. */
  const scripts = ['aäåöñéßİıIœﬁＡ', 'абвйёїў', 'αςσΐΆ', 'ابتةىآألوفكلمـَُّ', 'がガﾊﾟー漢字㌀ﾞ', 'กำเที่อ', 'שׁלוֹם'];
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    ...scripts.map((script) => fc.string({ unit: fc.constantFrom(...script, ..."s'’-_.1 "), maxLength: 60 })),
  );

  test.each(locales)('changes nothing the second time in %s', (locale) => {
    fc.assert(
      fc.property(word, (text) => {
        const once = fold(text, locale);
        expect(fold(once, locale)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test.each(locales)('finds words of any text where they are, in order, in %s', (locale) => {
    fc.assert(
      fc.property(word, (text) => {
        for (const words of [textWords(text, locale), queryWords(text, locale)]) {
          let last = 0;
          for (const { start, end, form, forms, written } of words) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
            expect(forms).toEqual(written.map((part) => fold(part, locale)));
            expect(forms[0]).toBe(form);
            expect(text.slice(start, end).normalize('NFKC')).toContain(written[0]!.normalize('NFKC'));
          }
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('a text without spaces', () => {
  const words = (text: string, locale: string) => textWords(text, locale).map(({ forms }) => forms.join(' '));

  test.each([
    ['ja', 'VS Codeの設定', 'vs|code|の|設定'],
    ['ja', '第3章：APIキーを無効化', '第|3|章|api|キー|を|無効|化'],
    ['zh', '修改我的密码', '修改|我的|密码'],
    ['zh', 'API密钥', 'api|密 密钥|钥'],
    ['ja', 'パスワードを忘れた', 'パスワード パス スワ ワー ード|を|忘れ|た'],
    ['th', 'ลืมรหัสผ่าน', 'ลืม|รหัส รหั หัส|ผ่าน ผ่า าน'],
  ])('is cut into words in %s: %s', (locale, text, expected) => {
    const found = words(text, locale);
    for (const word of expected.split('|'))
      expect(found.join('|').split('|')).toContainEqual(expect.stringContaining(word));
    expect(found).toHaveLength(expected.split('|').length);
  });

  test('gives its words their places', () => {
    const text = 'VS Codeの設定';
    expect(textWords(text, 'ja').map(({ start, end }) => text.slice(start, end))).toEqual(['VS', 'Code', 'の', '設定']);
  });

  test('is one word with its letter pairs where a browser cannot cut it', () => {
    const cut = new Set(textWords('パスワードを無効化', 'ja').flatMap(({ forms }) => forms));
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    const [uncut, ...more] = queryWords('パスワードの無効化', 'ja');
    vi.unstubAllGlobals();
    expect(more).toEqual([]);
    expect(uncut).toMatchObject({ start: 0, end: 9, form: 'パスワードの無効化' });
    expect(uncut?.forms.filter((form) => cut.has(form))).toEqual(['パス', 'スワ', 'ワー', 'ード', '無効']);
  });
});

describe('words of a text', () => {
  test.each([
    ['data-base', 'data base database'],
    ['ERR_CONNECTION_REFUSED', 'err connection refused errconnectionrefused'],
    ['tierzero.js', 'tierzero js tierzerojs'],
    ['getToken', 'gettoken get token'],
    ['GitHub', 'github'],
    ['HTTP 404', 'http|404'],
    ['0.8.212', '0 8 212 08212'],
  ])('finds %s by its parts and as a whole', (text, expected) => {
    expect(forms(text)).toEqual(expected.split('|'));
  });

  test('keep their place in the text', () => {
    const text = 'Öffne “data-base”, then go.';
    expect(textWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Öffne',
      'data-base',
      'then',
      'go',
    ]);
  });
});

test('a query is split at every separator and its case is not read', () => {
  expect(queryWords('getToken data-base ERR_X').map(({ form }) => form)).toEqual([
    'gettoken',
    'data',
    'base',
    'err',
    'x',
  ]);
});
