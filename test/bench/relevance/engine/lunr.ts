import lunr from 'lunr';
import { depth } from '../score.ts';
import type { Engine } from './engine.ts';

/**
 * Terms one by one: a colon or a tilde of a question is no syntax. lunr trims punctuation in texts but not in queries;
 * without that `account?` finds nothing, and half a dozen points are lost on sentences.
 */
const termsOf = (words: string): lunr.Token[] =>
  lunr
    .tokenizer(words)
    .map((token) => lunr.trimmer(token))
    .filter((token) => token.toString() !== '');

export const lunrEngine: Engine = {
  label: 'lunr, title ×4',
  package: 'lunr',
  open(articles) {
    const index = lunr((builder) => {
      builder.field('title', { boost: 4 });
      for (const field of ['headings', 'description', 'body']) builder.field(field);
      for (const { id, title, headings, description, body } of articles) {
        builder.add({ id, title, headings: headings.join('\n'), description, body });
      }
    });
    return (words) => {
      const terms = termsOf(words);
      return index
        .query((query) => query.term(terms, {}))
        .slice(0, depth)
        .map(({ ref }) => ref);
    };
  },
};
