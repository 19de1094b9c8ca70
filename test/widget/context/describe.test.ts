import { expect, describe as group, it } from 'vitest';
import type { ContextItem } from '../../../api/contract/page-context.ts';
import { describe, summarise } from '../../../widget/context/describe.ts';
import { messages as de } from '../../../widget/i18n/escalation.de.ts';
import { messages as en } from '../../../widget/i18n/escalation.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';

const english = createTranslate('en', en);
const german = createTranslate('de', de);
const read = { kind: 'read', id: 'r', document: 'article:a', title: 'Export', seconds: 1 } as const;
const walked = { kind: 'step', id: 't', walkthrough: 'walkthrough:w', title: 'Set up', step: 3, of: 6 } as const;

group('an item of page context in words', () => {
  it.each<[ContextItem, string, string]>([
    [{ kind: 'search', id: 's', query: 'export', results: 1 }, 'Searched', '“export”, 1 result'],
    [{ kind: 'search', id: 's', query: 'export', results: 0 }, 'Searched', '“export”, no result'],
    [read, 'Read', 'Export, 1 second'],
    [{ ...read, seconds: 90, helpful: true }, 'Read', 'Export, 2 minutes, helped'],
    [{ ...read, seconds: 40, helpful: false }, 'Read', 'Export, 40 seconds, did not help'],
    [{ ...read, helpful: false, reason: 'unclear' }, 'Read', 'Export, 1 second, did not help: hard to follow'],
    [{ ...read, helpful: false, reason: 'too old' }, 'Read', 'Export, 1 second, did not help: too old'],
    [
      { kind: 'step', id: 't', walkthrough: 'walkthrough:w', title: 'Set up', step: 2, of: 5 },
      'Step done',
      'Set up, step 2 of 5',
    ],
    [{ ...walked, seconds: 12 }, 'Step done', 'Set up, step 3 of 6, 12 seconds'],
    [{ ...walked, blocked: '' }, 'Step that did not work', 'Set up, step 3 of 6 did not work'],
    [{ ...walked, blocked: 'did-not-work' }, 'Step that did not work', 'Set up, step 3 of 6 did not work'],
    [
      { ...walked, seconds: 12, blocked: 'anchor-missing' },
      'Step that did not work',
      'Set up, step 3 of 6 did not work, after 12 seconds: what it points at was not found',
    ],
    [
      { ...walked, blocked: 'covered' },
      'Step that did not work',
      'Set up, step 3 of 6 did not work: something else lay over it',
    ],
    [
      { ...walked, blocked: 'condition-failed' },
      'Step that did not work',
      'Set up, step 3 of 6 did not work: the page was not as it has to be',
    ],
    [
      { ...walked, blocked: 'elsewhere' },
      'Step that did not work',
      'Set up, step 3 of 6 did not work: it was another page',
    ],
    [
      { ...walked, blocked: 'The button is grey' },
      'Step that did not work',
      'Set up, step 3 of 6 did not work: The button is grey',
    ],
    [{ kind: 'page', id: 'p', url: 'https://h/a', title: 'Orders' }, 'Page', 'Orders, https://h/a'],
    [{ kind: 'page', id: 'p', url: 'https://h/a', title: '' }, 'Page', 'https://h/a'],
    [
      { kind: 'browser', id: 'b', name: 'Firefox 150, Linux', viewport: '390 × 844', language: 'en' },
      'Browser',
      'Firefox 150, Linux, 390 × 844, en',
    ],
    [{ kind: 'host', id: 'h', name: 'plan', value: 'pro' }, 'plan', 'pro'],
  ])('%j', (item, label, value) => {
    expect(describe(item, english)).toEqual({ label, value });
    const other = describe(item, german);
    expect(other.label + other.value).not.toContain('context.');
  });

  it('has the words of a reason in German too', () => {
    expect(describe({ ...walked, seconds: 90, blocked: 'anchor-missing' }, german)).toEqual({
      label: 'Schritt, der nicht ging',
      value: 'Set up, Schritt 3 von 6 ging nicht, nach 2 Minuten: worauf er zeigt, war nicht zu finden',
    });
  });

  it('sums up in one line what goes along', () => {
    const items: ContextItem[] = [
      { kind: 'search', id: '1', query: 'a', results: 0 },
      { kind: 'search', id: '2', query: 'b', results: 0 },
      { ...read, id: '3' },
      { kind: 'page', id: 'page', url: 'https://h/', title: '' },
    ];
    expect(summarise(items, english, 'en')).toBe('2 searches, 1 article, this page');
    expect(summarise(items, german, 'de')).toBe('2 Suchen, 1 Artikel und diese Seite');
    expect(summarise([], english, 'en')).toBeUndefined();
  });
});

group('the catalogues of contact and requests', () => {
  it('have the same keys and the same values to fill in', () => {
    const holes = (text: unknown) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();
    expect(Object.keys(de)).toEqual(Object.keys(en));
    for (const key of Object.keys(en)) expect([key, holes(de[key])]).toEqual([key, holes(en[key])]);
  });
});
