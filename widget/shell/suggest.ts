import { pathMatches } from '../../content/schema/path-matches.ts';
import type { SearchRecord } from '../../content/schema/search-record.ts';

/** Documents for the page the person is on, the more exact pattern first. */
export const suggestionsFor = (path: string, records: readonly SearchRecord[]): SearchRecord[] => {
  const exactness = (record: SearchRecord) =>
    Math.max(0, ...(record.pages ?? []).filter((pattern) => pathMatches(pattern, path)).map(({ length }) => length));
  return records
    .map((record) => ({ record, score: exactness(record) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ record }) => record);
};
