import type { DocumentId } from '../../content/schema/name.ts';
import { findRecord } from '../search/records.ts';
import type { Parts } from './actions.ts';
import { contentOf } from './content-of.ts';

type StartParts = Pick<Parts, 'state' | 'knowledge' | 'move' | 'lazies'> & { open: () => Promise<void> };
interface Wish {
  step?: number | string;
  offer?: boolean;
}

/** Begins a walkthrough on the page; see begin.ts. The document is asked for beside the code that leads through it. */
export const startGuide = async (
  { lazies, ...parts }: StartParts,
  id: DocumentId | undefined,
  wish: Wish = {},
): Promise<DocumentId | undefined> => {
  const bringing = import('./begin.ts');
  const read = async (wanted: DocumentId) => {
    const content = await contentOf(parts.knowledge);
    const record = await findRecord(content, [wanted]);
    return record && content.document(record);
  };
  // It is here by the time that it is asked for, or says again why it cannot be had.
  if (id) read(id).catch(() => {});
  const { guide } = await lazies.late(bringing);
  return guide({ ...parts, read }, id, wish);
};
