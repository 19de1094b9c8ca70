import type { SearchRecord } from '../../content/schema/search-record.ts';

/** Whether a document is for these readers. A filter, not protection: the index is public. */
export const isFor = (record: SearchRecord, audience: readonly string[]): boolean =>
  !record.audience?.length || record.audience.some((group) => audience.includes(group));
