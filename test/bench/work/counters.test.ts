import { expect, it } from 'vitest';
import { indexBytes, opened } from '../../content/search/help-center.ts';
import { countPostings } from './counters.ts';
import { writeArticles, writeQueries } from './synthetic.ts';

it('counts every posting that is decoded, each time', () => {
  const index = opened(indexBytes());
  const counted = countPostings(index);
  const number = index.find('invoic') >= 0 ? index.find('invoic') : index.find('invoice');
  expect(counted.index.postings(number)).toEqual(index.postings(number));
  expect(counted.decoded()).toBe(index.frequency(number));
  counted.index.postings(number);
  expect(counted.decoded()).toBe(2 * index.frequency(number));
  expect(counted.decoded()).toBeGreaterThan(2);
});

it('makes up the same help center and the same queries every time', () => {
  const articles = writeArticles();
  expect(articles).toHaveLength(2000);
  expect(writeArticles().at(-1)).toEqual(articles.at(-1));
  const queries = writeQueries(articles);
  expect(writeQueries(articles)).toEqual(queries);
  expect(new Set(queries).size).toBe(queries.length);
});
