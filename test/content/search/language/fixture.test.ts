import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../../content/search/build.ts';
import { createEngine } from '../../../../content/search/engine.ts';
import { queryWords } from '../../../../content/search/text.ts';
import { seeded } from '../../../support/random.ts';
import { opened, source } from '../help-center.ts';
import { centers } from './fixture/centers.ts';
import { withTypo } from './fixture/typo.ts';

const latin = 'abcdefghijklmnopqrstuvwxyz';
const alphabets: Record<string, string> = {
  de: latin,
  en: latin,
  es: latin,
  fr: latin,
  ru: 'абвгдежзиклмнопрстуфхцчшыьэюя',
};
const unspaced = ['ja', 'th', 'zh'];

/** What readers write, with other endings than the titles have. */
const questions: Record<string, [question: string, title: string][]> = {
  en: [
    ['where can I find my invoices', 'Download an invoice'],
    ['cancelling my subscription', 'Cancel a subscription'],
    ['can’t log in, lost my phones', 'Sign in after losing your phone'],
    ['the payments failed', 'A payment has failed'],
  ],
  de: [
    ['wie ändere ich meine Passwörter', 'Passwort ändern'],
    ['ich möchte mein Abonnement kündigen', 'Abonnement kündigen'],
    ['meine Konten sind gesperrt', 'Warum ist mein Konto gesperrt?'],
    ['AUSWAHL DER SPRACHEN', 'Sprache der Oberfläche umstellen'],
    ['Passwort aendern', 'Passwort ändern'],
    ['konto loeschen', 'Konto endgültig löschen'],
    ['Strasse auf der Rechnung falsch', 'Rechnungsadresse ändern'],
  ],
  fr: [
    ['comment modifier mes mots de passe', 'Modifier votre mot de passe'],
    ['j ai oublie mon mot de passe', 'J’ai oublié mon mot de passe'],
    ['suppression du compte', 'Supprimer définitivement le compte'],
    ['télécharger mes factures', 'Télécharger une facture'],
    ['mon abonnement doit être résilié', 'Résilier un abonnement'],
    ['inviter quelqu’un dans une équipe', 'Inviter des personnes dans l’équipe'],
    ["l'adresse de facturation", 'Modifier l’adresse de facturation'],
  ],
  es: [
    ['cómo cambio mis contraseñas', 'Cambiar la contraseña'],
    ['quiero cancelar mis suscripciones', 'Cancelar una suscripción'],
    ['cuentas bloqueadas', '¿Por qué está bloqueada mi cuenta?'],
    ['cambiar contrasena', 'Cambiar la contraseña'],
    ['eliminar mi cuenta', 'Eliminar la cuenta para siempre'],
    ['descarga de facturas', 'Descargar una factura'],
  ],
  ru: [
    ['как изменить пароли', 'Как изменить пароль'],
    ['отмена подписки', 'Отменить подписку'],
    ['где скачать счета', 'Скачать счёт'],
    ['заблокировали учетную запись', 'Почему моя учётная запись заблокирована?'],
    ['не приходит уведомление', 'Уведомления не приходят'],
  ],
  ar: [
    ['كيف أغير كلمات المرور', 'تغيير كلمة المرور'],
    ['الغاء الاشتراك', 'إلغاء الاشتراك'],
    ['إلغاء اشتراكي', 'إلغاء الاشتراك'],
    ['تنزيل الفواتير', 'تنزيل فاتورة'],
    ['ربط سلاك Slack', 'ربط Slack'],
    ['حذف حساب', 'حذف الحساب نهائيا'],
    ['تَغْيِيرُ اللُّغَة', 'تغيير لغة الواجهة'],
  ],
  ja: [
    ['パスワードの変更方法', 'パスワードを変更する'],
    ['パスワード忘れた', 'パスワードを忘れた場合'],
    ['二段階認証の無効化', '二段階認証を無効にする'],
    ['請求書のﾀﾞｳﾝﾛｰﾄﾞ', '請求書をダウンロードする'],
    ['メールアドレスの変更', 'メールアドレスを変更する'],
    ['無効化', '二段階認証を無効にする'],
    ['解約したい', '契約を解約する'],
    ['VSCode 設定', 'VS Codeの設定'],
  ],
  zh: [
    ['怎么修改我的密码', '修改密码'],
    ['密码忘记了', '忘记密码怎么办'],
    ['如何取消订阅', '取消订阅'],
    ['付款没有成功 失败', '付款失败的原因'],
    ['删除我的账户', '永久删除账户'],
  ],
  th: [
    ['วิธีเปลี่ยนรหัสผ่าน', 'เปลี่ยนรหัสผ่าน'],
    ['ลืมรหัสผ่านทำอย่างไร', 'ลืมรหัสผ่าน'],
    ['อยากยกเลิกสมาชิก', 'ยกเลิกการสมัครสมาชิก'],
    ['โทรศัพท์หายเข้าสู่ระบบไม่ได้', 'เข้าสู่ระบบเมื่อโทรศัพท์หาย'],
    ['ขอเงินคืน', 'ขอคืนเงิน'],
  ],
};

describe.each(Object.entries(centers))('a help center in %s', (locale, texts) => {
  const documents = texts.map((text, number) => source(`article-${number}`, text));
  const engine = createEngine(opened(buildIndex({ locale, categories: [], aliases: {} }, documents)));
  const firstThree = (words: string) => engine.search(words, 3).results.map(({ record }) => record.title);
  /** What does not find its article, with what it finds. */
  const missing = (asked: readonly (readonly [words: string, title: string])[]) =>
    asked
      .map(([words, title]) => ({ words, title, found: firstThree(words) }))
      .filter(({ title, found }) => !found.includes(title));
  const titles = texts.map(({ title }) => title);

  test('is as large as promised', () => expect(new Set(titles).size).toBeGreaterThanOrEqual(24));

  test('finds every article by its title', () => {
    expect(missing(titles.map((title) => [title, title]))).toEqual([]);
  });

  test('finds every article by its title without accents, in capitals', () => {
    const plain = (title: string) =>
      title
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');
    expect(missing(titles.map((title) => [plain(title).toLocaleUpperCase(locale), title]))).toEqual([]);
  });

  test('finds every article while the last word of its title is typed', () => {
    const cut = (title: string): string => {
      const { start, end } = queryWords(title, locale).at(-1)!;
      return title.slice(0, start + Math.ceil((end - start) * 0.6));
    };
    expect(missing(titles.map((title) => [cut(title), title]))).toEqual([]);
  });

  test('answers what readers write', () => {
    const asked = questions[locale] ?? [];
    expect(asked.length).toBeGreaterThan(3);
    expect(missing(asked)).toEqual([]);
  });

  const alphabet = alphabets[locale];
  if (alphabet)
    test('finds every article by its title with one wrong letter', () => {
      const random = seeded(11);
      const mistyped = Array.from({ length: 6 }, () => titles)
        .flat()
        .flatMap((title) => {
          const typo = withTypo(title, alphabet, random);
          return typo === undefined ? [] : [[typo, title] as const];
        });
      expect(mistyped.length).toBeGreaterThan(100);
      expect(missing(mistyped)).toEqual([]);
    });

  if (unspaced.includes(locale))
    test('finds every article when the query is cut without a dictionary', () => {
      const pairs = (title: string): string => {
        const letters = title.match(/[\p{L}\p{N}]\p{M}*/gu) ?? [];
        return letters
          .slice(1)
          .map((letter, at) => letters[at] + letter)
          .join(' ');
      };
      expect(missing(titles.map((title) => [pairs(title), title]))).toEqual([]);
    });
});
