import { describe, expect, it } from 'vitest';
import { defaults, folderOf, type Options, queryOf, readOptions } from '../../../site/configure/options.ts';
import { tagOf } from '../../../site/configure/tag.ts';
import { de } from '../../../site/configure/words.de.ts';
import { en } from '../../../site/configure/words.en.ts';

const known = { locales: ['en', 'de'], base: 'https://help.example.com/' };
const isColour = (text: string) => /^#[0-9a-f]{6}$/.test(text);
const options = (changed: Partial<Options> = {}): Options => ({ ...defaults(known), ...changed });
const read = (search: string) => readOptions(search, known, isColour);

describe('the tag', () => {
  it('has nothing but its address where everything stays as it comes', () => {
    expect(tagOf(options())).toBe('<script async src="https://help.example.com/tierzero.js"></script>');
  });

  it('has each changed option on a line of its own', () => {
    const changed = options({ locale: 'de', theme: 'dark', accent: '#7a3e9d', launcher: 'start', storage: 'none' });
    expect(tagOf(changed).split('\n')).toEqual([
      '<script async src="https://help.example.com/tierzero.js"',
      '  data-locale="de"',
      '  data-theme="dark"',
      '  data-accent="#7a3e9d"',
      '  data-launcher="start"',
      '  data-storage="none"></script>',
    ]);
  });

  it('keeps whatever is typed inside its quotes', () => {
    const tag = tagOf(options({ label: '"><script>alert(1)</script>&amp;' }));
    expect(tag).toContain('data-label="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"');
    expect(tag.match(/</g)).toHaveLength(2);
  });

  it('writes no text for a launcher that is not there', () => {
    expect(tagOf(options({ launcher: 'none', label: 'Ask' }))).not.toContain('data-label');
  });
});

describe('the address', () => {
  it('holds what differs from the defaults, and gives it back', () => {
    const changed = options({
      theme: 'light',
      accent: '#7a3e9d',
      label: 'Fragen & mehr',
      base: 'https://x.test/help/',
    });
    expect(queryOf(options(), known)).toBe('');
    expect(read(`?${queryOf(changed, known)}`)).toEqual({ options: changed, refused: [] });
  });

  it('names what is none, and goes on with the rest', () => {
    const { options: found, refused } = read('?theme=blue&accent=%23zz&launcher=none&locale=xx&colour=red&label=%00');
    expect(found).toEqual(options({ launcher: 'none' }));
    expect(refused.sort()).toEqual(['accent', 'colour', 'label', 'locale', 'theme']);
  });

  it('knows the folder of a help center by the ways in which it is written', () => {
    for (const text of ['https://x.test', ' https://x.test/ ', 'https://x.test/tierzero.js']) {
      expect(folderOf(text)).toBe('https://x.test/');
    }
    expect(folderOf('http://localhost:4321/help')).toBe('http://localhost:4321/help/');
    for (const text of [
      '',
      'x.test',
      'javascript:alert(1)',
      'https://a:b@x.test/',
      'https://x.test/?a=1',
      'https://',
    ]) {
      expect([text, folderOf(text)]).toEqual([text, undefined]);
    }
  });
});

it('says everything in both languages', () => {
  expect(Object.keys(de)).toEqual(Object.keys(en));
});
