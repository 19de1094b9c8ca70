/** What a term says about a document travels as a step of this scale: 1 is `least`, each further step a seventh more. */
const least = 0.1;
const step = 1.15;
const highest = 127;

export const toWeight = (score: number): number =>
  Math.max(1, Math.min(highest, 1 + Math.round(Math.log(score / least) / Math.log(step))));

/** The score each step stands for. */
export const scores: readonly number[] = Array.from({ length: highest + 1 }, (_, at) => least * step ** (at - 1));

/** Inverse document frequency, BM25's: what a term says about the documents that have it, when so many have it. */
export const rarity = (having: number, documents: number): number =>
  Math.log(1 + (documents - having + 0.5) / (having + 0.5));
