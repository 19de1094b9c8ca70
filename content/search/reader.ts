import type { SearchHead, SearchRecord, StoredHead } from '../schema/search-record.ts';
import type { ReadBlock } from './block.ts';
import { createCursor, textOf } from './columns.ts';
import { unseal } from './envelope.ts';
import { openPart, type Part } from './part.ts';
import { placeIn } from './place.ts';

/** A dictionary entry. */
export interface Found {
  part: Part;
  number: number;
}

/**
 * An opened index. That of a large help center lies in many files: parts, each a range of the dictionary, and blocks of
 * records. What is asked for and not here is noted in `wanted`, and the answer is made from what is here.
 */
export interface SearchIndex {
  /** Records that are here; their places are those of the documents. */
  readonly head: SearchHead;
  readonly documents: number;
  /** Nothing of it lies in other files. */
  readonly whole: boolean;
  /** The part in whose range a term lies. */
  partFor(term: string): Part | undefined;
  /** Parts that may hold terms beginning with `prefix`, at most so many. */
  parts(prefix: string, most?: number): readonly Part[];
  /** How many parts may hold them. */
  spread(prefix: string): number;
  /** The same part is in charge of both words. */
  areClose(word: string, other: string): boolean;
  /** Entries under which a folded word stands: as the texts have it or, where none has it, with an ending of other words. */
  termsOf(form: string): readonly Found[];
  record(document: number): SearchRecord | undefined;
  /** Groups of readers a document is for; none when it is for all. */
  audience(document: number): readonly string[];
  /** Folded words too common to rank by. */
  readonly stopWords: ReadonlySet<string>;
  readonly files: Files;
}

/** The files of a large index. */
export interface Files {
  /** Asked for since it was last cleared, and not here. */
  readonly wanted: Set<string>;
  /** Asked for since it was last cleared, and known to be out of reach. */
  readonly lacking: Set<string>;
  /** All that are not here, the dictionary first. */
  missing(): string[];
  /**
   * Takes a file that was missing. Says why it is refused; then it is out of reach. `readBlock` (block.ts) comes along, because
   * a small index has no blocks to read.
   */
  take(
    file: string,
    bytes: Uint8Array<ArrayBuffer>,
    readBlock: ReadBlock,
  ): { ok: true } | { ok: false; reason: string };
  /** It is out of reach until `forgive`. */
  lose(file: string): void;
  /** What was out of reach may be asked for again. */
  forgive(): void;
}

export type OpenedIndex = { ok: true; index: SearchIndex } | { ok: false; reason: string };

/** Keeps what is here of a list of files, each read by `open`. Their names are `fileName`'s, of a number and six digits of the hash. */
function createShelf<T>(
  hashes = '',
  name: string,
  open: (bytes: Uint8Array<ArrayBuffer>, place: number, readBlock: ReadBlock) => T,
  files: Pick<Files, 'wanted' | 'lacking'>,
) {
  const names = hashes.match(/.{6}/g)?.map((hash, place) => `tz/${name}${place}-${hash}.txt`) ?? [];
  const here: (T | undefined)[] = [];
  const lost = new Set<number>();
  return {
    here,
    lost,
    get(place: number): T | undefined {
      const name = names[place];
      if (!here[place] && name !== undefined) (lost.has(place) ? files.lacking : files.wanted).add(name);
      return here[place];
    },
    missing: () => names.filter((_, place) => !here[place]),
    /** False when it is not one of these files. */
    take(name: string, bytes: Uint8Array<ArrayBuffer>, readBlock: ReadBlock): boolean {
      const place = names.indexOf(name);
      if (place >= 0) here[place] = open(bytes, place, readBlock);
      return place >= 0;
    },
    lose(name: string): void {
      const place = names.indexOf(name);
      if (place >= 0) lost.add(place);
    },
  };
}

function payloadOf(kind: 'P' | 'R', bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const opened = unseal(kind, bytes);
  if (!opened.ok) throw new RangeError(opened.reason);
  return opened.payload;
}

function decode(payload: Uint8Array<ArrayBuffer>): SearchIndex {
  const { column } = createCursor(payload);
  const { large, ...stored }: StoredHead = JSON.parse(textOf(column()));
  const documents = large?.documents ?? stored.records.length;
  const records: SearchRecord[] = large ? [] : stored.records;
  records.length = documents;
  for (const [document, record] of large?.records ?? []) records[document] = record;
  const audiences = new Map(large?.audiences);

  const noted = { wanted: new Set<string>(), lacking: new Set<string>() };
  const starts = (large?.starts ?? '').split('\n');
  const parts = createShelf(
    large?.parts,
    `${stored.locale}-part-`,
    (bytes, place) => {
      const part = openPart(payloadOf('P', bytes), documents, large?.endings);
      if (placeOf(part.terms[0]!) !== place || placeOf(part.terms.at(-1)!) !== place)
        throw new RangeError('another part');
      return part;
    },
    noted,
  );
  if (!large) parts.here.push(openPart(column(), documents));
  const size = large?.blockSize ?? 1;
  const blocks = createShelf(
    large?.blocks,
    `${stored.locale}-records-`,
    (bytes, place, readBlock) => {
      const found = readBlock(payloadOf('R', bytes), place * size);
      found.forEach((record, at) => {
        records[place * size + at] = record;
      });
      return found;
    },
    noted,
  );

  const placeOf = (text: string): number => placeIn(starts, text);
  const partsFrom = (first: number, last: number): Part[] => {
    const found: Part[] = [];
    for (let place = first; place <= last; place++) {
      const part = parts.get(place);
      if (part) found.push(part);
    }
    return found;
  };
  const partsOf = (prefix: string, most = Number.POSITIVE_INFINITY): Part[] => {
    const first = placeOf(prefix);
    return partsFrom(first, Math.min(placeOf(`${prefix}\uffff`), first + most - 1));
  };
  const partFor = (term: string) => parts.get(placeOf(term));

  // Answers are kept: typing asks for the same words with every letter.
  const known = new Map<string, readonly Found[]>();
  const termsOf = (form: string): readonly Found[] => {
    const before = known.get(form);
    if (before) return before;
    const here = partFor(form);
    const pointer = here?.pointer(form);
    const part = pointer === undefined ? here : partFor(pointer);
    if (!part) return [];
    const { certain, perhaps } = part.known(form);
    const terms = (certain.length > 0 ? certain : perhaps.slice(0, 1)).map((number) => ({ part, number }));
    known.set(form, terms);
    return terms;
  };

  const lose = (file: string) => {
    parts.lose(file);
    blocks.lose(file);
  };
  return {
    head: { ...stored, records },
    documents,
    whole: !large,
    partFor,
    spread: (prefix) => placeOf(`${prefix}\uffff`) - placeOf(prefix) + 1,
    areClose: (word, other) => placeOf(word) === placeOf(other),
    parts: partsOf,
    termsOf,
    record(document) {
      if (!records[document]) blocks.get(Math.floor(document / size));
      return records[document];
    },
    audience: (document) => audiences.get(document) ?? records[document]?.audience ?? [],
    stopWords: new Set(stored.stopWords.split(' ')),
    files: {
      ...noted,
      missing: () => [...parts.missing(), ...blocks.missing()],
      lose,
      take(file, bytes, readBlock) {
        try {
          const taken = parts.take(file, bytes, readBlock) || blocks.take(file, bytes, readBlock);
          known.clear();
          return taken ? { ok: true } : { ok: false, reason: 'not of this index' };
        } catch (cause) {
          lose(file);
          return {
            ok: false,
            reason: cause instanceof RangeError ? cause.message : 'not in this format',
          };
        }
      },
      forgive() {
        parts.lost.clear();
        blocks.lost.clear();
      },
    },
  };
}

/** Opens a sealed index, or says why it is refused. Never throws. */
export function openIndex(bytes: Uint8Array<ArrayBuffer>): OpenedIndex {
  const opened = unseal('S', bytes);
  if (!opened.ok) return opened;
  try {
    return { ok: true, index: decode(opened.payload) };
  } catch {
    // The checksum held, so a builder wrote what this reader does not know.
    return { ok: false, reason: 'not in this format' };
  }
}
