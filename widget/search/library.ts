import type { CompiledDocument } from '../../content/schema/document.ts';
import { createPassages, type Passage, type PassageOf } from '../../content/search/passage.ts';
import { fetchOpened, type Opened, openJson } from './fetch-sealed.ts';

/** Every document of a locale in memory: passages while typing, and reading when the network is gone. */
export interface Library {
  /** Fetches it once, unless it is large or the person saves data. Answers whether it is there. */
  load(): Promise<boolean>;
  passage(id: string, terms: readonly string[]): Passage | undefined;
  /** As it was published, not checked. */
  document(id: string): unknown;
}

/** Above this a reader pays for more than they read: documents come one by one. */
const largest = 2_000_000;

const savesData = (): boolean => 'connection' in navigator && Object(navigator.connection).saveData === true;

/** Our own compiler wrote it and its checksum held; each document is checked again before it is rendered. */
const isLibrary = (value: unknown): value is { documents: CompiledDocument[] } =>
  Array.isArray(Object(value).documents);

const openLibrary = (bytes: Uint8Array<ArrayBuffer>): Opened<CompiledDocument[]> => {
  const opened = openJson('L', bytes);
  if (!opened.ok) return opened;
  return isLibrary(opened.value) ? { ok: true, value: opened.value.documents } : { ok: false, reason: 'no library' };
};

export const createLibrary = (file: { url: string; bytes: number } | undefined, locale: string): Library => {
  let loading: Promise<boolean> | undefined;
  let passageOf: PassageOf | undefined;
  let documents: Map<string, CompiledDocument> | undefined;
  const fetchIt = async (): Promise<boolean> => {
    if (!file || file.bytes > largest || savesData()) return false;
    const fetched = await fetchOpened(file.url, openLibrary);
    if (!fetched.ok) {
      loading = undefined;
      return false;
    }
    documents = new Map(fetched.value.map((document) => [document.id, document]));
    passageOf = createPassages(fetched.value, locale);
    return true;
  };
  return {
    load: () => (loading ??= fetchIt()),
    passage(id, terms) {
      try {
        return passageOf?.(id, terms);
      } catch {
        // A document of another shape costs its passage; the description serves.
        return undefined;
      }
    },
    document: (id) => documents?.get(id),
  };
};
