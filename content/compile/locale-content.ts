import type { DocumentKind } from '../schema/name.ts';
import type { ParsedCategory } from './category.ts';
import type { ParsedDocument } from './document.ts';

/** What readers of one locale get: its own documents, and those of the default locale that it lacks. */
export interface LocaleContent {
  locale: string;
  categories: ParsedCategory[];
  /** By category, then kind, then slug; at most one for each id. */
  documents: ParsedDocument[];
}

/** Sorts everything into locales; the first one is the default, which stands in for what another lacks. */
export function localeContents(
  locales: readonly string[],
  documents: readonly ParsedDocument[],
  categories: readonly ParsedCategory[],
): LocaleContent[] {
  return locales.map((locale) => {
    const layers = [locales[0], locale];
    const shown = merge(
      layers.map((layer) => categories.filter((category) => category.locale === layer)),
      ({ slug }) => slug,
    ).sort((a, b) => a.order - b.order || compare(a.slug, b.slug));
    const merged = merge(
      layers.map((layer) => documents.filter(({ source }) => source.locale === layer)),
      ({ source }) => source.id,
    );
    return { locale, categories: shown, documents: merged.sort(byPlace(shown.map(({ slug }) => slug))) };
  });
}

/** One item for each id; a later layer covers the ones before it. */
function merge<T>(layers: T[][], idOf: (item: T) => string): T[] {
  return [...new Map(layers.flat().map((item) => [idOf(item), item])).values()];
}

const kinds: Record<DocumentKind, number> = { article: 0, faq: 1, walkthrough: 2 };
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (categories: string[]) => (a: ParsedDocument, b: ParsedDocument) =>
  categories.indexOf(a.about?.category ?? '') - categories.indexOf(b.about?.category ?? '') ||
  kinds[a.source.kind] - kinds[b.source.kind] ||
  compare(a.source.slug, b.source.slug);
