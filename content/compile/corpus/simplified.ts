/** What the safe tree does not hold, and what became of it; the words of a warning. */
const kinds = {
  html: 'raw HTML elements became their text',
  component: 'JSX components and import lines were left out',
  directive: 'directives of another dialect became their text',
  picture: 'pictures became their alt text',
  link: 'links lead nowhere in this corpus and became their text',
  heading: 'headings stood on another level or inside a block',
  footnote: 'footnotes became text in brackets',
} as const;
export type SimplifiedKind = keyof typeof kinds;

/** How often each kind was made simpler. */
export type Simplified = Partial<Record<SimplifiedKind, number>>;

/** Adds one, or what another count has. */
export function addTo(sum: Simplified, more: Simplified): void {
  for (const kind of kindsOf(more)) sum[kind] = (sum[kind] ?? 0) + (more[kind] ?? 0);
}

/** A line for each kind that was met. */
export const warningsOf = (sum: Simplified): string[] =>
  kindsOf(kinds).flatMap((kind) => (sum[kind] ? `${sum[kind]} ${kinds[kind]}` : []));

const isKind = (key: string): key is SimplifiedKind => key in kinds;
const kindsOf = (counts: object): SimplifiedKind[] => Object.keys(counts).filter(isKind);

/** Ids that are told. */
const mostTold = 10;

/** A line that names the articles of which nothing but the text was read. */
export function plainWarning(ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const told = ids.slice(0, mostTold).join(', ');
  const more = ids.length > mostTold ? ` and ${ids.length - mostTold} more` : '';
  return [`${told}${more}: taken as plain text, because marks nest too deep or are too many to be read as Markdown`];
}
