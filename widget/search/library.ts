import type { CompiledDocument } from '../../content/schema/document.ts';
import type { Dictionary } from '../../content/search/marks.ts';
import { createPassages } from '../../content/search/passage.ts';
import { fetchOpened, type Opened, openJson } from './fetch-sealed.ts';
import type { OpenedLibrary } from './late-library.ts';

/** Comes with the library: both read the texts. */
export { answerOf, promising } from '../../content/search/answer.ts';

/** Above this a reader pays for more than they read: documents come one by one. */
const largest = 2_000_000;

export const savesData = (): boolean => 'connection' in navigator && Object(navigator.connection).saveData === true;

/** Our own compiler wrote it and its checksum held; each document is checked again before it is rendered. */
const isLibrary = (value: unknown): value is { documents: CompiledDocument[] } =>
  Array.isArray(Object(value).documents);

const openLibrary = (bytes: Uint8Array<ArrayBuffer>): Opened<CompiledDocument[]> => {
  const opened = openJson('L', bytes);
  if (!opened.ok) return opened;
  return isLibrary(opened.value) ? { ok: true, value: opened.value.documents } : { ok: false, reason: 'no library' };
};

/** Fetches it, unless it is large or the person saves data; then undefined. */
export const fetchLibrary = async (
  file: { url: string; bytes: number },
  dictionary: Dictionary,
): Promise<OpenedLibrary | undefined> => {
  if (file.bytes > largest || savesData()) return undefined;
  const fetched = await fetchOpened(file.url, openLibrary);
  if (!fetched.ok) throw new Error(fetched.reason);
  const documents = new Map(fetched.value.map((document) => [document.id, document]));
  const passageOf = createPassages(fetched.value, dictionary);
  return {
    passage(id, terms, section) {
      try {
        return passageOf(id, terms, section);
      } catch {
        // A document of another shape costs its passage; the description serves.
        return undefined;
      }
    },
    document: (id) => documents.get(id),
  };
};
