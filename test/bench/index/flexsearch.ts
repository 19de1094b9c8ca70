import { Document, Index } from 'flexsearch';
import * as z from 'zod/mini';
import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import {
  type Bytes,
  bytesText,
  type Contender,
  displayOf,
  type Files,
  type Published,
  textBytes,
} from './contender.ts';

const display = 'display.json';

/** An exported map: terms with their slots of ids. */
const exportedMap = z.array(z.tuple([z.string(), z.array(z.nullable(z.array(z.number())))]));

interface Exporting {
  export(handler: (key: string, data: string) => void): void;
}
interface Importing {
  import(key: string, data: string): void;
}

function exportOf(searchable: Exporting): Map<string, Bytes> {
  const files = new Map<string, Bytes>();
  searchable.export((key, data) => {
    if (data) files.set(`${key}.json`, textBytes(data));
  });
  return files;
}

function countPostings(files: Files): { terms: number; postings: number } {
  const counts = { terms: 0, postings: 0 };
  for (const [name, bytes] of files) {
    if (!name.endsWith('.map.json')) continue;
    for (const [, slots] of exportedMap.parse(JSON.parse(bytesText(bytes)))) {
      counts.terms += 1;
      for (const slot of slots) counts.postings += slot?.length ?? 0;
    }
  }
  return counts;
}

function publish(articles: readonly CorpusArticle[], exported: Map<string, Bytes>, create: () => Importing): Published {
  const names = [...exported.keys(), display];
  const files = new Map([...exported, [display, displayOf(articles)]]);
  return {
    files,
    parts: { index: exported.values().toArray(), display: [files.get(display)!] },
    ...countPostings(exported),
    needs: () => names,
    open(given) {
      const searchable = create();
      for (const name of exported.keys()) searchable.import(name.replace('.json', ''), bytesText(given.get(name)));
      return [searchable, JSON.parse(bytesText(given.get(display)))];
    },
  };
}

/** FlexSearch 0.8.212 as its guide shows it for a site: a field each, prefixes of titles and headings. */
export const flexsearchDocument: Contender = async (articles) => {
  const create = () =>
    new Document({
      document: {
        id: 'id',
        index: [
          { field: 'title', tokenize: 'forward' },
          { field: 'headings', tokenize: 'forward' },
          { field: 'description', tokenize: 'strict' },
          { field: 'body', tokenize: 'strict' },
        ],
      },
    });
  const document = create();
  articles.forEach(({ title, headings, description, body }, id) => {
    document.add({ id, title, headings: headings.join('\n'), description, body });
  });
  return publish(articles, exportOf(document), create);
};

/** The leanest it can be: one index of whole words over all fields. */
export const flexsearchIndex: Contender = async (articles) => {
  const create = () => new Index({ tokenize: 'strict' });
  const index = create();
  articles.forEach(({ title, headings, description, body }, id) => {
    index.add(id, [title, ...headings, description, body].join('\n'));
  });
  return publish(articles, exportOf(index), create);
};
