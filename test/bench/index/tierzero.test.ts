import { expect, it } from 'vitest';
import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import { seeded } from '../../support/random.ts';
import { minisearch } from './minisearch.ts';
import { tierzero } from './tierzero.ts';

const random = seeded(5);
const word = () => `word${Math.floor(Math.exp(random() * Math.log(900)))}`;
const words = (count: number) => Array.from({ length: count }, word).join(' ');
const articles = Array.from(
  { length: 40 },
  (_, at): CorpusArticle => ({
    id: `article-${at}`,
    url: '',
    title: words(4),
    description: words(8),
    headings: [words(2)],
    body: words(100),
    category: 'all',
    redirects: [],
    license: '',
  }),
);

it('accounts for every posting and every weight of our index', async () => {
  const { content, postings, terms } = await tierzero(articles);
  expect(content?.terms).toHaveLength(terms);
  for (const { frequencies, count } of content?.units ?? []) {
    expect(frequencies.every((having) => having > 0 && having <= count)).toBe(true);
  }
  const listed = content?.units.flatMap(({ frequencies }) => frequencies).reduce((sum, having) => sum + having, 0);
  expect(postings).toBe(listed);
  expect(postings).toBeGreaterThan(articles.length * 20);
  expect(content?.weights.every(({ values }) => values.length > 0)).toBe(true);
});

it('names only files that are published', async () => {
  for (const publish of [tierzero, minisearch]) {
    const { files, needs } = await publish(articles);
    expect(needs('word1', 'pause').length).toBeGreaterThan(0);
    expect(needs('word1 wor', 'typing').every((name) => files.has(name))).toBe(true);
  }
});

it('takes every byte of what is published for searching or for showing, but for the lengths between columns', async () => {
  for (const publish of [tierzero, minisearch]) {
    const { files, parts } = await publish(articles);
    const sum = (all: Iterable<Uint8Array>) => [...all].reduce((total, { length }) => total + length, 0);
    const told = sum(parts.index) + sum(parts.display);
    expect(sum(files.values()) - told).toBeGreaterThanOrEqual(0);
    expect(sum(files.values()) - told).toBeLessThan(100);
  }
});

it('opens what was published', async () => {
  for (const publish of [tierzero, minisearch]) {
    const { files, open } = await publish(articles);
    expect(() => open(files)).not.toThrow();
    expect(() => open(new Map([...files].map(([name, bytes]) => [name, bytes.slice(1)])))).toThrow();
  }
});
