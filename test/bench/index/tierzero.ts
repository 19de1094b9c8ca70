import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import { indexCorpus } from '../../../content/compile/corpus/index.ts';
import { fileName } from '../../../content/compile/file-name.ts';
import { readBlock } from '../../../content/search/block.ts';
import { buildIndex } from '../../../content/search/build.ts';
import { createCursor } from '../../../content/search/columns.ts';
import { createEngine, type Engine } from '../../../content/search/engine.ts';
import { type SealedKind, unseal } from '../../../content/search/envelope.ts';
import { openPart, type Part, sectionOf, weightOf } from '../../../content/search/part.ts';
import { openIndex, type SearchIndex } from '../../../content/search/reader.ts';
import type { Bytes, Contender, Files, Published } from './contender.ts';
import { plainSource } from './plain-source.ts';

/**
 * Our own index, seen by the bench: the one file to change when the format does. It says which files there are, which of
 * their bytes search and which only show, what the index knows (for its information floor), and what a page fetches.
 */

/** As content/search/wire.ts writes them. */
const partColumns = [
  'text',
  'shared',
  'added',
  'endings',
  'ending',
  'counts',
  'dropped',
  'gaps',
  'weights',
  'sections',
] as const;
const root = 'search.txt';

const payloadOf = (kind: SealedKind, bytes: Bytes): Bytes => {
  const opened = unseal(kind, bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.payload;
};

const open = (bytes: Bytes): SearchIndex => {
  const opened = openIndex(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.index;
};

/** As `npm run compile -- --corpus` publishes it; above this many articles their texts are taken as they are written. */
const mostParsed = 20_000;
function publish(articles: readonly CorpusArticle[]): Files {
  const files = new Map<string, Bytes>();
  if (articles.length > mostParsed) {
    const add = (name: string, bytes: Bytes, digits?: number) => {
      const file = fileName(name, 'txt', bytes, digits);
      files.set(file, bytes);
      return file;
    };
    const sources = inOrder(articles).map(plainSource);
    files.set(root, buildIndex({ locale: 'en', categories: [], aliases: {} }, sources, { add }));
    return files;
  }
  const built = indexCorpus(articles, 'en');
  files.set(root, built.bytes);
  for (const file of open(built.bytes).files.missing()) files.set(file, Uint8Array.from(built.files.get(file) ?? []));
  return files;
}

/** As compiled content is: by category, the fullest first, then slug. */
function inOrder(articles: readonly CorpusArticle[]): CorpusArticle[] {
  const groups = [...Map.groupBy(articles, ({ category }) => category)];
  return groups
    .sort(([a, of], [b, other]) => other.length - of.length || (a < b ? -1 : 1))
    .flatMap(([, group]) => group.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Parts of the dictionary, as bytes. */
const partsOf = (files: Files): Bytes[] => {
  const inFiles = [...files].filter(([name]) => name.includes('-part-')).map(([, bytes]) => payloadOf('P', bytes));
  if (inFiles.length > 0) return inFiles;
  const { column } = createCursor(payloadOf('S', files.get(root)!));
  column();
  return [column()];
};

/** Entries that are no words: ids, and words written backwards for typing mistakes. */
const isWord = (term: string): boolean => !/^[=~]/.test(term);

/** Of the panel's list. */
const rows = 20;

/** What a page asks for as somebody types: a query that does not go on with the last one starts with nothing. */
function createPage(files: Files): Published['needs'] {
  let engine: Engine | undefined;
  let before = '';
  let asked: string[] = [];
  return (typed, moment) => {
    if (!engine || !typed.startsWith(before)) {
      engine = createEngine(open(files.get(root)!));
      asked = [root];
    }
    before = typed;
    const ask = () =>
      engine!.search(typed, rows, { hurried: moment === 'typing', ...(moment === 'rest' && { shown: rows }) });
    for (let answer = ask(); answer.missing; answer = ask()) {
      for (const file of answer.missing) engine.files.take(file, files.get(file)!, readBlock);
      asked.push(...answer.missing);
    }
    return asked;
  };
}

export const tierzero: Contender = async (articles) => {
  const files = publish(articles);
  const encoded = partsOf(files);
  const parts: Part[] = encoded.map((bytes) => openPart(bytes, articles.length));
  const words = parts.flatMap((part) =>
    part.terms.flatMap((term, number) => (isWord(term) ? [{ term, postings: part.postings(number) }] : [])),
  );
  const joined = (name: (typeof partColumns)[number]) => ({
    name,
    bytes: Uint8Array.from(
      Buffer.concat(
        encoded.map((bytes) => {
          const { column } = createCursor(bytes);
          return partColumns.map(() => column())[partColumns.indexOf(name)]!;
        }),
      ),
    ),
  });
  // Ids lead from a link to its document: they search nothing.
  const isOfIds = (_: Bytes, place: number) => parts[place]!.terms[0]!.startsWith('=');
  const isShown = (name: string) => name === root || name.includes('-records-');
  const display = [...files].filter(([name]) => isShown(name)).map(([, bytes]) => bytes);
  const index = encoded.filter((bytes, place) => !isOfIds(bytes, place));
  return {
    files,
    // A part in a file of its own is compressed by itself.
    parts: {
      index,
      display: files.size > 1 ? [...display, ...encoded.filter(isOfIds)] : [headOf(files.get(root)!)],
    },
    terms: words.length,
    postings: words.reduce((sum, { postings }) => sum + postings.length, 0),
    content: {
      terms: words.map(({ term }) => term),
      // A posting names its best section as a value; what was dropped is neither a posting nor in the floor.
      units: [{ name: 'articles', count: articles.length, frequencies: words.map(({ postings }) => postings.length) }],
      weights: [
        { name: 'weights', values: words.flatMap(({ postings }) => postings.map(weightOf)) },
        { name: 'sections', values: words.flatMap(({ postings }) => postings.map(sectionOf)) },
      ],
    },
    columns: partColumns.map(joined),
    needs: createPage(files),
    ...(files.size > 1 && { rests: true as const }),
    open: (fresh) => createEngine(open(fresh.get(root)!)),
  };
};

const headOf = (sealed: Bytes): Bytes => createCursor(payloadOf('S', sealed)).column();
