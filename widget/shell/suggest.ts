import type { SearchRecord } from '../../content/schema/search-record.ts';

const matchFrom = (pattern: readonly string[], path: readonly string[]): boolean => {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '**') return true;
  const [segment, ...others] = path;
  return segment !== undefined && (first === '*' || first === segment) && matchFrom(rest, others);
};

const segments = (path: string): string[] => path.split('/').filter(Boolean);

/** Whether a path is meant by a pattern such as `/billing/**`: `*` is one segment, `**` any rest. */
export const pageMatches = (pattern: string, path: string): boolean => matchFrom(segments(pattern), segments(path));

/** Documents for the page the person is on, the more exact pattern first. */
export const suggestionsFor = (path: string, records: readonly SearchRecord[]): SearchRecord[] => {
  const exactness = (record: SearchRecord) =>
    Math.max(0, ...(record.pages ?? []).filter((pattern) => pageMatches(pattern, path)).map(({ length }) => length));
  return records
    .map((record) => ({ record, score: exactness(record) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ record }) => record);
};
