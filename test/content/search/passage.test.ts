import { describe, expect, test } from 'vitest';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import { marksOf } from '../../../content/search/marks.ts';
import { createPassages, type Passage } from '../../../content/search/passage.ts';
import { document } from './document.ts';

const marked = (passage: Passage | undefined) =>
  passage?.marks.map(([start, end]) => passage.text.slice(start, end)) ?? [];

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
const passageOf = createPassages([article], 'en');

describe('a passage', () => {
  test('is the sentence with most of the words, and marks them', () => {
    const passage = passageOf(article.id, ['password', 'twice']);
    expect(passage?.text).toBe('The new password is asked for twice.');
    expect(marked(passage)).toEqual(['password', 'twice']);
    expect(passage).not.toHaveProperty('heading');
  });

  test('names the section it stands in', () => {
    const passage = passageOf(article.id, ['link', 'another', 'resend']);
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
    const wall = document([{ tag: 'pre', language: '', text: `key ${'x'.repeat(600)}` }]);
    const passage = createPassages([wall], 'en')(wall.id, ['key']);
    expect(passage?.text.length).toBeLessThanOrEqual(180);
    expect(marked(passage)).toEqual(['key']);
  });

  test('gives way to a description that says as much', () => {
    const described = document([{ tag: 'p', children: ['A link works for one hour.'] }], {
      description: 'Ask for a new link when an hour has passed.',
    });
    const find = createPassages([described], 'en');
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
  const marks = marksOf(title, ['export', 'databas'], 'en');
  expect(marks.map(([start, end]) => title.slice(start, end))).toEqual(['Exporting', 'data-base']);
});
