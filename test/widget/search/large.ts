import { hashOf } from '../../../content/compile/file-name.ts';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { buildIndex } from '../../../content/search/build.ts';
import { contentDigits, documentFile } from '../../../content/search/document-file.ts';
import { seal } from '../../../content/search/envelope.ts';
import { largeCorpus } from '../../support/large-corpus.ts';
import { manifest } from '../fixture.ts';

/** A help center whose index lies in many files: 1,100 articles in the order of their categories. */

const articles = largeCorpus(1_100).sort((a, b) => (a.category < b.category ? -1 : a.category > b.category ? 1 : 0));
const slugOf = (category: string): string => category.toLowerCase().replace(' ', '-');

const records = articles.map(
  ({ id, title, description, category }): SearchRecord => ({
    id: `article:${id}`,
    kind: 'article',
    slug: id,
    category: slugOf(category),
    title,
    description,
    file: documentFile(`article:${id}`, hashOf(id, contentDigits)),
  }),
);

const head = {
  locale: 'en',
  categories: [...new Set(articles.map(({ category }) => category))].map((title) => ({
    slug: slugOf(title),
    title,
    description: `About ${title}`,
    count: articles.filter(({ category }) => category === title).length,
  })),
  aliases: { 'article:former': 'article:large-5' as const },
};

export type Files = Map<string, Uint8Array<ArrayBuffer> | string>;

const built = new Map<string, Files>();

/** Every published file by its path below the base; `build` tells one deploy from another. */
export const publishLarge = (build = '1'): Files => {
  const files = built.get(build) ?? buildFiles(build);
  built.set(build, files);
  return new Map(files);
};

const buildFiles = (build: string): Files => {
  const files: Files = new Map();
  const sources = records.map((record, place) => ({
    record,
    fields: {
      title: record.title,
      keywords: [],
      description: record.description,
      sections: [{ text: articles[place]?.body ?? '' }],
    },
  }));
  const add = (name: string, bytes: Uint8Array<ArrayBuffer>): string => {
    const file = `tz/${name}-${hashOf(build + hashOf(bytes), 6)}.txt`;
    files.set(file, bytes);
    return file;
  };
  const index = buildIndex(head, sources, { add });
  const library = seal('L', new TextEncoder().encode(JSON.stringify({ locale: 'en', documents: [] })));
  const own = `tz/en-search-${build}.txt`;
  const content = { en: { index: own, library: 'tz/en-library-1.txt', libraryBytes: library.length } };
  return new Map<string, Uint8Array<ArrayBuffer> | string>([
    ...files,
    ['tierzero.json', JSON.stringify({ ...manifest(library.length), build, content })],
    [own, index],
    ['tz/en-library-1.txt', library],
  ]);
};

/** The words of its titles. */
export const titleWords: readonly string[] = records.flatMap(({ title }) => title.toLowerCase().split(' '));
export const idOf = (place: number): string => records[place]?.id ?? '';
export const titleOf = (place: number): string => records[place]?.title ?? '';

/** The word that most titles have. */
export const frequentWord: string = [...new Set(titleWords)].reduce((most, word) =>
  timesOf(word) > timesOf(most) ? word : most,
);
function timesOf(word: string): number {
  return titleWords.filter((one) => one === word).length;
}
