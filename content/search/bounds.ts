/** A help center of fewer documents keeps every posting that says something: it is one file anyway. */
const fewDocuments = 1000;
/** Of a word that thousands of titles have, so many titles. */
const mostTitles = 1500;
/** Of a word that hundreds of texts have, so many texts: nobody reads further, and everybody would fetch it. */
const mostTexts = 425;
/** Texts of a word that one document has, of 100,000; of a word that more have, more, by this power. */
const textsOfOne = 6;
const growth = 0.4;
/** The more documents there are, the fewer of them are read. */
const shrinkage = 0.75;

/** How many of the documents that have a word in their texts alone are kept, of so many. */
const textsOf = (having: number, documents: number): number =>
  Math.min(mostTexts, Math.round(textsOfOne * (100_000 / documents) ** shrinkage * having ** growth));

interface Scored {
  document: number;
  score: number;
  /** Title or keywords have the word. */
  isNamed: boolean;
}

/**
 * The postings of a word that are kept, in the order they had. Titles have their own bound: what a title says is asked for,
 * and a document whose title has only frequent words would be lost among those that say a word often.
 */
export function strongest<T extends Scored>(scored: readonly T[], having: number, documents: number): readonly T[] {
  if (documents <= fewDocuments) return scored;
  const [titles = [], texts = []] = [true, false].map((named) => scored.filter(({ isNamed }) => isNamed === named));
  const most = textsOf(having, documents);
  if (titles.length <= mostTitles && texts.length <= most) return scored;
  const best = (some: readonly T[], many: number) =>
    some.toSorted((a, b) => b.score - a.score || a.document - b.document).slice(0, many);
  return [...best(titles, mostTitles), ...best(texts, most)].sort((a, b) => a.document - b.document);
}
