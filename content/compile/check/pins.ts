import { pinOf } from '../../search/pins.ts';
import { type CompileError, quote } from '../compile-error.ts';
import type { LocaleContent } from '../locale-content.ts';

/** More than these, and the pins are the ranking. */
const most = 3;

/** Few documents stand on top for one query, and every pin is a query somebody can type. */
export function checkPins(content: LocaleContent): CompileError[] {
  const pinned = new Map<string, string[]>();
  return content.documents.flatMap(({ source, about, lineOf }) =>
    (about?.pins ?? []).flatMap((query, number): CompileError[] => {
      const key = pinOf(query, content.locale);
      const others = pinned.get(key) ?? [];
      const at = { file: source.file, line: lineOf(['pins', number]), field: `pins[${number}]`, found: quote(query) };
      if (key === '') return [{ ...at, expected: 'a query with at least one letter or digit' }];
      if (others.includes(source.id)) return [{ ...at, expected: 'each query once' }];
      pinned.set(key, [...others, source.id]);
      if (others.length < most) return [];
      const hint = `it is pinned already by ${others.slice(0, most).join(', ')}; take one of them out`;
      return [{ ...at, expected: `a query that at most ${most} documents pin`, hint }];
    }),
  );
}
