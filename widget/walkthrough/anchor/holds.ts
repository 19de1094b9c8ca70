import type { Condition } from '../../../content/schema/guide.ts';
import { pathMatches } from '../../../content/schema/path-matches.ts';
import { findAnchor } from './find.ts';
import { valueIn } from './value.ts';

export interface Page {
  document: Document;
  /** Where the person is, as the page says it. */
  path: string;
}

/** Whether everything that a condition names is so in the page, now. */
export const holds = ({ route, visible, absent, value }: Condition, { document, path }: Page): boolean => {
  if (route !== undefined && !pathMatches(route, path)) return false;
  if (visible?.some((anchor) => !findAnchor(anchor, document))) return false;
  if (absent?.some((anchor) => findAnchor(anchor, document))) return false;
  if (!value) return true;
  const field = findAnchor(value.of, document)?.element;
  return field !== undefined && valueIn(field) === value.is.trim();
};
