import { isAction, isAside, isLastResort, isLeaning, isRefusal, isRemark } from './sentences.ts';
import type { Stretch } from './stretch.ts';

/** What is looked for. */
export interface Wish {
  /** How much of the query texts have together, from 0 to 1. */
  shareOf: (texts: readonly ReadonlySet<string>[]) => number;
  /** Terms of the document's title. */
  title: ReadonlySet<string>;
  /** The section where most of the query stands together, from 1. */
  likely: number | undefined;
  isTrouble: boolean;
  headingTerms: (stretch: Stretch) => ReadonlySet<string>;
}

/** The best stretch, with its shares of the query. */
export interface Chosen {
  stretch: Stretch;
  /** With heading and title. */
  share: number;
  /** With what it stands under. */
  own: number;
}

/** What speaks for a stretch or against it, whatever the query has in it. */
function manner({ text, kind, isList, isFirst, many, section }: Stretch, { isTrouble }: Wish): number {
  let worth = 0;
  if (isAside(section.heading ?? '') && !isTrouble) worth -= 0.5;
  if (isLastResort(text)) worth -= isTrouble ? 0.2 : 0.4;
  if (isRefusal(text) && !isTrouble) worth -= 0.2;
  if (isLeaning(text)) worth -= 0.3;
  if (isRemark(text) || kind === 'note') worth -= 0.25;
  // A step in the middle of others.
  if (!isList && kind === 'step') worth -= 0.25;
  if (!isList && (kind === 'item' || kind === 'under')) worth -= 0.1;
  if (isList || isAction(text)) worth += 0.15;
  if (isFirst) worth += 0.1;
  // The items of a list are worth their room.
  return worth + (isList ? 0.03 : -0.05) * (many - 1) - (isList ? 0 : text.length / 2000);
}

/** The stretch that answers best; the earlier of equals. */
export function bestOf(stretches: readonly Stretch[], wish: Wish): Chosen | undefined {
  const { shareOf, title, likely } = wish;
  let best: (Chosen & { score: number }) | undefined;
  for (const stretch of stretches) {
    const heading = wish.headingTerms(stretch);
    const share = shareOf([stretch.terms, heading, title]);
    const own = shareOf([stretch.terms, heading]);
    // What it says itself counts three times, its heading twice, its title once.
    const score =
      share +
      own +
      (stretch.isHeaded ? own : shareOf([stretch.terms])) +
      (stretch.place === likely ? 0.3 : 0) +
      manner(stretch, wish);
    if (!best || score > best.score) best = { stretch, share, own, score };
  }
  return best;
}
