/** Libraries whose ids end in, or hold, a counter of a single digit. */
const counting =
  'cdk|downshift|el-id|ember|ext-gen|gwt-uid|headlessui|jss|mantine|mat|mui|ngb|radix|rc|react-aria|react-select|reach|ui-id';

/** Names that no author has given: of the next build, page or row they are others. */
const shapes: readonly RegExp[] = [
  // A counter or a number of data: row-83641, mui-12, ember42, c12-tab.
  /^\d+$|\d{3}|\d{2}(?![a-z\d])/i,
  new RegExp(`^(?:${counting})(?:[-_].*)?\\d`),
  // React's useId, alone or within: :r5:, «r5», _r_1_.
  /[:«]\w+[:»]|(?:^|[^a-z\d])_r_\w+_/i,
  // A hash with its letters and digits mixed: 7ba5bd90, 1x2yz.
  /[a-z]\d+[a-z]+\d|\d[a-z]+\d+[a-z]/i,
  // CSS modules: Button_root__aBxKq, _root_abcde_1.
  /__(?=[\w-]*(?:[A-Z]|\d[\w-]))(?![A-Z][a-z]+$)[\w-]{5,6}$|^_.+_\d+$/,
  // CSS in JavaScript: css-kxyzab, sc-bdVaJa, svelte-abcdefg.
  /^(?:css|svelte|astro)-[a-z\d]{5,8}(?:-|$)|^sc-(?=[a-z]*[A-Z\d])[a-zA-Z\d]{5,}/,
];

/** Case and digits as nobody writes them: aBxKq. */
const isJumble = (word: string): boolean => {
  const pieces = word.match(/\d+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return word.length >= 5 && pieces.length >= 3 && pieces.every(({ length }) => length <= 2);
};

/** A counter, a hash, a key of data: what a selector must not hold on to. */
export const isMade = (text: string): boolean =>
  shapes.some((shape) => shape.test(text)) || text.split(/[^a-z\d]+/i).some(isJumble);

/** An address that is one record's. */
export const isRecord = (address: string): boolean => address.split(/[/?#&=]/).some(isMade);

/** Classes that an author may have given, of all that an element has. */
export const classesGiven = (classes: Iterable<string>): string[] => {
  const all = [...classes];
  // Beside its own mark, styled-components puts a word of five to seven letters.
  const isStyled = all.some((one) => /^sc-/.test(one) && isMade(one));
  // A colon or a dot is a utility's: md:flex, py-1.5.
  return all.filter((one) => !isMade(one) && !/[:.]/.test(one) && !(isStyled && /^[a-zA-Z]{5,7}$/.test(one)));
};
