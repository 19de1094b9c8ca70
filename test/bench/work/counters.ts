import { Session } from 'node:inspector/promises';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Steps by source file: how often one of its functions, or a block in one, was entered. */
export type Steps = Record<string, number>;

export interface StepCounter {
  /** Steps since the last time. */
  take(): Promise<Steps>;
}

/**
 * Counts steps in content/search, or where an address has one of `parts`, with V8's precise coverage: the same for the same
 * input on any machine, however busy. Only modules that are imported afterwards are counted.
 */
export async function countSteps(parts: readonly string[] = ['/content/search/']): Promise<StepCounter> {
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
        .filter(({ url }) => parts.some((part) => url.includes(part)))
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

/**
 * An index that behaves like the given one and counts what every `postings` of it gives away, also those of its parts,
 * however it hands them out.
 */
export function countPostings<T extends object>(index: T): PostingCounter<T> {
  let decoded = 0;
  // One stand-in for each: a search may remember things by the part they came from.
  const standIns = new WeakMap<object, object>();
  const once = <Inner extends object>(inner: Inner, make: () => object) => {
    const standIn = standIns.get(inner) ?? make();
    standIns.set(inner, standIn);
    return standIn;
  };
  const watch = (value: unknown): unknown => {
    if (typeof value === 'function') return once(value, () => watchCalls(value));
    return isPlain(value) ? once(value, () => new Proxy(value, handler)) : value;
  };
  const watchCalls = (method: object) =>
    new Proxy(method, {
      apply(target, self, args) {
        const found: unknown = Reflect.apply(Object(target), self, args);
        if (Reflect.get(target, 'name') !== 'postings') return watch(found);
        decoded += Array.isArray(found) ? found.length : 0;
        return found;
      },
    });
  const handler: ProxyHandler<object> = { get: (target, name) => watch(Reflect.get(target, name)) };
  return { index: new Proxy<T>(index, handler), decoded: () => decoded };
}
