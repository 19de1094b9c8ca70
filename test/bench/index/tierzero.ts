import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import { indexCorpus } from '../../../content/compile/corpus/index.ts';
import { buildIndex } from '../../../content/search/build.ts';
import { createCursor } from '../../../content/search/columns.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { unseal } from '../../../content/search/envelope.ts';
import { sectionOf, weightOf } from '../../../content/search/part.ts';
import { openIndex, type SearchIndex } from '../../../content/search/reader.ts';
import type { Bytes, Contender } from './contender.ts';
import { plainSource } from './plain-source.ts';

/**
 * Our own index, seen by the bench: the one file to change when the format does. It says which files there are, which of
 * their bytes search and which only show, what the index knows (for its information floor), and what a page fetches.
 */

/** As content/search/wire.ts writes them: of the file, and of a part of the dictionary in it. */
const fileColumns = ['head', 'endings', 'part'];
const partColumns = ['text', 'shared', 'added', 'ending', 'counts', 'dropped', 'gaps', 'weights', 'sections'];
const file = 'search.txt';

interface Column {
  name: string;
  bytes: Bytes;
}

const readColumns = (bytes: Bytes, names: readonly string[]): Column[] => {
  const { column } = createCursor(bytes);
  return names.map((name) => ({ name, bytes: column() }));
};

function columnsOf(sealed: Bytes): Column[] {
  const opened = unseal('S', sealed);
  if (!opened.ok) throw new Error(opened.reason);
  return readColumns(opened.payload, fileColumns).flatMap((column) =>
    column.name === 'part' ? readColumns(column.bytes, partColumns) : [column],
  );
}

const open = (bytes: Bytes): SearchIndex => {
  const opened = openIndex(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.index;
};

/** As `npm run compile -- --corpus` publishes it; above this many articles their texts are taken as they are written. */
const mostParsed = 20_000;
const build = (articles: readonly CorpusArticle[]): Bytes =>
  articles.length > mostParsed
    ? buildIndex({ locale: 'en', categories: [], aliases: {} }, articles.map(plainSource))
    : indexCorpus(articles, 'en').bytes;

export const tierzero: Contender = async (articles) => {
  const sealed = build(articles);
  const parts = open(sealed).parts('');
  const terms = parts.flatMap((part) => part.terms);
  const lists = parts.flatMap((part) => part.terms.map((_, number) => part.postings(number)));
  const columns = columnsOf(sealed);
  const isShown = ({ name }: Column) => name === 'head';
  const searches = columns.filter((column) => !isShown(column)).map(({ bytes }) => bytes);
  return {
    files: new Map([[file, sealed]]),
    parts: {
      // One stream, as it is sent.
      index: [Uint8Array.from(Buffer.concat(searches))],
      display: columns.filter(isShown).map(({ bytes }) => bytes),
    },
    terms: terms.length,
    postings: lists.reduce((sum, { length }) => sum + length, 0),
    content: {
      terms,
      // A posting names its best section as a value; what was dropped is neither a posting nor in the floor.
      units: [{ name: 'articles', count: articles.length, frequencies: lists.map(({ length }) => length) }],
      weights: [
        { name: 'weights', values: lists.flatMap((list) => list.map(weightOf)) },
        { name: 'sections', values: lists.flatMap((list) => list.map(sectionOf)) },
      ],
    },
    columns,
    needs: () => [file],
    open: (files) => createEngine(open(files.get(file)!)),
  };
};
