import { Session } from 'node:inspector/promises';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Steps by source file: how often one of its functions, or a block in one, was entered. */
export type Steps = Record<string, number>;

export interface StepCounter {
  /** Steps since the last time. */
  take(): Promise<Steps>;
}

const searchFolder = '/content/search/';

/**
 * Counts steps in content/search with V8's precise coverage: the same for the same input on any machine, however busy.
 * Only modules that are imported afterwards are counted.
 */
export async function countSteps(): Promise<StepCounter> {
  // Optimised code leaves some of its counting out, and when code is optimised depends on the machine.
  for (const compiler of ['maglev', 'turbofan']) setFlagsFromString(`--no-${compiler}`);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    async take() {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const files = result
        .filter(({ url }) => url.includes(searchFolder))
        .map(({ url, functions }): [string, number] => [
          basename(url),
          functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0),
        ]);
      return Object.fromEntries(files.filter(([, steps]) => steps > 0).sort());
    },
  };
}

export interface PostingCounter<T> {
  index: T;
  /** Postings that were decoded so far. */
  decoded(): number;
}

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype);

/** An index that behaves like the given one and counts what its `postings`, and those of its parts, give away. */
export function countPostings<T extends object>(index: T): PostingCounter<T> {
  let decoded = 0;
  const counting =
    (postings: (...args: unknown[]) => ArrayLike<unknown>) =>
    (...args: unknown[]) => {
      const found = postings(...args);
      decoded += found.length;
      return found;
    };
  const watched = <Inner extends object>(inner: Inner): Inner =>
    new Proxy(inner, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (name === 'postings' && typeof value === 'function') return counting(value.bind(target));
        return isPlain(value) ? watched(value) : value;
      },
    });
  return { index: watched(index), decoded: () => decoded };
}
