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
  /** Where the range of each part begins, with a line feed between. */
  starts: string;
  /** What the names of the files end in, one behind the other: parts, and blocks of records. */
  parts: string;
  blocks: string;
  /** Records in each block. */
  blockSize: number;
  /** Lists of endings that parts name and do not have, each with a line feed behind it. */
  endings: string;
  /** Records of the first screen, by number. */
  records: [document: number, record: SearchRecord][];
  /** Documents that are not for everybody. */
  audiences: [document: number, groups: string[]][];
}

/** A block of records as it is stored, by column: like stands beside like. The id is kind and slug. */
export interface StoredBlock {
  /** Number of its first document, so that no block is taken for another. */
  first: number;
  kind: DocumentKind[];
  /** `*` stands for the title as a slug (content/search/slug.ts). */
  slug: string[];
  category: string[];
  title: string[];
  description: string[];
  /** Hashes of their contents, one behind the other; the rest of each name comes from the id (content/search/document-file.ts). */
  files: string;
  /** What most records do not have. */
  more: Omit<SearchRecord, 'id' | 'kind' | 'slug' | 'category' | 'title' | 'description' | 'file'>[];
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
