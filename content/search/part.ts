import { createCursor, textOf } from './columns.ts';
import { createEndings } from './endings.ts';
import { placeIn } from './place.ts';

/** A range of the dictionary with its postings: the terms are in memory, a posting list is decoded when it is asked for. */
export interface Part {
  /** In code unit order. */
  readonly terms: readonly string[];
  /** Number of the first term that is not before `text`. */
  place(text: string): number;
  /** Number of a term, -1 when it is not there. */
  find(term: string): number;
  /** Documents that have a term. */
  frequency(number: number): number;
  /** The words that stand in the texts for a term, most frequent first. */
  written(number: number): string[];
  /** The term of a word that lies in another part than its term. */
  pointer(form: string): string | undefined;
  /** Numbers of the terms a folded word stands under: as the texts have it or else, perhaps, with another word's ending. */
  known(form: string): { certain: number[]; perhaps: number[] };
  /** Documents of a term with title, section and weight, packed by `pack`. */
  postings(number: number): number[];
}

/** Document, title (0 or 1), section (0 to 31) and weight (1 to 127) in one number, so that a lookup returns them all. */
const pack = (document: number, place: number, weight: number): number => document * 8192 + place * 128 + weight;
export const documentOf = (packed: number): number => packed >>> 13;
export const isInTitle = (packed: number): boolean => (packed & 4096) > 0;
export const sectionOf = (packed: number): number => (packed >>> 7) & 31;
export const weightOf = (packed: number): number => packed & 127;

const readTerms = (text: string, shared: Uint8Array, added: Uint8Array): string[] => {
  const terms: string[] = [];
  let term = '';
  let at = 0;
  for (let number = 0; number < added.length; number++) {
    term = term.slice(0, shared[number]) + text.slice(at, at + added[number]!);
    at += added[number]!;
    terms.push(term);
  }
  return terms;
};

const readNumbers = (bytes: Uint8Array<ArrayBuffer>, many: number): Uint32Array => {
  const { varint } = createCursor(bytes);
  return Uint32Array.from({ length: many }, varint);
};

/** Where the gaps of each term start, after every posting has been seen to name a document that exists. */
function startsOf(counts: Uint32Array, gaps: Uint8Array<ArrayBuffer>, documents: number): Uint32Array {
  const { varint, place } = createCursor(gaps);
  return counts.map((count) => {
    const start = place();
    for (let document = -1, left = count; left > 0; left--) {
      const gap = varint();
      document += gap;
      if (gap === 0 || document >= documents) throw new RangeError('no such document');
    }
    return start;
  });
}

/** What is left of a word without its ending says which word it is. */
export const shortestBase = 3;

/** Opens a part of an index of so many documents, whose head has these lists of endings. Throws a RangeError where it does not follow the format. */
export function openPart(bytes: Uint8Array<ArrayBuffer>, documents: number, common = ''): Part {
  const { column } = createCursor(bytes);
  const terms = readTerms(textOf(column()), column(), column());
  const endings = createEndings((common + textOf(column())).split('\n'));
  const lists = readNumbers(column(), terms.length);
  const counts = readNumbers(column(), terms.length);
  const dropped = readNumbers(column(), terms.length);
  const gaps = column();
  const weights = column();
  const sections = column();
  const starts = startsOf(counts, gaps, documents);
  let before = 0;
  const firsts = counts.map((count) => {
    before += count;
    return before - count;
  });
  if (before !== weights.length || before !== sections.length) throw new RangeError('columns differ');
  const find = (term: string): number => {
    const number = placeIn(terms, term);
    return terms[number] === term ? number : -1;
  };
  const place = (text: string): number => {
    const before = placeIn(terms, text);
    return terms[before] === text ? before : before + 1;
  };
  return {
    terms,
    place,
    find,
    pointer(form) {
      const number = find(form);
      return number < 0 ? undefined : endings.pointer(lists[number]!);
    },
    known(form) {
      const found = { certain: [] as number[], perhaps: [] as number[] };
      for (const { term, lists: having, common } of endings.termsOf(form)) {
        const number = find(term);
        if (number < 0) continue;
        if (having.has(lists[number]!)) found.certain.push(number);
        else if (common && term.length >= shortestBase) found.perhaps.push(number);
      }
      return found;
    },
    frequency: (number) => counts[number]! + dropped[number]!,
    written: (number) => endings.written(terms[number]!, lists[number]!),
    postings(number) {
      const { varint } = createCursor(gaps, starts[number]!);
      let document = -1;
      const found: number[] = [];
      for (let at = firsts[number]!, end = at + counts[number]!; at < end; at++) {
        document += varint();
        found.push(pack(document, sections[at]! & 63, weights[at]! & 127));
      }
      return found;
    },
  };
}
