import { documentId } from '../../schema/name.ts';
import { type CompileError, quote } from '../compile-error.ts';
import type { ParsedDocument } from '../document.ts';
import type { LocaleContent } from '../locale-content.ts';

/** Checks the guides written in a locale against other documents: what to read instead, and the steps of the `first` locale. */
export function checkGuides(
  { locale, documents }: LocaleContent,
  all: readonly ParsedDocument[],
  first: string,
): CompileError[] {
  const shown = new Set<string>(documents.map(({ source }) => source.id));
  const guided = all.filter(({ source }) => source.kind === 'walkthrough' && source.locale === locale);
  const originals = all.filter(({ source }) => source.locale === first);
  return guided.flatMap((document) => [...checkFallbacks(document, shown), ...checkTranslated(document, originals)]);
}

function checkFallbacks(
  { source, fallbacks = [], lineOf }: ParsedDocument,
  shown: ReadonlySet<string>,
): CompileError[] {
  return fallbacks.flatMap((fallback, index) => {
    // Another form is reported where it is read.
    if (!documentId.safeParse(fallback).success || fallback === null) return [];
    if (shown.has(fallback) && fallback !== source.id) return [];
    const expected = 'the id of another document that is there, such as article:its-slug';
    const place = { line: lineOf(['steps', index, 'fallback']), field: `steps[${index}].fallback` };
    return [{ file: source.file, ...place, found: quote(fallback), expected }];
  });
}

/** Counts, checks and links go by the names of steps: in every language they are the same. */
function checkTranslated(
  { source, content, lineOf }: ParsedDocument,
  originals: readonly ParsedDocument[],
): CompileError[] {
  const names = content.trees().guide?.steps.map(({ id }) => id);
  const original = originals.find((one) => one.source.id === source.id);
  const wanted = original?.content.trees().guide?.steps.map(({ id }) => id);
  if (!original || !names || !wanted || names.join() === wanted.join()) return [];
  return [
    {
      file: source.file,
      line: lineOf(['steps']),
      field: 'steps',
      found: `steps ${names.join(', ')}`,
      expected: `the steps of ${original.source.file}: ${wanted.join(', ')}`,
    },
  ];
}
