import type { SearchRecord } from '../../content/schema/search-record.ts';

/** Where the pages of a help center are. */
export interface Site {
  /** An absolute URL ending in `/`. */
  base: string;
  /** The reader's. */
  locale: string;
  /** Those of the help center; the first has no prefix. */
  locales: readonly string[];
}

const folders = { article: 'articles', faq: 'faqs', walkthrough: 'walkthroughs' };

/** Where pages of the reader's locale are. */
export const folderOf = ({ base, locale, locales }: Site): string =>
  locales.indexOf(locale) > 0 ? `${base}${locale}/` : base;

/** Page of a document. */
export const addressOf = (site: Site, { kind, slug }: Pick<SearchRecord, 'kind' | 'slug'>, anchor = ''): string =>
  `${folderOf(site)}${folders[kind]}/${slug}/${anchor && `#${anchor}`}`;
