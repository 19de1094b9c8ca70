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

/** Counts, checks and links go by the names of steps, and a person is led the same way in every language. */
function checkTranslated(
  { source, content, lineOf }: ParsedDocument,
  originals: readonly ParsedDocument[],
): CompileError[] {
  const guide = content.trees().guide;
  const original = originals.find((one) => one.source.id === source.id);
  const wanted = original?.content.trees().guide;
  if (!original || original.source.file === source.file || !guide || !wanted) return [];
  const { file } = source;
  const as = `as in ${original.source.file}`;
  const [names, wantedNames] = [guide, wanted].map(({ steps }) => steps.map(({ id }) => id).join(', '));
  if (names !== wantedNames) {
    const expected = `the steps of ${original.source.file}: ${wantedNames}`;
    return [{ file, line: lineOf(['steps']), field: 'steps', found: `steps ${names}`, expected }];
  }
  return guide.steps.flatMap(({ anchor, advance }, index) => {
    const other = wanted.steps[index];
    const at = (key: string) => ({ file, line: lineOf(['steps', index, key]), field: `steps[${index}].${key}` });
    const differs: CompileError[] = [];
    if (other && other.advance.by !== advance.by)
      differs.push({ ...at('advance'), found: advance.by, expected: `${other.advance.by}, ${as}` });
    // Labels, patterns and addresses are in the language of the page; names are not.
    if (anchor?.name !== other?.anchor?.name || (anchor === undefined) !== (other?.anchor === undefined)) {
      const expected = other?.anchor ? `${quote(other.anchor.name ?? other.anchor)}, ${as}` : `no anchor, ${as}`;
      differs.push({ ...at('anchor'), found: quote(anchor?.name ?? anchor), expected });
    }
    return differs;
  });
}
