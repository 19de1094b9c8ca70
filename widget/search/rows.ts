import type { SearchRecord } from '../../content/schema/search-record.ts';
import { type Mark, marksOf } from '../../content/search/marks.ts';
import { isFor } from './audience.ts';
import type { Content } from './content.ts';

/** A result as it is shown. */
export interface Row {
  record: SearchRecord;
  /** From 1. */
  rank: number;
  titleMarks: Mark[];
  /** The sentence that answers, or the description until the library is there. */
  text: string;
  textMarks: Mark[];
  /** Section the sentence stands in. */
  heading?: string;
  anchor?: string;
  /** Title of its category. */
  place: string;
}
export interface Found {
  rows: Row[];
  count: number;
  corrected?: string;
}

/** Searches and gathers what the list shows. */
export const find = (content: Content, query: string, view: { limit: number; audience: readonly string[] }): Found => {
  const answer = content.engine.search(query, view.limit, { isMeant: (record) => isFor(record, view.audience) });
  const { locale, categories } = content.head;
  const rows = answer.results.map(({ record, terms }, index): Row => {
    const passage = content.library.passage(record.id, terms);
    const text = passage?.text ?? record.description;
    return {
      record,
      rank: index + 1,
      titleMarks: marksOf(record.title, terms, locale),
      text,
      textMarks: passage?.marks ?? marksOf(text, terms, locale),
      place: categories.find(({ slug }) => slug === record.category)?.title ?? '',
      ...(passage?.anchor ? { anchor: passage.anchor, heading: passage.heading ?? '' } : {}),
    };
  });
  return { rows, count: answer.count, ...(answer.corrected === undefined ? {} : { corrected: answer.corrected }) };
};
