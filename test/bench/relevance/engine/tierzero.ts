import { sourceOf } from '../../../../content/compile/corpus/source.ts';
import { buildIndex } from '../../../../content/search/build.ts';
import { createEngine } from '../../../../content/search/engine.ts';
import { openIndex } from '../../../../content/search/reader.ts';
import { depth } from '../score.ts';
import type { Engine } from './engine.ts';

/** The search of widget, site and command line, over an index that was sealed and opened again. */
export const tierzero: Engine = {
  label: 'Tierzero',
  open(articles) {
    const sources = articles.map((article, number) => {
      const source = sourceOf(article);
      // A place in the corpus leads back to the article, whatever its id looks like.
      return { ...source, record: { ...source.record, id: `article:${number}` as const } };
    });
    const opened = openIndex(buildIndex({ locale: 'en', categories: [], aliases: {} }, sources));
    if (!opened.ok) throw new Error(`the index that was just built is refused: ${opened.reason}`);
    const engine = createEngine(opened.index);
    const idOf = (recordId: string) => articles[Number(recordId.slice('article:'.length))]!.id;
    return (words) => engine.search(words, depth).results.map(({ record }) => idOf(record.id));
  },
};
