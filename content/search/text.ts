/** A word as it stands in a text, [start, end) in UTF-16 units, with the forms it is found by. */
export interface Word {
  start: number;
  end: number;
  /** Folded; an identifier gives its parts and the whole without separators: `data-base` → data, base, database. */
  forms: string[];
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’]\p{L}+)*/gu;
const compound = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*(?:[-_.][\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*)*/gu;
/** Between a small and a capital letter of `getToken`; a name that starts with a capital (`GitHub`) is one word. */
const hump = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})/u;
/** Dictionary entries are bounded: hashes and base64 in a text are cut. */
const longest = 40;

/** One spelling for what readers type in many: width and ligatures (NFKC), case, accents, apostrophes, possessive s. */
export const fold = (text: string): string =>
  text
    .replace(/['’]s$|['’]/giu, '')
    .normalize('NFKD')
    // Only Latin, Greek and Cyrillic accents: in other scripts a mark is a letter.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    // By way of capitals, so that ß is ss and ς is σ.
    .toUpperCase()
    .toLowerCase()
    .slice(0, longest);

/** The words a reader typed, split at everything that is neither letter nor digit; case carries no meaning here. */
export const queryWords = (text: string): { start: number; end: number; form: string }[] =>
  Array.from(text.matchAll(word), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    form: fold(match[0]),
  }));

const formsOf = (text: string): string[] => {
  const parts = Array.from(text.matchAll(word), (match) => match[0]);
  const humps = /^\p{Ll}/u.test(text) ? parts.flatMap((part) => (hump.test(part) ? part.split(hump) : [])) : [];
  if (parts.length > 1) parts.push(parts.join(''));
  return [...parts, ...humps].map(fold);
};

/** The words of a text that is searched. */
export const textWords = (text: string): Word[] =>
  Array.from(text.matchAll(compound), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    forms: formsOf(match[0]),
  }));
