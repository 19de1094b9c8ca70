import { create, insertMultiple, search } from '@orama/orama';
import { stopwords } from '@orama/stopwords/english';
import { depth } from '../score.ts';
import type { Engine } from './engine.ts';

export const orama: Engine = {
  label: 'Orama, stemming, stop words',
  package: '@orama/orama',
  async open(articles) {
    const index = create({
      schema: { title: 'string', headings: 'string', description: 'string', body: 'string' },
      components: { tokenizer: { language: 'english', stemming: true, stopWords: stopwords } },
    });
    const documents = articles.map(({ id, title, headings, description, body }) => ({
      id,
      title,
      headings: headings.join('\n'),
      description,
      body,
    }));
    await insertMultiple(index, documents);
    return async (words) => {
      const { hits } = await search(index, { term: words, limit: depth, boost: { title: 4 } });
      return hits.map(({ id }) => id);
    };
  },
};
