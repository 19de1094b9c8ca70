import type { ArticleFrontMatter } from '../schema/article.ts';
import type { SearchHead, SearchRecord } from '../schema/search-record.ts';

/** What stands in the index beside the records. */
export type IndexHead = Omit<SearchHead, 'records'>;

/** The texts of a document by weight; each is plain text. */
interface IndexFields {
  title: string;
  /** Keywords and the questions of `expects`. */
  keywords: string[];
  headings: string[];
  description: string;
  body: string;
}

/** One document as the index builder takes it: what a result shows, and what is searched. */
export interface IndexSource {
  record: SearchRecord;
  fields: IndexFields;
  /** Page type, a mild prior. Default none. */
  type?: ArticleFrontMatter['type'];
}
