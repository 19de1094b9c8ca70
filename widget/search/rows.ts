import type { SearchRecord } from '../../content/schema/search-record.ts';
import type { SearchResult } from '../../content/search/engine.ts';
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
  /** Words were taken as they were typed. */
  verbatim: boolean;
  corrected?: string;
  /** More of a large index is asked for: what is here is not all. */
  missing?: string[];
  /** A part of the index could not be loaded. */
  partial?: boolean;
}

/** What the list shows of results. */
export const rowsOf = (content: Content, results: readonly SearchResult[]): Row[] => {
  const { dictionary } = content.engine;
  const { categories } = content.head;
  return results.map(({ record, terms, section }, index): Row => {
    const passage = content.library.passage(record.id, terms, section);
    const text = passage?.text ?? record.description;
    return {
      record,
      rank: index + 1,
      titleMarks: marksOf(record.title, terms, dictionary),
      text,
      textMarks: passage?.marks ?? marksOf(text, terms, dictionary),
      place: categories.find(({ slug }) => slug === record.category)?.title ?? '',
      ...(passage?.anchor ? { anchor: passage.anchor, heading: passage.heading ?? '' } : {}),
    };
  });
};

interface View {
  limit: number;
  audience: readonly string[];
  /** Default words are corrected. */
  verbatim?: boolean;
}

/** Searches and gathers what the list shows. */
export const find = (content: Content, query: string, { limit, audience, verbatim = false }: View): Found => {
  const isMeant = (document: { audience: readonly string[] }) => isFor(document, audience);
  const { results, ...answer } = content.engine.search(query, limit, { isMeant, verbatim });
  return { ...answer, verbatim, rows: rowsOf(content, results) };
};
