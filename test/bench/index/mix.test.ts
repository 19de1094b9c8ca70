import { describe, expect, it } from 'vitest';
import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import { seeded } from '../../support/random.ts';
import { mix } from './mix.ts';
import { expectedWords, wordsOf } from './vocabulary.ts';

/** Articles of 200 words, drawn from a vocabulary in which the nth word is 1/n as frequent as the first. */
function corpusOf(count: number, category: string): CorpusArticle[] {
  const random = seeded(category.length);
  const word = () => `${category}${Math.floor(Math.exp(random() * Math.log(4000)))}`;
  const sentence = () => `${Array.from({ length: 10 }, word).join(' ')}.`;
  return Array.from({ length: count }, (_, at) => ({
    id: `${category}-${at}`,
    url: '',
    title: `${word()} ${word()} ${word()}`,
    description: '',
    headings: [word(), word()],
    body: Array.from({ length: 20 }, sentence).join(' '),
    category,
    redirects: [],
    license: '',
  }));
}
const corpora = [corpusOf(60, 'a'), corpusOf(60, 'bb')];
const known = new Set(
  corpora.flat().flatMap(({ title, headings, body }) => wordsOf(`${title} ${headings.join(' ')} ${body}`)),
);

const textOf = ({ title, description, headings, body }: CorpusArticle): string =>
  [title, description, ...headings, body].join(' ');

describe('a synthetic mix', () => {
  it('is the same for the same seed, and another one for another', () => {
    const drawn = (seed: number) => [...mix(corpora, 20, seed).articles].map(textOf);
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
  });

  it('has as many articles as asked for, each under an id of its own, of about 300 words', () => {
    const articles = [...mix(corpora, 500).articles];
    expect(new Set(articles.map(({ id }) => id)).size).toBe(500);
    const words = articles.reduce((sum, { body }) => sum + wordsOf(body).length, 0) / 500;
    expect(words).toBeGreaterThan(250);
    expect(words).toBeLessThan(370);
  });

  it('goes on to meet new words as Heaps says, long after the corpora have run out of theirs', () => {
    const { articles, growth } = mix(corpora, 1200);
    const seen = new Set<string>();
    let tokens = 0;
    for (const word of [...articles].flatMap((article) => wordsOf(textOf(article)))) {
      tokens += 1;
      seen.add(word);
    }
    const made = [...seen].filter((word) => !known.has(word)).length;
    expect(made).toBeGreaterThan(500);
    expect(seen.size / expectedWords(growth, tokens)).toBeGreaterThan(0.9);
    expect(seen.size / expectedWords(growth, tokens)).toBeLessThan(1.1);
  });

  it('uses made-up words again, a few of them often', () => {
    const counts = new Map<string, number>();
    for (const word of [...mix(corpora, 600).articles].flatMap((article) => wordsOf(textOf(article)))) {
      if (!known.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const once = [...counts.values()].filter((count) => count === 1).length;
    expect(once).toBeGreaterThan(0);
    expect(Math.max(...counts.values())).toBeGreaterThan(10);
    expect(once).toBeLessThan(counts.size);
  });

  it('mixes sentences of one corpus and category only', () => {
    for (const { body, category } of mix(corpora, 50).articles) {
      const own = wordsOf(body).filter((word) => known.has(word));
      const first = own[0]?.startsWith('bb') ? 'bb' : 'a';
      expect(
        own.every((word) => word.startsWith(first)),
        category,
      ).toBe(true);
    }
  });
});
