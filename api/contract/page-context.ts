import * as z from 'zod/mini';
import { documentId, slug } from '../../content/schema/name.ts';

/**
 * Page context: what a requester did before asking, as a flat list, so that the card can show each item,
 * remove it, and send exactly the rest. Every text in it has been through `redact` before it is kept,
 * and again in the API.
 */

const text = (longest: number) => z.string().check(z.maxLength(longest));
const seconds = z.int().check(z.minimum(0), z.maximum(86_400));
/** Unique in its list; the card removes by it. */
const id = z.string().check(z.minLength(1), z.maxLength(120));

export const contextItem = z.discriminatedUnion('kind', [
  /** A search that settled. `results` is how many were found. */
  z.strictObject({ kind: z.literal('search'), id, query: text(200), results: z.int().check(z.minimum(0)) }),
  /** A document that was open, with the seconds it was visible and what the reader said of it. */
  z.strictObject({
    kind: z.literal('read'),
    id,
    document: documentId,
    title: text(200),
    seconds,
    helpful: z.optional(z.boolean()),
    reason: z.optional(text(500)),
  }),
  /** A walkthrough step, counted from 1: marked as done, or the one where it could not go on. */
  z.strictObject({
    kind: z.literal('step'),
    id,
    walkthrough: documentId,
    title: text(200),
    step: z.int(),
    of: z.int(),
    /** Name of the step, that stays when steps are moved. */
    name: z.optional(slug),
    /** Since it came up, where a page was led through it. */
    seconds: z.optional(seconds),
    /** Why it could not go on: a `BlockedReason`, or words. */
    blocked: z.optional(text(120)),
  }),
  /** The page of the host application, address without secrets. */
  z.strictObject({ kind: z.literal('page'), id, url: text(1_000), title: text(200) }),
  /** Browser, screen and language. */
  z.strictObject({ kind: z.literal('browser'), id, name: text(100), viewport: text(20), language: text(35) }),
  /** What the host application gave with `context()`. */
  z.strictObject({ kind: z.literal('host'), id, name: text(60), value: text(500) }),
]);
export type ContextItem = z.infer<typeof contextItem>;

export const pageContext = z.array(contextItem).check(z.maxLength(80));
export type PageContext = z.infer<typeof pageContext>;
