import { createHash } from 'node:crypto';
import type { Guide } from '../schema/guide.ts';

/** Stands for a guide: what was found out about one with another hash was found out about another guide. */
export const guideHash = (guide: Guide): string =>
  createHash('sha256').update(canonical(guide)).digest('hex').slice(0, 16);

/** JSON in which the order of keys says nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}
