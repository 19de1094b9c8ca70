import type { DocumentId } from '../schema/name.ts';
import type { SearchHead } from '../schema/search-record.ts';
import { queryWords } from './text.ts';

/** A query in the language of an index as pins are kept: what differs in case, accents or spaces only is one query. Empty without a word. */
export const pinOf = (query: string, locale: string): string =>
  queryWords(query, locale)
    .map(({ form }) => form)
    .join(' ');

/** Documents that authors put on top for this query, in the order of the records; the whole query has to be theirs. */
export const pinnedFor = ({ pins, locale }: SearchHead, words: string): readonly DocumentId[] => {
  const query = pins && pinOf(words, locale);
  return (query && Object.hasOwn(pins, query) && pins[query]) || [];
};
