import type { DocumentKind } from '../../content/schema/name.ts';
import type { SearchHead, SearchRecord } from '../../content/schema/search-record.ts';

/** Documents of one kind, in one category; `undefined` is any. */
export interface Filter {
  kind: DocumentKind | undefined;
  category: string | undefined;
}

export const kinds: readonly DocumentKind[] = ['article', 'faq', 'walkthrough'];

export const fits = (record: SearchRecord, { kind, category }: Filter): boolean =>
  (!kind || record.kind === kind) && (!category || record.category === category);

/**
 * What choosing leaves: each number is what is shown once its value is chosen beside the other half of the filter.
 * Absent while the records of a large index that match are not all here: a number that is not true says nothing.
 */
export interface Facets {
  /** Of any kind. */
  anyKind?: number;
  /** Those the help center has. */
  kinds: { kind: DocumentKind; count?: number }[];
  /** Whether there is another category to choose, with or without matches: the choice stays while somebody types. */
  hasCategories: boolean;
  /** In any category. */
  anyCategory?: number;
  /** Those with matches, and the chosen one. */
  categories: { slug: string; title: string; count?: number }[];
}

const kindsOf = (records: readonly SearchRecord[]): DocumentKind[] =>
  kinds.filter((kind) => records.some((record) => record.kind === kind));

/** Counts all that match a query, not only what is shown of them. */
export const facetsOf = (matches: readonly SearchRecord[], filter: Filter, head: SearchHead): Facets => {
  const count = (chosen: Filter): number => matches.filter((record) => fits(record, chosen)).length;
  return {
    anyKind: count({ ...filter, kind: undefined }),
    kinds: kindsOf(head.records).map((kind) => ({ kind, count: count({ ...filter, kind }) })),
    hasCategories: head.categories.length > 1,
    anyCategory: count({ ...filter, category: undefined }),
    categories: head.categories
      .map(({ slug, title }) => ({ slug, title, count: count({ ...filter, category: slug }) }))
      .filter((category) => category.count > 0 || category.slug === filter.category),
  };
};

/** What there is to choose from, before it is known what each choice leaves. */
export const choicesOf = ({ categories, records }: SearchHead): Facets => ({
  kinds: kindsOf(records).map((kind) => ({ kind })),
  hasCategories: categories.length > 1,
  categories: categories.filter(({ count }) => count > 0).map(({ slug, title }) => ({ slug, title })),
});

/** What the help center knows of a filter that came with an address. */
export const knownFilter = ({ kind, category }: Filter, { categories }: SearchHead): Filter => ({
  kind,
  category: categories.find(({ slug }) => slug === category)?.slug,
});
