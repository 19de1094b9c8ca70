import { describe, expect, test } from 'vitest';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import { languageOf } from '../../../content/search/language/language.ts';
import { type Dictionary, marksOf } from '../../../content/search/marks.ts';
import { createPassages, type Passage } from '../../../content/search/passage.ts';
import { document } from './document.ts';

const marked = (passage: Passage | undefined) =>
  passage?.marks.map(([start, end]) => passage.text.slice(start, end)) ?? [];

/** Knows every word under its stem. */
const english: Dictionary = { locale: 'en', termsOf: (form) => [languageOf('en').term(form)] };

const article: CompiledDocument = document([
  { tag: 'p', children: ['Open your profile. The new password is asked for twice.'] },
  { tag: 'h2', id: 'expired', children: ['When the link has expired'] },
  {
    tag: 'p',
    children: ['A link works for one hour. Ask for another link with ', { tag: 'code', text: 'Resend' }, '.'],
  },
  { tag: 'h2', id: 'rules', children: ['Rules'] },
  { tag: 'p', children: [`${'Many words stand before it, '.repeat(12)}and the code ERR_X ends it.`] },
]);
const passageOf = createPassages([article], english);

describe('a passage', () => {
  test('is the sentence with most of the words, and marks them', () => {
    const passage = passageOf(article.id, ['password', 'twice']);
    expect(passage?.text).toBe('The new password is asked for twice.');
    expect(marked(passage)).toEqual(['password', 'twice']);
    expect(passage).not.toHaveProperty('heading');
  });

  test('names the section it stands in', () => {
    const passage = passageOf(article.id, ['link', 'anoth', 'resend']);
    expect(passage).toMatchObject({
      text: 'Ask for another link with Resend.',
      heading: 'When the link has expired',
      anchor: 'expired',
    });
    expect(marked(passage)).toEqual(['another', 'link', 'Resend']);
  });

  test('counts the heading for the sentences below it', () => {
    expect(passageOf(article.id, ['expir', 'hour'])?.text).toBe('A link works for one hour.');
  });

  test('is the first sentence of a section when only the heading matches', () => {
    expect(passageOf(article.id, ['expir'])?.text).toBe('A link works for one hour.');
  });

  test('cuts a long sentence at spaces around the matched words', () => {
    const passage = passageOf(article.id, ['errx']);
    expect(passage?.text.length).toBeLessThanOrEqual(180);
    expect(passage?.text).toMatch(/^…\S.* ERR_X ends it\.$/);
    expect(marked(passage)).toEqual(['ERR_X']);
  });

  test('cuts a word without spaces too', () => {
    const wall = document([{ tag: 'p', children: [`lock ${'x'.repeat(600)}`] }]);
    const passage = createPassages([wall], english)(wall.id, ['lock']);
    expect(passage?.text.length).toBeLessThanOrEqual(180);
    expect(marked(passage)).toEqual(['lock']);
  });

  test('stands in the section where most of the query is, when another says as much', () => {
    const twice = document([
      { tag: 'p', children: ['A link works for one hour.'] },
      { tag: 'h2', id: 'mail', children: ['In a message'] },
      { tag: 'p', children: ['The link works for a day.'] },
    ]);
    const find = createPassages([twice], english);
    expect(find(twice.id, ['link', 'work'])?.text).toBe('A link works for one hour.');
    expect(find(twice.id, ['link', 'work'], 2)).toMatchObject({ text: 'The link works for a day.', anchor: 'mail' });
  });

  test('is no line of code, and a row of a table only where no sentence has the words', () => {
    const code: CompiledDocument['body'] = [
      { tag: 'pre', language: '', text: 'lock --port 80' },
      { tag: 'table', align: [null, null], head: [['Key'], ['Value']], rows: [[['lock'], ['port']]] },
    ];
    const find = (body: CompiledDocument['body']) =>
      createPassages([document(body)], english)(article.id, ['lock', 'port']);
    expect(find(code)?.text).toBe('lock · port');
    expect(find([...code, { tag: 'p', children: ['A lock is set.'] }])?.text).toBe('A lock is set.');
    expect(find(code.slice(0, 1))).toBeUndefined();
  });

  test('sends nobody elsewhere when another sentence has words of the query', () => {
    const pointing = document([{ tag: 'p', children: ['For more about links and hours, see Links. A link expires.'] }]);
    const find = createPassages([pointing], english);
    expect(find(pointing.id, ['link', 'hour'])?.text).toBe('A link expires.');
    expect(find(pointing.id, ['hour'])?.text).toBe('For more about links and hours, see Links.');
  });

  test('gives way to a description that says as much', () => {
    const described = document([{ tag: 'p', children: ['A link works for one hour.'] }], {
      description: 'Ask for a new link when an hour has passed.',
    });
    const find = createPassages([described], english);
    expect(find(described.id, ['link', 'hour'])).toBeUndefined();
    expect(find(described.id, ['link', 'work'])?.text).toBe('A link works for one hour.');
  });

  test('is absent when nothing matches or the document is unknown', () => {
    expect(passageOf(article.id, ['giraffe'])).toBeUndefined();
    expect(passageOf('article:other', ['password'])).toBeUndefined();
  });
});

test('marks cover whole words of a title, by any of their forms', () => {
  const title = 'Exporting invoices with data-base';
  const marks = marksOf(title, ['export', 'databas'], english);
  expect(marks.map(([start, end]) => title.slice(start, end))).toEqual(['Exporting', 'data-base']);
});
