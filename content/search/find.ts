import type { SearchRecord } from '../schema/search-record.ts';
import { documentOf } from './part.ts';
import type { SearchIndex } from './reader.ts';
import { idTerm } from './vocabulary.ts';

/** A document by its id or a former one, and what has to be taken before it is known. */
export function findById(index: SearchIndex, id: string): { record?: SearchRecord; missing: string[] } {
  const { head, files } = index;
  files.wanted.clear();
  // Places of records that are not here are empty, and `find` would stop at them.
  let record = head.records.filter((one) => one.id === id || one.id === head.aliases[id])[0];
  if (!record && !index.whole) {
    const part = index.partFor(idTerm + id);
    // Of no term there are no postings.
    const [packed] = part?.postings(part.find(idTerm + id)) ?? [];
    record = packed === undefined ? packed : index.record(documentOf(packed));
  }
  return { missing: [...files.wanted], ...(record && { record }) };
}

/** So many records from the first one on, those that are here. */
export function rangeOf(
  index: SearchIndex,
  first: number,
  count: number,
): { records: SearchRecord[]; missing: string[] } {
  index.files.wanted.clear();
  const records = Array.from({ length: count }, (_, at) => index.record(first + at)).filter(
    (record) => record !== undefined,
  );
  return { records, missing: [...index.files.wanted] };
}
