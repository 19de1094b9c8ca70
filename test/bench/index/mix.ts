import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import { seeded } from '../../support/random.ts';
import { createSpeller, expectedWords, type Growth, growthOf, wordPattern, wordsOf } from './vocabulary.ts';

/**
 * A synthetic help center of any size, the same for the same seed.
 *
 * An article takes its title, headings and sentences from four articles of one category of one corpus, in runs of two to
 * five sentences, so that words keep the company they keep. Lengths are log-normal around 300 words.
 *
 * Sentences alone would run out of words: a real help center of that size has names nobody has written yet. So every
 * word that the corpora have at most three times gives way to a made-up one: a new one as long as the vocabulary is
 * smaller than Heaps' law says, fitted to the corpora; after that, one that was made before, the more often the more it
 * was used (which gives new words the long tail of real ones). Within an article a word gives way to the same word.
 */
export interface Mix {
  articles: Generator<CorpusArticle>;
  growth: Growth;
}

const rareAtMost = 3;
const meanWords = 300;
const lengthSpread = 0.6;
const sourcesOfOne = 4;

type Random = () => number;
interface Source {
  title: string;
  headings: string[];
  sentences: string[];
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!;

const sentencesOf = (body: string): string[] =>
  body
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !/^(?:#|```|~~~|\|?[-\s|]+$)/.test(sentence));

/** Articles of the same corpus and category, one pool each; the ones without sentences are left out. */
function poolsOf(corpora: readonly (readonly CorpusArticle[])[]): Source[][] {
  const pools = new Map<string, Source[]>();
  corpora.forEach((articles, corpus) => {
    for (const { title, headings, body, category } of articles) {
      const source = { title, headings, sentences: sentencesOf(body) };
      const name = `${corpus} ${category}`;
      if (source.sentences.length > 0) pools.set(name, [...(pools.get(name) ?? []), source]);
    }
  });
  return [...pools.values()];
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

/** Words for an article, log-normal (Box and Muller), never under 40. */
function drawLength(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.max(40, meanWords * Math.exp(lengthSpread * normal - lengthSpread ** 2 / 2));
}

/** Runs of sentences, a heading before each, until there are enough words. */
function drawBody(sources: readonly Source[], random: Random): { headings: string[]; body: string } {
  const headings: string[] = [];
  const parts: string[] = [];
  for (let left = drawLength(random); left > 0; ) {
    const { headings: known, sentences } = pick(sources, random);
    const from = Math.floor(random() * sentences.length);
    const run = sentences.slice(from, from + 2 + Math.floor(random() * 4)).join(' ');
    if (parts.length > 0 && known.length > 0 && random() < 0.4) {
      headings.push(pick(known, random));
      parts.push(`## ${headings.at(-1)}`);
    }
    parts.push(run);
    left -= wordsOf(run).length;
  }
  return { headings, body: parts.join('\n\n') };
}

const halvesOf = (title: string): [string, string] => {
  const words = title.split(' ');
  const middle = Math.ceil(words.length / 2);
  return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
};

/** Replaces rare words article by article, and lets the vocabulary grow as it should. */
function createRenamer(texts: readonly string[], growth: Growth, random: Random) {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rare = [...counts].filter(([, count]) => count <= rareAtMost).map(([word]) => word);
  const isRare = new Set(rare);
  const spell = createSpeller(rare, random);
  const seen = new Set<string>();
  const used: string[] = [];
  let tokens = 0;
  const mint = (): string => {
    for (let word = spell(); ; word += spell()) if (word !== '' && !counts.has(word) && !seen.has(word)) return word;
  };
  return (): ((text: string) => string) => {
    const renamed = new Map<string, string>();
    const rename = (word: string): string => {
      const known = renamed.get(word);
      if (known) return known;
      const made = used.length === 0 || seen.size < expectedWords(growth, tokens) ? mint() : pick(used, random);
      used.push(made);
      renamed.set(word, made);
      return made;
    };
    return (text) =>
      text.replace(wordPattern, (written) => {
        tokens += 1;
        const word = written.toLowerCase();
        const kept = isRare.has(word) ? rename(word) : written;
        seen.add(kept.toLowerCase());
        return kept;
      });
  };
}

function* draw(pools: readonly Source[][], newArticle: () => (text: string) => string, count: number, random: Random) {
  // A category as often as it has articles.
  const places = pools.flatMap((pool) => pool.map(() => pool));
  const ids = new Set<string>();
  for (let number = 0; number < count; number++) {
    const pool = pick(places, random);
    const sources = Array.from({ length: sourcesOfOne }, () => pick(pool, random));
    const [start] = halvesOf(sources[0]!.title);
    const [, end] = halvesOf(sources[1]!.title);
    const rename = newArticle();
    const { headings, body } = drawBody(sources, random);
    const title = rename(`${start} ${end || sources[1]!.title}`);
    // As help centers make their addresses; where two have one title, the later one has a number as well.
    const id = ids.has(title) ? `${title}-${number}` : title;
    ids.add(id);
    yield {
      id,
      url: '',
      title,
      description: rename(pick(sources[0]!.sentences, random).slice(0, 160)),
      headings: headings.map(rename),
      body: rename(body),
      category: `category-${pools.indexOf(pool)}`,
      redirects: [],
      license: '',
    };
  }
}

/** Mixes `count` articles out of the corpora. */
export function mix(corpora: readonly (readonly CorpusArticle[])[], count: number, seed = 1): Mix {
  const random = seeded(seed);
  const texts = shuffled(corpora.flat(), random).map(({ title, description, headings, body }) =>
    [title, description, ...headings, body].join('\n'),
  );
  const growth = growthOf(texts);
  const newArticle = createRenamer(texts, growth, random);
  return { articles: draw(poolsOf(corpora), newArticle, count, random), growth };
}
