/** Fewer words stand in many places of a page, and the browser goes to the first of them. */
const fewest = 3;
/** A longer sentence is named by its first and its last words: an address stays short, and a changed comma costs nothing. */
const most = { words: 8, ends: 4 };

/** Encoded for a text directive, where a dash, a comma and an ampersand mean something. */
const encode = (text: string): string =>
  // Half of a surrogate pair, left by a cut, cannot be encoded.
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D');

/**
 * What makes a browser go to a passage and mark it: `:~:text=…`, to be put after the anchor. `locale` is the language of
 * the text: whole words alone are found. Empty where there is nothing that could be found.
 */
export const textFragment = (passage: string | undefined, locale: string | undefined): string => {
  if (!passage || !locale) return '';
  // Cells of a table row are joined by dots in a passage, and stand apart on the page.
  const text = passage.split(' · ').reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '');
  const segments = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)];
  const words = segments.filter(({ isWordLike }) => isWordLike);
  // A sentence is cut at a space; where a text has none, the cut may have gone through its last word.
  if (text.endsWith('…') && !/\s/.test(text)) words.pop();
  if (words.length < fewest) return '';
  const part = (from: number, to: number): string => {
    const [first, last] = [words[from], words[to]];
    return first && last ? encode(text.slice(first.index, last.index + last.segment.length)) : '';
  };
  const end = words.length - 1;
  return words.length > most.words
    ? `:~:text=${part(0, most.ends - 1)},${part(end - most.ends + 1, end)}`
    : `:~:text=${part(0, end)}`;
};
