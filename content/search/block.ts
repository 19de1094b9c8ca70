import type { SearchRecord, StoredBlock } from '../schema/search-record.ts';
import { textOf } from './columns.ts';
import { contentDigits, contentHash, documentFile } from './document-file.ts';
import { slugOf } from './slug.ts';

/** Reads the payload of a block that begins with document `first`; throws a RangeError for another block. */
export type ReadBlock = (payload: Uint8Array<ArrayBuffer>, first: number) => SearchRecord[];

const moreOf = ({
  id,
  kind,
  slug,
  category,
  title,
  description,
  file,
  ...more
}: SearchRecord): StoredBlock['more'][number] => more;

/** A `*` stands for what the title says already. */
const shortened = ({ slug, title }: SearchRecord): string => {
  const said = slugOf(title);
  return said ? slug.replace(said, '*') : slug;
};

/** A block of records, of which the first is that of document `first`. */
export const blockOf = (records: readonly SearchRecord[], first: number): StoredBlock => ({
  first,
  kind: records.map(({ kind }) => kind),
  slug: records.map(shortened),
  category: records.map(({ category }) => category),
  title: records.map(({ title }) => title),
  description: records.map(({ description }) => description),
  files: records.map(({ file }) => contentHash(file)).join(''),
  more: records.map(moreOf),
});

/** Our own builder wrote it, and its checksum held. */
export const readBlock: ReadBlock = (payload, first) => {
  const block: StoredBlock = JSON.parse(textOf(payload));
  if (block.first !== first) throw new RangeError('another block');
  return block.more.map((more, at): SearchRecord => {
    const kind = block.kind[at]!;
    const title = block.title[at]!;
    const slug = block.slug[at]!.replace('*', slugOf(title));
    const id = `${kind}:${slug}` as const;
    const file = documentFile(id, block.files.slice(at * contentDigits, (at + 1) * contentDigits));
    return { id, kind, slug, category: block.category[at]!, title, description: block.description[at]!, file, ...more };
  });
};
