import { indexCorpus } from '../../../../content/compile/corpus/index.ts';
import { createEngine } from '../../../../content/search/engine.ts';
import { takeAll } from '../../../../content/search/open-whole.ts';
import { openIndex } from '../../../../content/search/reader.ts';
import { depth } from '../score.ts';
import type { Engine } from './engine.ts';

/** The search of widget, site and command line, over the index that a corpus is compiled to. */
export const tierzero: Engine = {
  label: 'Tierzero',
  open(articles, locale) {
    const { bytes, files, articleOf } = indexCorpus(articles, locale);
    const opened = openIndex(bytes);
    if (!opened.ok) throw new Error(`the index that was just built is refused: ${opened.reason}`);
    const engine = createEngine(opened.index);
    takeAll(engine, (file) => Uint8Array.from(files.get(file) ?? []));
    return (words) => engine.search(words, depth).results.map(({ record }) => articleOf.get(record.id)!.id);
  },
};
