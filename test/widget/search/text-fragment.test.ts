import { describe, expect, it } from 'vitest';
import { textFragment } from '../../../widget/search/text-fragment.ts';

describe('a text fragment', () => {
  it('names a short sentence whole, without what stands around its words', () => {
    expect(textFragment('“The link works for one hour.”', 'en')).toBe(':~:text=The%20link%20works%20for%20one%20hour');
  });
  it('encodes what means something in an address or a directive', () => {
    expect(textFragment('Set data-base, then a&b = 100 %.', 'en')).toBe(
      ':~:text=Set%20data%2Dbase%2C%20then%20a%26b%20%3D%20100',
    );
  });
  it('names a long sentence by its first and its last words', () => {
    const long = 'Open Billing, choose the plan, then press Cancel in the menu and confirm with your password.';
    expect(decodeURIComponent(textFragment(long, 'en'))).toBe(
      ':~:text=Open Billing, choose the plan, then press Cancel in the,confirm with your password',
    );
  });
  it('tells a sentence from one that begins alike', () => {
    const [one, other] = ['the members', 'the invoices'].map((what) =>
      textFragment(`On the page of the project, choose ${what} and then press the button that adds another one.`, 'en'),
    );
    expect(one).not.toBe(other);
    expect(one?.split(',')[0]).not.toBe(other?.split(',')[0]);
  });
  it('goes from the first line of a list to its last one, and past a line of a word or two', () => {
    const list = 'To export the invoices:\nOpen Billing\nChoose the year and press Export';
    expect(decodeURIComponent(textFragment(list, 'en'))).toBe(':~:text=To export the invoices,year and press Export');
    expect(textFragment('Export it\nChoose the year there', 'en')).toBe(':~:text=Choose%20the%20year%20there');
    expect(textFragment('Export it\nNow', 'en')).toBe('');
  });
  it('leaves out where a longer sentence was cut', () => {
    expect(textFragment('…the file tierzero.js loads first and then…', 'en')).toBe(
      ':~:text=the%20file%20tierzero.js%20loads%20first%20and%20then',
    );
  });
  it('finds words where there are no spaces, and leaves the last one out where a cut went through', () => {
    expect(decodeURIComponent(textFragment('設定を開いて保存する。', 'ja'))).toBe(':~:text=設定を開いて保存する');
    const cut = decodeURIComponent(textFragment('設定を開いて保存す…', 'ja'));
    expect(cut.length).toBeLessThan(':~:text=設定を開いて保存す'.length);
    expect(':~:text=設定を開いて保存す').toContain(cut);
  });
  it('takes the longest cell of a table row: cells stand apart on the page', () => {
    expect(textFragment('`type` · yes · one of four page types', 'en')).toBe(':~:text=one%20of%20four%20page%20types');
  });
  it('is none for words too few to be found in one place, without a passage and without a language', () => {
    expect(textFragment('Start here.', 'en')).toBe('');
    expect(textFragment('', 'en')).toBe('');
    expect(textFragment(undefined, 'en')).toBe('');
    expect(textFragment('The link works for one hour.', undefined)).toBe('');
    expect(textFragment('…', 'en')).toBe('');
  });
  it('can be encoded where a cut left half of a character', () => {
    expect(textFragment('one two three \ud83d', 'en')).toBe(':~:text=one%20two%20three');
  });
});
