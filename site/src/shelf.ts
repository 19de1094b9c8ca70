import { type CollectionEntry, getCollection } from 'astro:content';
import { documentAddress } from './address.ts';

/** A document as lists show it. */
export type Listed = NonNullable<CollectionEntry<'docs'>['data']['document']> & {
  title: string;
  description: string;
  href: string;
};

export interface ShelfCategory {
  slug: string;
  title: string;
  description: string;
  documents: Listed[];
}

/** Everything that can be read in one locale, translated or not, in the order of lists. */
export interface Shelf {
  categories: ShelfCategory[];
  documents: Map<string, Listed>;
  /** Documents the authors put first. */
  featured: Listed[];
}

// Every page asks: made once a locale, or building would cost the square of the number of pages.
const shelves = new Map<string, Promise<Shelf>>();

export const shelf = (locale: string): Promise<Shelf> => {
  const known = shelves.get(locale) ?? makeShelf(locale);
  shelves.set(locale, known);
  return known;
};

const makeShelf = async (locale: string): Promise<Shelf> => {
  const entries = await getCollection('docs', ({ data }) => data.document?.shelf === locale);
  const documents = new Map(entries.map((entry) => listed(entry, locale)).map((one) => [one.id, one]));
  const all = [...documents.values()];
  const byTitle = (a: Listed, b: Listed): number => a.title.localeCompare(b.title, locale);
  const categories = (await getCollection('categories', ({ data }) => data.shelf === locale))
    .map(({ data }) => data)
    .sort((a, b) => a.order - b.order)
    .map((category) => ({
      ...category,
      documents: all.filter((one) => one.category === category.slug).sort(byRank(byTitle)),
    }));
  const featured = all.filter(({ featured }) => featured !== undefined).sort(byRank(byTitle));
  return { categories, documents, featured };
};

const byRank =
  (otherwise: (a: Listed, b: Listed) => number) =>
  (a: Listed, b: Listed): number =>
    (a.featured ?? 100) - (b.featured ?? 100) || otherwise(a, b);

const listed = ({ data }: CollectionEntry<'docs'>, locale: string): Listed => {
  const document = data.document;
  if (!document) throw new Error(`"${data.title}" is on the shelf and is no document`);
  return {
    ...document,
    title: data.title,
    description: data.description ?? '',
    href: documentAddress(document.kind, document.slug, locale),
  };
};
