import { useEffect } from 'preact/hooks';
import { adopt } from '../ui/style.ts';
import { createValue, useValue, type Value } from '../ui/value.ts';

export type Loaded<T> = { status: 'waiting' } | { status: 'ready'; module: T } | { status: 'failed' };

/** Code that comes when it is needed. A failed import is tried again at the next need. */
export interface Lazy<T> {
  state: Value<Loaded<T>>;
  load(): Promise<T>;
}

export const createLazy = <T>(bring: () => Promise<T>): Lazy<T> => {
  const state = createValue<Loaded<T>>({ status: 'waiting' });
  let loading: Promise<T> | undefined;
  return {
    state,
    load() {
      loading ??= bring().then(
        (module) => {
          state.set({ status: 'ready', module });
          return module;
        },
        (cause) => {
          loading = undefined;
          state.set({ status: 'failed' });
          throw cause;
        },
      );
      return loading;
    },
  };
};

/** Loads it while it is shown, with its styles. */
export const useLazy = <T extends { css: readonly string[] }>(lazy: Lazy<T>, root: ShadowRoot): Loaded<T> => {
  const loaded = useValue(lazy.state);
  if (loaded.status === 'ready') for (const css of loaded.module.css) adopt(root, css);
  useEffect(() => {
    lazy.load().catch(() => {});
  }, [lazy]);
  return loaded;
};
