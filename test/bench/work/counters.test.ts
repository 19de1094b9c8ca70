import { expect, it } from 'vitest';
import { countPostings } from './counters.ts';
import { writeArticles, writeQueries } from './synthetic.ts';

it('counts every posting that is decoded, each time, of an index and of its parts', () => {
  const part = { terms: ['a', 'b'], postings: (number: number) => [[1, 2, 3], [4]][number] ?? [] };
  const all = { ...part, parts: [part], partFor: () => part, head: { records: [1] } };
  const { index, decoded } = countPostings(all);
  expect(index.postings(0)).toEqual([1, 2, 3]);
  expect(decoded()).toBe(3);
  index.postings(0);
  expect(index.parts[0]?.postings(1)).toEqual([4]);
  expect(decoded()).toBe(7);
  expect(index.partFor()).toBe(index.parts[0]);
  index.partFor().postings(1);
  expect(decoded()).toBe(8);
  expect(index.head.records.length + index.terms.length).toBe(3);
  expect(decoded()).toBe(8);
});

it('makes up the same help center and the same queries every time', () => {
  const articles = writeArticles();
  expect(articles).toHaveLength(2000);
  expect(writeArticles().at(-1)).toEqual(articles.at(-1));
  const queries = writeQueries(articles);
  expect(writeQueries(articles)).toEqual(queries);
  expect(new Set(queries).size).toBe(queries.length);
});
