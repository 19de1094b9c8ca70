import type { Anchor } from '../../schema/anchor.ts';

/** An anchor in words: what its author wrote. */
export const anchorText = ({ name, selector, role, label }: Anchor): string =>
  [
    ...(name === undefined ? [] : [`data-tierzero-anchor="${name}"`]),
    ...(selector === undefined ? [] : [`selector ${selector}`]),
    ...(role === undefined ? [] : [`${role} "${label}"`]),
  ].join(', or ');
