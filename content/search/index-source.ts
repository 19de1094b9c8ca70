import type { InternalId } from '../schema/internal.ts';
import type { SearchHead, SearchRecord } from '../schema/search-record.ts';

/** What stands in the index beside the records and the language's stop words. */
export type IndexHead = Omit<SearchHead, 'records' | 'stopWords'>;

/** The texts of a document by weight; each is plain text. */
export interface IndexFields {
  title: string;
  /** Keywords and the questions of `expects`. */
  keywords: string[];
  description: string;
  /** In the order of `sectionsOf`; a text without headings is one. */
  sections: { heading?: string; text: string }[];
}

/** A document that agents alone find: in no index that is published. */
export type TeamRecord = Omit<SearchRecord, 'id' | 'kind'> & { id: InternalId; kind: 'internal' };

/** One document as the index builder takes it: what a result shows, and what is searched. */
export interface IndexSource<R = SearchRecord> {
  record: R;
  fields: IndexFields;
  /** How much a reader with a question is likely to want it, above 0; see content/compile/prior.ts. Default 1. */
  prior?: number;
}
