import type { Contender } from './contender.ts';
import { flexsearchDocument, flexsearchIndex } from './flexsearch.ts';
import { minisearch } from './minisearch.ts';
import { tierzero } from './tierzero.ts';

/** By name; Pagefind is measured apart, in a browser (pagefind.ts). */
export const contenders = { tierzero, flexsearchDocument, flexsearchIndex, minisearch } satisfies Record<
  string,
  Contender
>;
export type ContenderName = keyof typeof contenders;

export const isContender = (name: string): name is ContenderName => Object.hasOwn(contenders, name);
