import { type CompileError, quote } from '../compile-error.ts';
import type { ParsedDocument } from '../document.ts';

/** Where a category may be described: in the document's locale or in the default one. */
export interface KnownCategories {
  fallback: string;
  /** `<locale>/<slug>` of every `_category.yaml`, valid or not. */
  described: ReadonlySet<string>;
}

/** Every document stands in a category that has a title. */
export function checkCategories(documents: readonly ParsedDocument[], known: KnownCategories): CompileError[] {
  const isKnown = (locale: string, slug: string) =>
    known.described.has(`${locale}/${slug}`) || known.described.has(`${known.fallback}/${slug}`);
  return documents.flatMap(({ source, about, lineOf }): CompileError[] => {
    const { file, locale } = source;
    if (source.category !== undefined) {
      if (isKnown(locale, source.category)) return [];
      // Said of the folder, and so once for all of its articles.
      const missing = `${locale}/articles/${source.category}/_category.yaml`;
      const expected = 'title, description and order of the category';
      return [{ file: missing, line: 1, field: 'file', found: 'no such file', expected }];
    }
    // None that can be read is reported where it is.
    if (!about?.category || isKnown(locale, about.category)) return [];
    const names = [...known.described]
      .map((path) => path.split('/'))
      .filter(([of]) => of === locale || of === known.fallback);
    const expected = `one of ${[...new Set(names.map(([, slug]) => slug))].sort().join(', ') || 'the folders of articles/'}`;
    return [{ file, line: lineOf(['category']), field: 'category', found: quote(about.category), expected }];
  });
}
