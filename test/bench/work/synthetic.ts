import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import { seeded } from '../../support/random.ts';
import { createSpeller, expectedWords, type Growth } from '../index/vocabulary.ts';

/** What made-up words look like. */
const model =
  'account address agent alert answer archive backup billing browser button calendar cancel category channel change checkout ' +
  'connect contact content currency dashboard deadline delivery deploy device discount document domain download draft editor ' +
  'export feature filter folder forward gateway history import inbox install integrate invite invoice keyboard language launch ' +
  'license limit manage member merge message migrate mobile monitor network notice number office option order package partner ' +
  'password payment permission picture platform policy preview privacy problem product profile project publish question quota ' +
  'receipt recover refund region release remove reply report request reset restore return review schedule search secure select ' +
  'server session setting shipping status storage subscribe support switch template theme ticket timeline token transfer trial ' +
  'update upgrade upload usage value vendor verify version visitor volume warning webhook widget window workflow workspace';

const growth: Growth = { scale: 12, exponent: 0.55 };
const inflections = ['', '', '', 's', 'ing', 'ed'];
const articleCount = 2000;
const wordsOfOne = 120;

/** Draws words as texts do: a new one as often as Heaps' law says, else an old one, the more often the more it was used. */
function createAuthor(random: () => number): (count: number) => string {
  const spell = createSpeller(model.split(' '), random);
  const seen = new Set<string>();
  const used: string[] = [];
  const draw = (): string => {
    let stem = used[Math.floor(random() * used.length)] ?? '';
    if (seen.size < expectedWords(growth, used.length + 1)) for (stem = spell(); seen.has(stem); ) stem += spell();
    seen.add(stem);
    used.push(stem);
    return stem + inflections[Math.floor(random() * inflections.length)];
  };
  return (count) => Array.from({ length: count }, draw).join(' ');
}

/** A help center that never changes, so that only the search can change the work. */
export function writeArticles(): CorpusArticle[] {
  const words = createAuthor(seeded(11));
  return Array.from({ length: articleCount }, (_, at) => ({
    id: `article-${at}`,
    url: '',
    title: words(5),
    description: words(12),
    headings: [words(3), words(3)],
    body: words(wordsOfOne),
    category: `category-${at % 12}`,
    redirects: [],
    license: '',
  }));
}

/** Sentences, keywords with a letter left out, and beginnings, of words that stand in the articles. */
export function writeQueries(articles: readonly CorpusArticle[]): string[] {
  const random = seeded(13);
  const below = (limit: number) => Math.floor(random() * limit);
  const wordsFrom = (count: number): string[] => {
    const words = articles[below(articles.length)]!.body.split(' ');
    return Array.from({ length: count }, () => words[below(words.length)]!);
  };
  const without = (word: string): string => {
    const at = 1 + below(word.length - 1);
    return word.slice(0, at) + word.slice(at + 1);
  };
  const many = (write: () => string): string[] => Array.from({ length: 20 }, write);
  return [
    ...many(() => `how do I ${wordsFrom(7).join(' ')} `),
    ...many(() => wordsFrom(2).map(without).join(' ')),
    ...many(() => wordsFrom(2).join(' ').slice(0, -2)),
  ];
}
