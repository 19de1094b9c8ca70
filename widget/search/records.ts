import type { SearchRecord } from '../../content/schema/search-record.ts';
import { findById, rangeOf } from '../../content/search/find.ts';
import type { Content } from './content.ts';

/** Nothing of the index lies in files that are not here. */
export const isWhole = ({ engine }: Content): boolean => engine.files.missing().length === 0;

/** Asks until nothing is missing any more. Rejects when a file is out of reach. */
const until = async <T extends { missing: string[] }>({ engine, fill }: Content, ask: () => T): Promise<T> => {
  // What could not be had before may be had now.
  engine.files.forgive();
  const answer = ask();
  return answer.missing.length > 0 ? (await fill.bring()).until(ask) : answer;
};

/** Tries again what was out of reach. */
export const retryFill = ({ fill }: Content): void => {
  fill.bring().then(
    (loaded) => loaded.retry(),
    () => {},
  );
};

/** The first of these ids, present or former ones, that a document has. Rejects when nobody can say. */
export const findRecord = async (content: Content, ids: readonly string[]): Promise<SearchRecord | undefined> => {
  for (const id of ids) {
    const { record } = await until(content, () => findById(content.engine.index, id));
    if (record) return record;
  }
  return undefined;
};

/** So many records from the first one on: a range of a category, or all. Rejects when some are out of reach. */
export const rangeOfRecords = async (content: Content, first: number, count: number): Promise<SearchRecord[]> =>
  (await until(content, () => rangeOf(content.engine.index, first, count))).records;
