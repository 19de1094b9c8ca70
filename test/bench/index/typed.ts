import { brotliBytes } from './bytes.ts';
import type { Moment, Published } from './contender.ts';
import { type Spread, spreadOf } from './percentile.ts';

export interface Transfer {
  bytes: Spread;
  requests: Spread;
}

/**
 * What fetching costs: each query typed letter by letter without a pause from a cold start, every file fetched once within
 * it; up to the list after the last letter, or to the end of the rest after it.
 */
export function transferOf(
  { files, needs }: Pick<Published, 'files' | 'needs'>,
  queries: readonly string[],
  end: Exclude<Moment, 'typing'> = 'pause',
): Transfer {
  const sizes = new Map<string, number>();
  const sizeOf = (name: string): number => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`${name} is asked for and was not published.`);
    const size = sizes.get(name) ?? brotliBytes(bytes);
    sizes.set(name, size);
    return size;
  };
  const fetched = queries.map((query) => {
    const names = new Set(
      Array.from(query, (_, at) => needs(query.slice(0, at + 1), at + 1 === query.length ? end : 'typing')).flat(),
    );
    return { requests: names.size, bytes: [...names].reduce((sum, name) => sum + sizeOf(name), 0) };
  });
  return { bytes: spreadOf(fetched.map(({ bytes }) => bytes)), requests: spreadOf(fetched.map((one) => one.requests)) };
}
