import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files of one corpus and of the questions about it. */
export interface Place {
  corpus: string;
  queries: string[];
}
type Places = { ok: true; places: Place[] } | { ok: false; errors: string[] };

/** An option as it was given, in order. */
interface Given {
  name: 'corpus' | 'queries';
  value: string;
}

/** Questions belong to the corpus named before them; where only one is named, the order does not matter. */
export function placesOf(given: readonly Given[]): Places {
  const places: Place[] = [];
  const early: string[] = [];
  for (const { name, value } of given) {
    if (name === 'corpus') places.push({ corpus: value, queries: [] });
    else (places.at(-1)?.queries ?? early).push(value);
  }
  const [only, ...others] = places;
  if (!only) return { ok: false, errors: ['found no corpus; give --corpus FILE.jsonl --queries FILE.jsonl'] };
  if (others.length === 0) only.queries.push(...early);
  else if (early.length > 0) {
    return { ok: false, errors: [`--queries ${early[0]}: found no corpus before it; name its --corpus first`] };
  }
  const errors = places
    .filter(({ queries }) => queries.length === 0)
    .map(({ corpus }) => `--corpus ${corpus}: found no questions; name them after it with --queries FILE.jsonl`);
  return errors.length === 0 ? { ok: true, places } : { ok: false, errors };
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.jsonl'))
        .sort()
    : [];

/** Pairs `corpora/NAME.jsonl` with `queries/NAME.jsonl` and `queries/NAME.*.jsonl`; a corpus without questions is left out. */
export function suiteIn(folder: string): Places {
  const queries = filesIn(join(folder, 'queries'));
  const places = filesIn(join(folder, 'corpora'))
    .map((file) => ({
      corpus: join(folder, 'corpora', file),
      queries: queries
        .filter((other) => other.startsWith(file.slice(0, -'jsonl'.length)))
        .map((other) => join(folder, 'queries', other)),
    }))
    .filter((place) => place.queries.length > 0);
  if (places.length > 0) return { ok: true, places };
  const expected = 'expected corpora/NAME.jsonl and queries/NAME.jsonl or queries/NAME.*.jsonl below it';
  return { ok: false, errors: [`--suite ${folder}: found no corpus with questions; ${expected}`] };
}
