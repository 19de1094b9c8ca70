import type { Found } from '../contract/desk.ts';
import type { FoundText, SearchTerm } from '../store/ticket-query.ts';

/** Characters before the first mark, and in all. */
const before = 40;
const longest = 160;

type Mark = [from: number, to: number];

/** The piece of a text with most of the words in it, the newest of equals; nothing where they are all elsewhere. */
export function foundIn(texts: readonly FoundText[], terms: readonly SearchTerm[]): Found | undefined {
  const wanted = terms.flatMap(({ text, isPrefix }) => {
    const words = wordsOf(text).map(({ folded }) => folded);
    return words.map((word, place) => ({ word, isPrefix: isPrefix && place === words.length - 1 }));
  });
  let best: { found: FoundText; marks: Mark[]; score: number } | undefined;
  for (const found of texts) {
    const { marks, score } = bestPiece(found.text, wanted);
    if (score > (best?.score ?? 0)) best = { found, marks, score };
  }
  return best && cut(best.found, best.marks);
}

interface Wanted {
  word: string;
  isPrefix: boolean;
}

/** Those marks that fit beside each other and are most of the words. */
function bestPiece(text: string, wanted: readonly Wanted[]): { marks: Mark[]; score: number } {
  const hits = wordsOf(text).flatMap(({ folded, from, to }) => {
    const hit = wanted.findIndex(({ word, isPrefix }) => folded === word || (isPrefix && folded.startsWith(word)));
    return hit < 0 ? [] : [{ hit, mark: [from, to] satisfies Mark }];
  });
  let best: { marks: Mark[]; score: number } = { marks: [], score: 0 };
  let first = 0;
  for (let last = 0; last < hits.length; last += 1) {
    while (first < last && hits[last]!.mark[1] - hits[first]!.mark[0] > longest - before) first += 1;
    const piece = hits.slice(first, last + 1);
    const score = new Set(piece.map(({ hit }) => hit)).size;
    if (score > best.score) best = { marks: piece.map(({ mark }) => mark), score };
    if (score === wanted.length) break;
  }
  return best;
}

/** Spaces become single ones, so that a line of the list stays a line; marks move along. */
function cut({ in: place, text }: FoundText, marks: readonly Mark[]): Found {
  const start = startOf(text, marks[0]?.[0] ?? 0);
  const end = endOf(text, Math.max(start + longest, marks.at(-1)?.[1] ?? 0));
  let shown = start > 0 ? '…' : '';
  const moved: Mark[] = [];
  let at = start;
  for (const [from, to] of marks) {
    shown += squeezed(text.slice(at, from));
    const markFrom = shown.length;
    shown += text.slice(from, to);
    moved.push([markFrom, shown.length]);
    at = to;
  }
  shown += squeezed(text.slice(at, end)) + (end < text.length ? '…' : '');
  return { in: place, text: shown, marks: moved };
}

const squeezed = (text: string): string => text.replace(/\s+/gu, ' ');

/** At the start of a word, when there is one near. */
function startOf(text: string, mark: number): number {
  if (mark <= before) return 0;
  const near = text.slice(mark - before, mark);
  const space = near.search(/\s\S/u);
  return mark - before + (space < 0 ? (isHalf(text, mark - before) ? 1 : 0) : space + 1);
}

const endOf = (text: string, wanted: number): number => {
  const end = Math.min(text.length, wanted);
  return isHalf(text, end) ? end - 1 : end;
};

/** Between the two units of one character. */
const isHalf = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));

/** Words as the index has them: without case and accents. */
const wordsOf = (text: string) =>
  Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: word, index }) => ({
    folded: word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    from: index,
    to: index + word.length,
  }));
