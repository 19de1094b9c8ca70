import type { DocumentId } from '../../content/schema/name.ts';
import { forgetPlaces } from '../client/flag.ts';
import { findRecord } from '../search/records.ts';
import { isEnded } from '../walkthrough/guide/kept.ts';
import type { Parts } from './actions.ts';
import { isDocumentId } from './arguments.ts';
import { contentOf } from './content-of.ts';
import { placeOf } from './guidance.ts';
import type { State } from './state.ts';

type StartParts = Pick<Parts, 'state' | 'knowledge' | 'move' | 'lazies'> & { open: () => Promise<void> };
interface Wish {
  /** Number from 1, or name. */
  step?: number | string;
  offer?: boolean;
  /** What has to be done before it can begin. The call counts from when it was made. */
  before?: () => Promise<void>;
}
interface Call {
  id: DocumentId;
  isOffer: boolean | undefined;
  isAsked: boolean;
}

/** Calls so far: the last one counts. And those under way that somebody asked for. */
let calls = 0;
let asked = 0;

/** What is to be begun; without an id what this tab left off. What was asked for comes before what goes on, and that before an offer. */
const callOf = (state: State, id: DocumentId | undefined, offer: boolean | undefined): Call | undefined => {
  const isAsked = id !== undefined && !offer;
  if (!isAsked && asked > 0) return undefined;
  const before = placeOf(state);
  if (offer && before?.isOn && before.id !== id) return undefined;
  const wanted = id ?? before?.id;
  const isOffer = offer || (!id && before?.isOn && before.offer) || undefined;
  if (isDocumentId(wanted) && !(isOffer && isEnded(wanted))) return { id: wanted, isOffer, isAsked };
  if (!id) forgetPlaces();
  return undefined;
};

/** Begins a walkthrough on the page; see begin.ts. A call that another one has overtaken since it was made does nothing. */
export const startGuide = async (
  { lazies, ...parts }: StartParts,
  wanted: DocumentId | undefined,
  { step, offer, before }: Wish = {},
): Promise<DocumentId | undefined> => {
  const call = callOf(parts.state, wanted, offer);
  if (!call) return undefined;
  calls += 1;
  const own = calls;
  const isLast = () => own === calls;
  if (call.isAsked) asked += 1;
  const read = async (id: DocumentId) => {
    const content = await contentOf(parts.knowledge);
    const record = await findRecord(content, [id]);
    return record && content.document(record);
  };
  try {
    await before?.();
    // The document is asked for beside the code. It is here by the time that it is needed, or says again why it cannot be had.
    read(call.id).catch(() => {});
    const { guide } = await lazies.late(import('./begin.ts'));
    return await guide({ ...parts, read, isLast }, call.id, { step, offer: call.isOffer });
  } catch (cause) {
    if (isLast()) throw cause;
    return undefined;
  } finally {
    if (call.isAsked) asked -= 1;
  }
};
