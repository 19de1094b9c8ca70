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

const folderOf = ({ base, locale, locales }: Site): string =>
  locales.indexOf(locale) > 0 ? `${base}${locale}/` : base;

/** Page of a document. */
export const addressOf = (site: Site, { kind, slug }: Pick<SearchRecord, 'kind' | 'slug'>, anchor = ''): string =>
  `${folderOf(site)}${folders[kind]}/${slug}/${anchor && `#${anchor}`}`;

export const categoryAddress = (site: Site, slug: string): string => `${folderOf(site)}categories/${slug}/`;

export const searchAddress = (site: Site, query: string): string =>
  `${folderOf(site)}search/?q=${encodeURIComponent(query)}`;
