import type { Dictionary } from '../../content/search/marks.ts';
import type { Passage } from '../../content/search/passage.ts';

/** Every document of a locale in memory: passages while typing, and reading when the network is gone. */
export interface OpenedLibrary {
  passage(id: string, terms: readonly string[], section?: number): Passage | undefined;
  /** As it was published, not checked. */
  document(id: string): unknown;
}
export interface Library extends OpenedLibrary {
  /** Fetches it once, with the code that reads it. Answers whether it is there. */
  load(): Promise<boolean>;
}

/** Nobody waits for a library to search. */
export const createLibrary = (file: { url: string; bytes: number } | undefined, dictionary: Dictionary): Library => {
  let opened: OpenedLibrary | undefined;
  let loading: Promise<boolean> | undefined;
  const load = async (): Promise<boolean> => {
    try {
      const { fetchLibrary } = await import('./library.ts');
      opened = file && (await fetchLibrary(file, dictionary));
    } catch {
      // The next time it is needed may be a better one.
      loading = undefined;
    }
    return opened !== undefined;
  };
  return {
    load() {
      loading ??= load();
      return loading;
    },
    passage: (id, terms, section) => opened?.passage(id, terms, section),
    document: (id) => opened?.document(id),
  };
};
