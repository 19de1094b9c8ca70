import { describe, expect, it } from 'vitest';
import { broaden, nearestCategories } from '../../../widget/search/broaden.ts';

const known = ['embed', 'password', 'install'];
const finds = (words: string) => known.some((word) => word.startsWith(words));

describe('a broader query', () => {
  it('is the beginning of the longest word that finds something', () => {
    expect(broaden('embedderization', finds)).toBeUndefined();
    expect(broaden('embedding xyz', finds)).toBe('embed');
    expect(broaden('passwordx installment', finds)).toBe('install');
  });
  it('is never a few letters', () => expect(broaden('unicorn', (words) => 'uni'.startsWith(words))).toBeUndefined());
});

describe('nearest categories', () => {
  const categories = [
    { slug: 'a', title: 'Privacy', description: 'What is kept', count: 3 },
    { slug: 'b', title: 'Running it', description: 'Install and operate', count: 2 },
    { slug: 'c', title: 'Writing', description: 'Articles and their words', count: 9 },
  ];
  it('are those that begin like the query, then the largest', () => {
    expect(nearestCategories('installation fails', categories, 2).map(({ slug }) => slug)).toEqual(['b', 'c']);
  });
});
