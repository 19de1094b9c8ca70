/** Fewer words stand in many places of a page, and the browser goes to the first of them. */
const fewest = 3;
/**
 * A longer passage is named by its first and its last words: an address stays short. The first ones are many, because the
 * browser marks from the first place that has them, and pages begin sentences alike: "On the page of the project, …".
 */
const most = { words: 14, start: 10, end: 4 };

/** The words of a line, with where they stand in it. */
const wordsOf = (line: string, locale: string) =>
  [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(line)].filter(({ isWordLike }) => isWordLike);

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
  // A directive's text stands in one block of the page, and lines are blocks.
  const lines = text.split('\n').map((line) => {
    const words = wordsOf(line, locale);
    // A sentence is cut at a space; where a text has none, the cut may have gone through its last word.
    if (line.endsWith('…') && !/\s/.test(line)) words.pop();
    const part = (from: number, to: number): string => {
      const [first, last] = [words[from], words[to]];
      return first && last ? encode(line.slice(first.index, last.index + last.segment.length)) : '';
    };
    return { many: words.length, part };
  });
  const long = lines.filter(({ many }) => many >= fewest);
  const [first, last] = [long[0], long.at(-1)];
  if (!first || !last) return '';
  if (first === last && first.many <= most.words) return `:~:text=${first.part(0, first.many - 1)}`;
  const start = first.part(0, Math.min(most.start, first.many) - 1);
  return `:~:text=${start},${last.part(Math.max(0, last.many - most.end), last.many - 1)}`;
};
