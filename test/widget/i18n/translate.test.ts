import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../../widget/i18n/translate.ts';

describe('translate', () => {
  const t = createTranslate('en', {
    hello: 'Hello {name}',
    count: { one: '{count} result', other: '{count} results' },
  });

  it('fills in values', () => expect(t('hello', { name: 'Ada' })).toBe('Hello Ada'));
  it('keeps a placeholder nobody filled', () => expect(t('hello')).toBe('Hello {name}'));
  it('chooses the plural form of the locale', () => {
    expect(t('count', { count: 1 })).toBe('1 result');
    expect(t('count', { count: 1200 })).toBe('1,200 results');
  });
  it('writes numbers the way the locale does', () => {
    const de = createTranslate('de', { n: '{count}' });
    expect(de('n', { count: 1200.5 })).toBe('1.200,5');
  });
  it('answers the key where there is no message', () => expect(t('missing')).toBe('missing'));
  it('takes neither messages nor values from the prototype', () => {
    expect(t('constructor')).toBe('constructor');
    expect(t('hello', {})).toBe('Hello {name}');
    expect(createTranslate('en', { x: '{toString}' })('x')).toBe('{toString}');
  });
  it('asks the fallback for what came before', () => {
    const more = createTranslate('en', { later: 'Later' }, t);
    expect(more('later')).toBe('Later');
    expect(more('hello', { name: 'Ada' })).toBe('Hello Ada');
  });
});
