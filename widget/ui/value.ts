import { useLayoutEffect, useState } from 'preact/hooks';

/** A value that tells when it changes. */
export interface Value<T> {
  get(): T;
  set(next: T): void;
  /** Called after every change; answers its end. */
  on(listener: (value: T) => void): () => void;
}

export const createValue = <T>(initial: T): Value<T> => {
  let current = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => current,
    set(next) {
      if (Object.is(next, current)) return;
      current = next;
      for (const listener of [...listeners]) listener(next);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Renders again with it. */
export const useValue = <T>(value: Value<T>): T => {
  const [, show] = useState(value.get);
  useLayoutEffect(() => {
    // It may have changed between drawing and listening.
    show(value.get);
    return value.on(() => show(value.get));
  }, [value]);
  return value.get();
};
