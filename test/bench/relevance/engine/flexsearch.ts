import { createRequire } from 'node:module';
import type * as Full from 'flexsearch';
import { depth } from '../score.ts';
import type { Engine } from './engine.ts';

// Tests replace an import of FlexSearch by its light build, which we ship; `require` gets the full one everywhere.
const require = createRequire(import.meta.url);
const { Charset, Document, Encoder }: typeof Full = require('flexsearch');
const english: Full.EncoderOptions = require('flexsearch/lang/en');

export const flexsearch: Engine = {
  label: 'FlexSearch, LatinBalance, EN preset, suggest',
  package: 'flexsearch',
  open(articles) {
    const index = new Document({
      document: {
        id: 'number',
        index: ['title', 'headings', 'description', 'body'].map((field) => ({
          field,
          encoder: new Encoder(Charset.LatinBalance).assign(english),
        })),
      },
    });
    articles.forEach(({ title, headings, description, body }, number) => {
      index.add({ number, title, headings: headings.join('\n'), description, body });
    });
    return (words) =>
      index
        .search(words, { limit: depth, suggest: true, merge: true })
        .slice(0, depth)
        .map(({ id }) => articles[Number(id)]!.id);
  },
};
