import { type CompileError, quote } from '../compile-error.ts';
import type { ParsedDocument } from '../document.ts';

/** Slugs and aliases name one document in a locale and kind, or links would be decided by chance. */
export function checkNames(documents: readonly ParsedDocument[]): CompileError[] {
  const errors: CompileError[] = [];
  const files = new Map<string, string>();
  const keyOf = ({ source }: ParsedDocument, slug: string) => `${source.locale} ${source.kind}:${slug}`;
  for (const document of documents) {
    const { file, slug } = document.source;
    const key = keyOf(document, slug);
    const first = files.get(key);
    if (first === undefined) files.set(key, file);
    else {
      const expected = 'a slug of its own in every category';
      errors.push({ file, line: 1, field: 'slug', found: `${quote(slug)}, as in ${first}`, expected });
    }
  }

  const former = new Map<string, string>();
  for (const document of documents) {
    for (const [index, alias] of (document.about?.aliases ?? []).entries()) {
      const key = keyOf(document, alias);
      const other = files.get(key) ?? former.get(key);
      former.set(key, document.source.file);
      if (other === undefined) continue;
      const use = files.has(key) ? 'the slug' : 'an alias';
      errors.push({
        file: document.source.file,
        line: document.lineOf(['aliases', index]),
        field: `aliases[${index}]`,
        found: `${quote(alias)}, which is ${use} of ${other}`,
        expected: 'a former slug that nothing else has',
      });
    }
  }
  return errors;
}
