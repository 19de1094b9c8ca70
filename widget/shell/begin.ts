import type { DocumentId } from '../../content/schema/name.ts';
import { checkDocument } from '../article/check.ts';
import { forgetPlaces } from '../client/flag.ts';
import { beginningOf, guided, placeOf, versionOf } from './guidance.ts';
import { type GuideParts, run } from './guide.ts';

/** Whether a page can be led through a walkthrough, and from which step on: the entry of a chunk that comes when one starts. */

export { loadGuideMessages as loadMessages } from '../i18n/guide.ts';

interface BeginParts extends GuideParts {
  /** From here on things may be kept: the person, or the page for them, asks for it. */
  open: () => Promise<void>;
  /** The document, not checked yet; undefined where there is none. */
  read: (id: DocumentId) => Promise<unknown>;
  /** Whether no later call has come meanwhile: then this one does nothing. */
  isLast: () => boolean;
}
interface Wish {
  /** Number from 1, or name. */
  step?: number | string | undefined;
  offer?: boolean | undefined;
}

/** Leads through a walkthrough, or on from where this tab left off. Answers what is to be read where it cannot. */
export const guide = async (
  parts: BeginParts,
  id: DocumentId,
  { step, offer }: Wish = {},
): Promise<DocumentId | undefined> => {
  const { state, isLast } = parts;
  const document = guided(checkDocument(await parts.read(id)), versionOf(state));
  if (!isLast()) return undefined;
  if (!document) {
    // Every further page would try it again.
    if (placeOf(state)?.id === id) forgetPlaces();
    return offer ? undefined : id;
  }
  const { kept, isHere, ...beginning } = beginningOf(state, document, step);
  if (!isHere) return offer ? undefined : id;
  if (kept && step === undefined && state.led.get()?.place) return undefined;
  // Where nothing else leads to a place, or it must not be there, how a label is read has to be known from the start.
  const isRead = /\{"role"|"absent".*"among"/.test(JSON.stringify(document.guide));
  await Promise.all([isRead && import('../walkthrough/anchor/label.ts'), parts.open()]);
  if (!isLast()) return undefined;
  const led = state.led.get();
  if (kept) led?.end.abort();
  else led?.leave();
  const told = kept?.isOn ? kept : undefined;
  run(parts, document, { id, started: told?.started ?? Date.now(), offer, ...beginning }, told?.step);
  return undefined;
};
