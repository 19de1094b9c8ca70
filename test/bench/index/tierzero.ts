import { sourceOf } from '../../../content/compile/corpus/source.ts';
import { buildIndex } from '../../../content/search/build.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { unseal } from '../../../content/search/envelope.ts';
import { impactOf, openIndex, type SearchIndex } from '../../../content/search/reader.ts';
import type { Bytes, Contender } from './contender.ts';

/**
 * Our own index, seen by the bench: the one file to change when the format does. It says which files there are, which of
 * their bytes search and which only show, what the index knows (for its information floor), and what a page fetches.
 */

/** As `encodeIndex` writes them (content/search/wire.ts). */
const columnNames = ['head', 'text', 'shared', 'added', 'endings', 'ending', 'counts', 'gaps', 'impacts'];
const file = 'search.txt';

function columnsOf(sealed: Bytes): { name: string; bytes: Bytes }[] {
  const opened = unseal('S', sealed);
  if (!opened.ok) throw new Error(opened.reason);
  let at = 0;
  const length = (): number => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const next = opened.payload[at++] ?? 0;
      value += (next & 127) * 2 ** shift;
      if (next < 128) return value;
    }
  };
  return columnNames.map((name) => {
    const size = length();
    at += size;
    return { name, bytes: opened.payload.subarray(at - size, at) };
  });
}

const open = (bytes: Bytes): SearchIndex => {
  const opened = openIndex(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.index;
};

export const tierzero: Contender = async (articles) => {
  const sealed = buildIndex({ locale: 'en', categories: [], aliases: {} }, articles.map(sourceOf));
  const index = open(sealed);
  const lists = index.terms.map((_, number) => index.postings(number));
  const columns = columnsOf(sealed);
  const isShown = ({ name }: { name: string }) => name === 'head';
  const searches = columns.filter((column) => !isShown(column)).map(({ bytes }) => bytes);
  return {
    files: new Map([[file, sealed]]),
    // One stream, as it is sent.
    parts: {
      index: [Uint8Array.from(Buffer.concat(searches))],
      display: columns.filter(isShown).map(({ bytes }) => bytes),
    },
    terms: index.terms.length,
    postings: lists.reduce((sum, { length }) => sum + length, 0),
    content: {
      terms: index.terms,
      units: [{ name: 'articles', count: articles.length, frequencies: lists.map(({ length }) => length) }],
      weights: [{ name: 'impacts', values: lists.flatMap((list) => list.map(impactOf)) }],
    },
    columns,
    needs: () => [file],
    open: (files) => createEngine(open(files.get(file)!)),
  };
};
