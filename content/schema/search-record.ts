import type { DocumentId, DocumentKind } from './name.ts';

/**
 * What the search index says of a document, enough to show a result or a suggestion without another request.
 * Types only: the widget trusts it after magic, version, length and checksum of the file have held.
 */
export interface SearchRecord {
  id: DocumentId;
  kind: DocumentKind;
  slug: string;
  category: string;
  title: string;
  description: string;
  /** File of the compiled document, below the widget's base. */
  file: string;
  /** Place among the featured, lowest first; absent when not featured. */
  featured?: number;
  /** URL patterns where it is suggested. */
  pages?: string[];
  audience?: string[];
  /** Of its texts, where it is not that of the index: nobody has translated it yet. */
  locale?: string;
}

/** What a large index has in other files; see content/search/reader.ts. */
interface LargeIndex {
  documents: number;
  /** First term and file of each range of the dictionary. */
  parts: [from: string, file: string][];
  /** Files of records, so many in each. */
  blocks: string[];
  blockSize: number;
  /** Records of the first screen, by number. */
  records: [document: number, record: SearchRecord][];
  /** Documents that are not for everybody. */
  audiences: [document: number, groups: string[]][];
}

/** The head of an index as it is stored; `large` above a thousand documents, whose `records` are empty. */
export type StoredHead = SearchHead & { large?: LargeIndex };

/** What stands beside the records: enough for the first screen. */
export interface SearchHead {
  locale: string;
  /** Folded words too common to rank by, with a space between. */
  stopWords: string;
  /** In a large index, places of records that are not here are empty. */
  records: SearchRecord[];
  categories: { slug: string; title: string; description: string; count: number }[];
  /** Former ids and the ids that replaced them. */
  aliases: Record<string, DocumentId>;
  /** Documents that authors put on top, by query (content/search/pins.ts); absent when there are none. */
  pins?: Record<string, DocumentId[]>;
}
