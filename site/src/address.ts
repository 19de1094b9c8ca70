import { addressOf } from '../../content/compile/address.ts';
import type { DocumentKind } from '../../content/schema/name.ts';
import { firstLocale } from './company.ts';

/** Folder of the help center, with a slash at both ends. */
export const base = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;

/** Folder of a locale in addresses: nothing for the first. */
const prefix = (locale: string): string => (locale === firstLocale ? '' : `${locale}/`);

/** Address of a page: `page('search/', 'de')` is `/de/search/`. */
export const page = (path: string, locale: string): string => base + prefix(locale) + path;

/** Address of a document. */
export const documentAddress = (kind: DocumentKind, slug: string, locale: string): string =>
  base + addressOf({ kind, slug }, locale === firstLocale ? '' : locale).slice(1);

export const categoryAddress = (slug: string, locale: string): string => page(`categories/${slug}/`, locale);

/** The contact form of the API, which needs no JavaScript. `from` is the page the reader comes from. */
export const contactAddress = (locale: string, from: string): string =>
  `${base}contact?${new URLSearchParams({ locale, from })}`;
