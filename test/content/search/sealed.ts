import { endingBetween } from '../../../content/search/endings.ts';
import { seal } from '../../../content/search/envelope.ts';
import { type Entry, encodePart, writeColumns } from '../../../content/search/wire.ts';
import { head, sources } from './help-center.ts';

/** An index whose dictionary is given entry by entry. */

export const documentCount = 300;
export const searchHead = {
  ...head,
  stopWords: 'a the',
  records: Array.from({ length: documentCount }, () => sources[0]!.record),
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An entry with the words that stand in the texts; without postings it has one. */
export const entry = (
  term: string,
  { forms = [term], ...more }: Partial<Entry> & { forms?: readonly string[] } = {},
): Entry => ({
  term,
  endings: forms.map((form) => endingBetween(term, form)).join(','),
  postings: [{ document: 0, weight: 1, section: 0 }],
  dropped: 0,
  ...more,
});

/** What is sealed; entries ascend by term. */
export const payloadOf = (entries: readonly Entry[], part = encodePart(entries)): Uint8Array<ArrayBuffer> =>
  writeColumns([utf8(JSON.stringify(searchHead)), part]);

export const sealed = (entries: readonly Entry[]): Uint8Array<ArrayBuffer> => seal('S', payloadOf(entries));
