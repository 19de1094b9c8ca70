import type { SearchRecord } from '../../content/schema/search-record.ts';
import type { SearchResult } from '../../content/search/engine.ts';
import { type Mark, marksOf } from '../../content/search/marks.ts';
import { isFor } from './audience.ts';
import type { Content } from './content.ts';

interface RowText {
  /** The sentence that answers, or the description until the library is there. */
  text: string;
  textMarks: Mark[];
  /** Section the sentence stands in. */
  heading?: string;
  anchor?: string;
}
/** A result as it is shown. */
export interface Row extends RowText {
  record: SearchRecord;
  /** From 1. */
  rank: number;
  titleMarks: Mark[];
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

/**
 * What the list shows of results. With the rows that are shown, somebody is typing: those keep their text, and new ones say
 * what their document is about, until there is time to look for what answers.
 */
export const rowsOf = (content: Content, results: readonly SearchResult[], before?: readonly Row[]): Row[] => {
  const { dictionary } = content.engine;
  const textOf = ({ record, terms, section }: SearchResult): RowText => {
    if (before) return before.find((row) => row.record.id === record.id) ?? { text: record.description, textMarks: [] };
    const passage = content.library.passage(record.id, terms, section);
    const text = passage?.text ?? record.description;
    return {
      text,
      textMarks: passage?.marks ?? marksOf(text, terms, dictionary),
      ...(passage?.anchor ? { anchor: passage.anchor, heading: passage.heading ?? '' } : {}),
    };
  };
  return results.map((result, index): Row => {
    const { record, terms } = result;
    return {
      ...textOf(result),
      record,
      rank: index + 1,
      titleMarks: marksOf(record.title, terms, dictionary),
      place: content.head.categories.find(({ slug }) => slug === record.category)?.title ?? '',
    };
  });
};

interface View {
  limit: number;
  audience: readonly string[];
  /** Default words are corrected. */
  verbatim?: boolean;
  /** Rows that are shown while somebody types. Default nobody does. */
  before?: readonly Row[] | undefined;
}

/** Searches and gathers what the list shows. */
export const find = (content: Content, query: string, { limit, audience, verbatim = false, before }: View): Found => {
  const isMeant = (document: { audience: readonly string[] }) => isFor(document, audience);
  const { results, ...answer } = content.engine.search(query, limit, { isMeant, verbatim });
  return { ...answer, verbatim, rows: rowsOf(content, results, before) };
};
