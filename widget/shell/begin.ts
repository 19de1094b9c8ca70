import type { DocumentId } from '../../content/schema/name.ts';
import { checkDocument } from '../article/check.ts';
import { findRecord } from '../search/records.ts';
import { isEnded, type KeptPlace, readPlace } from '../walkthrough/guide/kept.ts';
import { isDocumentId } from './arguments.ts';
import { contentOf } from './content-of.ts';
import { beginsAt, type Guided, guided, pathOf, versionOf } from './guidance.ts';
import { type Beginning, type GuideParts, type Running, run } from './guide.ts';
import { marksOf } from './step-marks.ts';

/** Whether a page can be led through a walkthrough, and from which step on: the entry of a chunk that comes when one starts. */

export { loadGuideMessages as loadMessages } from '../i18n/guide.ts';

interface BeginParts extends GuideParts {
  /** From here on things may be kept: the person, or the page for them, asks for it. */
  open: () => Promise<void>;
}
interface Wish {
  /** Number from 1, or name. */
  step?: number | string | undefined;
  offer?: boolean;
}

/** At most one at a time. */
let running: Running | undefined;

const documentOf = async ({ state, knowledge }: GuideParts, id: DocumentId): Promise<Guided | undefined> => {
  const content = await contentOf(knowledge);
  const record = await findRecord(content, [id]);
  const document = record && checkDocument(await content.document(record));
  return guided(document, versionOf(state));
};

/** Where to begin: as asked, where it was left, else the first step that is not done. */
const beginningOf = (
  { state }: GuideParts,
  document: Guided,
  step: Wish['step'],
  kept: KeptPlace | undefined,
): Pick<Beginning, 'at' | 'isAfter'> => {
  const { steps } = document.guide;
  const indexOf = (name: unknown) => steps.findIndex(({ id }) => id === name);
  const asked = typeof step === 'number' ? step - 1 : indexOf(step);
  if (steps[asked]) return { at: asked, isAfter: false };
  const left = indexOf(kept?.step);
  if (left >= 0) return { at: left, isAfter: kept?.after === true };
  const device = state.device.get();
  const done = device && marksOf(device, document);
  const first = steps.findIndex((_, index) => !done?.has(index + 1));
  return { at: Math.max(0, first), isAfter: false };
};

/**
 * Leads through a walkthrough, or without an id on from where this tab left off. Answers whether it does; where it cannot,
 * the document is to be read.
 */
export const guide = async (parts: BeginParts, id: DocumentId | undefined, { step, offer }: Wish = {}) => {
  const kept = readPlace();
  const wanted = id ?? kept?.id;
  if (!isDocumentId(wanted) || (offer && isEnded(wanted))) return true;
  const isOn = running?.id === wanted && !running.isOver && !running.end.signal.aborted;
  if (isOn && step === undefined) return true;
  const document = await documentOf(parts, wanted);
  const own = kept?.id === wanted ? kept : undefined;
  if (!document || !(own?.isOn || isOn || beginsAt(document.guide, pathOf(parts.state)))) return false;
  // Only a walkthrough that looks by role and label needs to know how one reads a label.
  if (JSON.stringify(document.guide).includes('"among"')) await import('../walkthrough/anchor/label.ts');
  running?.end.abort();
  await parts.open();
  const started = own?.started ?? Date.now();
  running = run(parts, document, { ...beginningOf(parts, document, step, own), started, isOffer: offer === true });
  return true;
};
