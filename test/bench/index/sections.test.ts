import { expect, it } from 'vitest';
import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import { cutAtHeadings } from './sections.ts';

const article = (body: string): CorpusArticle => ({
  id: 'billing',
  url: '/billing',
  title: 'Billing',
  description: 'What it costs.',
  headings: ['Plans', 'Free', 'Details'],
  body,
  category: 'account',
  redirects: ['/prices'],
  license: 'CC0',
});

it('cuts an article at its headings down to a level, each with its own text', () => {
  const cut = cutAtHeadings(article('Start.\n\n## Plans\n\nThree.\n\n### Free\nNothing.\n#### Details\nMore.'), 3);
  expect(cut.map(({ id, title, body }) => [id, title, body])).toEqual([
    ['billing', 'Billing', 'Start.'],
    ['billing#1', 'Plans', 'Three.'],
    ['billing#2', 'Free', 'Nothing.\n#### Details\nMore.'],
  ]);
  expect(cut.map(({ headings }) => headings)).toEqual([[], [], ['Details']]);
  expect(cut.map(({ description, redirects }) => [description, redirects.length])).toEqual([
    ['What it costs.', 1],
    ['', 0],
    ['', 0],
  ]);
});

it('leaves headings below the level where they are', () => {
  const titles = (level: number) =>
    cutAtHeadings(article('Start.\n## Plans\nThree.\n### Free\nNothing.'), level).map(({ title }) => title);
  expect(titles(2)).toEqual(['Billing', 'Plans']);
  expect(titles(3)).toEqual(['Billing', 'Plans', 'Free']);
});

it('takes a comment in code for no heading', () => {
  expect(cutAtHeadings(article('Run:\n```sh\n## not a heading\n```\n## Heading\nText.'), 3)).toHaveLength(2);
});

it('leaves out a heading without a text, and keeps an article without headings whole', () => {
  expect(cutAtHeadings(article('Text.\n## Empty\n\n## Full\nText.'), 3).map(({ title }) => title)).toEqual([
    'Billing',
    'Full',
  ]);
  expect(cutAtHeadings(article(''), 3)).toHaveLength(1);
});
