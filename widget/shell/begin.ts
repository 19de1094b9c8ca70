import type { DocumentId } from '../../content/schema/name.ts';
import { checkDocument } from '../article/check.ts';
import { forgetPlaces } from '../client/flag.ts';
import { isEnded } from '../walkthrough/guide/kept.ts';
import { isDocumentId } from './arguments.ts';
import { beginningOf, guided, placeOf, versionOf } from './guidance.ts';
import { type GuideParts, run } from './guide.ts';

/** Whether a page can be led through a walkthrough, and from which step on: the entry of a chunk that comes when one starts. */

export { loadGuideMessages as loadMessages } from '../i18n/guide.ts';

interface BeginParts extends GuideParts {
  /** From here on things may be kept: the person, or the page for them, asks for it. */
  open: () => Promise<void>;
  /** The document, not checked yet; undefined where there is none. */
  read: (id: DocumentId) => Promise<unknown>;
}
interface Wish {
  /** Number from 1, or name. */
  step?: number | string | undefined;
  offer?: boolean;
}

/** The last one counts: those before it give way. */
let calls = 0;

/**
 * Leads through a walkthrough, or without an id on from where this tab left off. Answers what is to be read where it cannot.
 * A call that another one has overtaken does nothing.
 */
export const guide = async (
  parts: BeginParts,
  id: DocumentId | undefined,
  { step, offer }: Wish = {},
): Promise<DocumentId | undefined> => {
  const { state } = parts;
  const before = placeOf(state);
  const wanted = id ?? before?.id;
  const isOffer = offer || (!id && before?.isOn && before.offer) || undefined;
  // What goes on comes before what is only offered.
  if (offer && before?.isOn && before.id !== wanted) return undefined;
  if (!isDocumentId(wanted) || (isOffer && isEnded(wanted))) {
    if (!id) forgetPlaces();
    return undefined;
  }
  calls += 1;
  const call = calls;
  const document = guided(checkDocument(await parts.read(wanted)), versionOf(state));
  if (call !== calls) return undefined;
  if (!document) {
    // Every further page would try it again.
    if (placeOf(state)?.id === wanted) forgetPlaces();
    return isOffer ? undefined : wanted;
  }
  const { kept, isHere, ...beginning } = beginningOf(state, document, step);
  if (!isHere) return isOffer ? undefined : wanted;
  if (kept && step === undefined && state.led.get()?.place) return undefined;
  // Where nothing else leads to a place, or it must not be there, how a label is read has to be known from the start.
  const isRead = /\{"role"|"absent".*"among"/.test(JSON.stringify(document.guide));
  await Promise.all([isRead && import('../walkthrough/anchor/label.ts'), parts.open()]);
  if (call !== calls) return undefined;
  const led = state.led.get();
  if (kept) led?.end.abort();
  else led?.leave();
  const told = kept?.isOn ? kept : undefined;
  run(parts, document, { id: wanted, started: told?.started ?? Date.now(), offer: isOffer, ...beginning }, told?.step);
  return undefined;
};
