import { Session } from 'node:inspector/promises';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { SearchIndex } from '../../../content/search/reader.ts';

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

export interface PostingCounter {
  index: SearchIndex;
  /** Postings that were decoded so far. */
  decoded(): number;
}

/** An index that behaves like the given one and counts what is decoded of it. */
export function countPostings(index: SearchIndex): PostingCounter {
  let decoded = 0;
  return {
    index: {
      ...index,
      postings(number) {
        const postings = index.postings(number);
        decoded += postings.length;
        return postings;
      },
    },
    decoded: () => decoded,
  };
}
