import type { SearchHead, SearchRecord, StoredHead } from '../schema/search-record.ts';
import { blockOf } from './block.ts';
import { commonLists } from './endings.ts';
import { seal } from './envelope.ts';
import { largeParts, startOf } from './parts.ts';
import { type Entry, encodePart, endingListsOf, writeColumns } from './wire.ts';

/** Puts a file beside the index and says its name; see content/compile/file-name.ts. */
export type AddFile = (name: string, bytes: Uint8Array<ArrayBuffer>, digits?: number) => string;

/** With as many parts as there may be, a help center of a hundred thousand documents has less than a thousand files. */
const mostBlocks = 360;
const leastInBlock = 16;
/** Above this, records go without their descriptions: who types waits for titles. */
const mostDescribed = 5000;

/** Of the hash in names that have a number of their own: the names are on the way to the first search. */
const hashDigits = 6;

const utf8 = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** The sealed index of a large help center; parts and records lie in files of their own. */
export function largeIndex(
  head: Omit<SearchHead, 'records'>,
  entries: readonly Entry[],
  records: readonly SearchRecord[],
  add: AddFile,
): Uint8Array<ArrayBuffer> {
  const put = (kind: 'part' | 'records', files: readonly Uint8Array<ArrayBuffer>[]): string =>
    files
      .map((bytes, place) => add(`${head.locale}-${kind}-${place}`, bytes, hashDigits))
      .map((file) => file.slice(-hashDigits - '.txt'.length, -'.txt'.length))
      .join('');
  const blockSize = Math.max(leastInBlock, Math.ceil(records.length / mostBlocks));
  const shown = records.length > mostDescribed ? records.map((record) => ({ ...record, description: '' })) : records;
  const blocks = Array.from({ length: Math.ceil(records.length / blockSize) }, (_, place) =>
    blockOf(shown.slice(place * blockSize, (place + 1) * blockSize), place * blockSize),
  );
  const pinned = new Set(Object.values(head.pins ?? {}).flat());
  const isEarly = ({ id, featured, pages }: SearchRecord) => featured !== undefined || pages || pinned.has(id);
  const parts = largeParts(entries, records, head.aliases);
  const endings = endingListsOf(entries).slice(0, commonLists);
  const large: StoredHead['large'] = {
    documents: records.length,
    starts: parts.map((part, place) => startOf(part, parts[place - 1])).join('\n'),
    parts: put(
      'part',
      parts.map((part) => seal('P', encodePart(part, endings))),
    ),
    blocks: put(
      'records',
      blocks.map((block) => seal('R', utf8(block))),
    ),
    blockSize,
    endings: endings.map((list) => `${list}\n`).join(''),
    records: [...records.entries()].filter(([, record]) => isEarly(record)),
    audiences: [...records.entries()].flatMap(([document, { audience }]) => (audience ? [[document, audience]] : [])),
  };
  return seal('S', writeColumns([utf8({ ...head, aliases: {}, records: [], large })]));
}
