import { type Cache, cacheKey, remembered } from './cache.ts';
import type { DocumentContent } from './document-content.ts';

/** A document as links are counted. */
interface Linking {
  id: string;
  title: string;
  content: DocumentContent;
}

/** Longer titles than this are not looked for in texts. */
const longestTitle = 12;
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’_-]+|[.!?;:()\n]/gu) ?? [];

/**
 * How many other documents link to each document, or name its title in their text (a corpus that was taken from pages has
 * lost its links, and "see Change your password" is one). In the order of `linking`.
 */
export function inboundOf(linking: readonly Linking[], cache: Cache): number[] {
  const numbers = new Map(linking.map(({ id }, number) => [id, number]));
  const titles = titlesOf(linking);
  // Titles rarely change; what a text names follows from them and the text.
  const known = cacheKey(...linking.flatMap(({ id, title }) => [id, title]));
  const counts = linking.map(() => 0);
  linking.forEach(({ content }, own) => {
    const found = new Set<number>();
    const linked = remembered(cache, cacheKey('linked', content.key), () => linkedFrom(content.trees()));
    const named = remembered(cache, cacheKey('named', known, content.key), () => {
      const numbers = content.sections().flatMap(({ text }) => [...namedIn(text, titles)]);
      return [...new Set(numbers.map((number) => linking[number]!.id))];
    });
    for (const id of [...linked, ...named]) {
      const number = numbers.get(id);
      if (number !== undefined) found.add(number);
    }
    found.delete(own);
    for (const number of found) counts[number]! += 1;
  });
  return counts;
}

/** Titles of several words by their first two. */
function titlesOf(linking: readonly Linking[]): Map<string, { rest: string[]; number: number }[]> {
  const titles = new Map<string, { rest: string[]; number: number }[]>();
  linking.forEach(({ title }, number) => {
    const [first, second, ...rest] = words(title);
    if (second === undefined || rest.length > longestTitle) return;
    const key = `${first} ${second}`;
    titles.set(key, [...(titles.get(key) ?? []), { rest, number }]);
  });
  return titles;
}

function* namedIn(text: string, titles: ReturnType<typeof titlesOf>): Iterable<number> {
  const said = words(text);
  for (let at = 0; at + 1 < said.length; at++) {
    for (const { rest, number } of titles.get(`${said[at]} ${said[at + 1]}`) ?? []) {
      if (rest.every((word, place) => said[at + 2 + place] === word)) yield number;
    }
  }
}

/** Ids of the documents that links lead to, wherever in the tree they stand. */
function linkedFrom(tree: ReturnType<DocumentContent['trees']>): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('to' in node && typeof node.to === 'object' && node.to !== null && 'document' in node.to)
      found.add(String(node.to.document));
    for (const value of Object.values(node)) visit(value);
  };
  visit(tree);
  return [...found];
}
