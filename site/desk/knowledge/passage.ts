import type { LinedSection, LineKind } from '../../../content/search/plain.ts';

/** Lines that stand together; any other begins a paragraph of its own. */
const isListed = (kind: LineKind): boolean => kind === 'item' || kind === 'step' || kind === 'under';

/** A section as it can be sent: plain text, with the signs a list has in a mail. */
export const passageOf = ({ lines }: Pick<LinedSection, 'lines'>): string => {
  let step = 0;
  let text = '';
  lines.forEach(({ kind, text: said }, at) => {
    const before = lines[at - 1]?.kind;
    if (kind === 'step') step += 1;
    else if (kind !== 'under') step = 0;
    const together =
      (isListed(kind) && before && isListed(before)) || (kind === before && (kind === 'row' || kind === 'code'));
    if (text) text += together ? '\n' : '\n\n';
    text += signOf(kind, step) + said;
  });
  return text;
};

const signOf = (kind: LineKind, step: number): string =>
  kind === 'item' ? '- ' : kind === 'step' ? `${step}. ` : kind === 'under' ? '  ' : '';
