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
}

/** What stands beside the records: enough for the first screen. */
export interface SearchHead {
  locale: string;
  records: SearchRecord[];
  categories: { slug: string; title: string; description: string; count: number }[];
  /** Former ids and the ids that replaced them. */
  aliases: Record<string, DocumentId>;
  /** Documents that authors put on top, by query (content/search/pins.ts); absent when there are none. */
  pins?: Record<string, DocumentId[]>;
}
