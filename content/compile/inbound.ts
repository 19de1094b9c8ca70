import type { CompiledDocument } from '../schema/document.ts';
import type { Block, Inline } from '../schema/tree.ts';
import type { Section } from '../search/plain.ts';
import { type Cache, cacheKey, remembered } from './cache.ts';

/** A document as links are counted: what it links to, and its text. */
interface Linking {
  document: CompiledDocument;
  sections: readonly Section[];
}

/** Longer titles than this are not looked for in texts. */
const longestTitle = 12;
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’_-]+|[.!?;:()\n]/gu) ?? [];

/**
 * How many other documents link to each document, or name its title in their text (a corpus that was taken from pages has
 * lost its links, and "see Change your password" is one). In the order of `linking`.
 */
export function inboundOf(linking: readonly Linking[], cache: Cache): number[] {
  const numbers = new Map(linking.map(({ document }, number) => [document.id as string, number]));
  const titles = titlesOf(linking);
  // Titles rarely change; what a text names follows from them and the text.
  const known = cacheKey(...linking.flatMap(({ document }) => [document.id, document.title]));
  const counts = linking.map(() => 0);
  linking.forEach(({ document, sections }, own) => {
    const found = new Set<number>();
    for (const id of linkedFrom([
      ...document.body,
      ...(document.steps ?? []).flatMap(({ do: act, say }) => [...act, ...say]),
    ])) {
      const number = numbers.get(id);
      if (number !== undefined) found.add(number);
    }
    const texts = sections.map(({ text }) => text);
    const named = remembered(cache, cacheKey('named', known, ...texts), () => [
      ...new Set(texts.flatMap((text) => [...namedIn(text, titles)].map((number) => linking[number]!.document.id))),
    ]);
    for (const id of named) found.add(numbers.get(id)!);
    found.delete(own);
    for (const number of found) counts[number]! += 1;
  });
  return counts;
}

/** Titles of several words by their first two. */
function titlesOf(linking: readonly Linking[]): Map<string, { rest: string[]; number: number }[]> {
  const titles = new Map<string, { rest: string[]; number: number }[]>();
  linking.forEach(({ document }, number) => {
    const [first, second, ...rest] = words(document.title);
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
function linkedFrom(tree: readonly (Block | Inline | readonly Block[])[]): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('to' in node && typeof node.to === 'object' && node.to !== null && 'document' in node.to)
      found.push(String(node.to.document));
    for (const value of Object.values(node)) visit(value);
  };
  visit(tree);
  return found;
}
