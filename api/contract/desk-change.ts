import * as z from 'zod/mini';
import { internalId } from '../../content/schema/internal.ts';
import { documentId } from '../../content/schema/name.ts';
import { tag } from './tag.ts';
import { messageText, priority } from './ticket.ts';

export const mostTags = 20;

/** What can answer a ticket. */
export const answer = z.union([documentId, internalId]);

/**
 * Body of `POST /desk/api/tickets/:id/change`; answers 200 with the ticket as it is then. One that is not there, also the other
 * one of a merge, answers 404; a closed ticket 409 `conflict`, two that cannot be merged 409 `merge-refused`. What is so already changes nothing.
 */
export const deskChange = z.discriminatedUnion('kind', [
  /** Gives the ticket to a person of the team; without `person`, to nobody. */
  z.strictObject({ kind: z.literal('assign'), person: z.optional(z.string()) }),
  /** All tags. */
  z.strictObject({ kind: z.literal('tag'), tags: z.array(tag).check(z.maxLength(mostTags)) }),
  /** Another promise, counted from the same start. */
  z.strictObject({ kind: z.literal('prioritise'), priority }),
  /** Puts what looks like a machine's aside, or takes it back: nothing is dropped. */
  z.strictObject({ kind: z.literal('hold') }),
  z.strictObject({ kind: z.literal('release') }),
  /** Whoever leads has looked. */
  z.strictObject({ kind: z.literal('lead-took') }),
  /** The article, FAQ, walkthrough or internal article that answers it. */
  z.strictObject({ kind: z.literal('answered-by'), document: answer }),
  /** It repeats another ticket, and goes on there: the other one's reference, as people say it. */
  z.strictObject({ kind: z.literal('merge'), into: z.string().check(z.maxLength(40)) }),
  z.strictObject({ kind: z.literal('unmerge') }),
]);
export type DeskChange = z.infer<typeof deskChange>;

/** Body of `POST /desk/api/tickets/:id/notes`, Idempotency-Key required; answers 201 with the note. */
export const deskNoteBody = z.strictObject({ text: messageText });

/** What an agent wrote for the desk alone. */
export const deskNote = z.object({
  id: z.string(),
  author: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  at: z.iso.datetime(),
});
export type DeskNote = z.infer<typeof deskNote>;
