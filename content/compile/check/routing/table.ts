import type { Routing } from '../../../schema/routing.ts';
import type { Settings } from '../../../schema/settings.ts';
import type { CompileError } from '../../compile-error.ts';
import type { ParsedRouting, RoutingPath } from '../../routing/parse.ts';

/** What a table of routing is held against. */
export interface Known {
  settings: Settings;
  /** Ids that readers of the default locale find. */
  documents: ReadonlySet<string>;
}

/** An error at a place of the table. */
export const errorAt = (
  { at }: ParsedRouting,
  path: RoutingPath,
  said: Pick<CompileError, 'found' | 'expected' | 'hint'>,
): CompileError => ({ ...at(path), ...said });

/** Entries as authors find them: `urgent (routing/rules.yaml:12), outage (routing/rules.yaml:20) and 3 more`. */
export function named(parsed: ParsedRouting, list: keyof Routing, entries: readonly { id: string }[]): string {
  const all: readonly { id: string }[] = parsed.routing[list];
  const texts = entries.slice(0, 3).map((entry) => {
    const { file, line } = parsed.at([list, all.indexOf(entry)]);
    return `${entry.id} (${file}:${line})`;
  });
  return inWords(texts, entries.length - texts.length);
}

/** `a, b and c`, or `a, b and 3 more`. */
export function inWords(texts: readonly string[], more = 0): string {
  const all = more > 0 ? [...texts, `${more} more`] : texts;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** Known names, for who has mistyped one. */
export const oneOf = (names: readonly string[]): string =>
  names.length > 0 ? `one of ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}` : 'nothing';
