import * as z from 'zod/mini';
import { documentId } from '../../content/schema/name.ts';
import { actor } from './event.ts';
import { instant, priority, requestStep, tier } from './ticket.ts';

/** Some words, on one line or on several. */
const words = (longest: number) => z.string().check(z.maxLength(longest), z.regex(/\S/, 'expected some words'));
const text = z.optional(words(2_000));

/** What an agent writes: what nobody but a person can know. */
export const writtenNote = z.strictObject({
  /** The problem in a line. */
  problem: z.optional(words(200)),
  /** What the requester wants to reach. */
  goal: text,
  /** Who and how many are affected, and whether they can go on. */
  impact: text,
  expected: text,
  actual: text,
  /** When it happens, with the zone. */
  since: text,
  tried: z.optional(z.array(z.strictObject({ what: words(500), result: words(1_000) })).check(z.maxLength(40))),
  /** What came out: for whoever gets it back. */
  found: text,
  blocker: text,
  hypothesis: text,
  /** What the requester was told that will happen. */
  promises: text,
  nextAction: text,
  /** Who does it. */
  owner: z.optional(words(200)),
});
export type WrittenNote = z.infer<typeof writtenNote>;
export type WrittenField = keyof WrittenNote;

/** A ticket that may belong to it: its text stays in it. */
const relatedTicket = z.object({
  id: z.string(),
  reference: z.string(),
  /** Id of the group that had it: who may not see its tickets does not see this line. */
  group: z.string(),
  createdAt: instant,
  /** The same address, or the same topic and a search that both made. */
  why: z.enum(['requester', 'search']),
});
export type RelatedTicket = z.infer<typeof relatedTicket>;

/** What is known without asking anybody: from the ticket, from what the requester sent along, from its clocks. */
const knownNote = z.object({
  received: z.optional(instant),
  page: z.optional(z.object({ url: z.string(), title: z.string() })),
  browser: z.optional(z.string()),
  language: z.optional(z.string()),
  /** What the host application said: versions, plan, area. */
  details: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
  searches: z.optional(z.array(z.object({ query: z.string(), results: z.int() }))),
  read: z.optional(
    z.array(
      z.object({
        document: documentId,
        title: z.string(),
        seconds: z.int(),
        helpful: z.optional(z.boolean()),
        reason: z.optional(z.string()),
      }),
    ),
  ),
  steps: z.optional(
    z.array(
      z.object({
        title: z.string(),
        step: z.int(),
        of: z.int(),
        seconds: z.optional(z.int()),
        blocked: z.optional(z.string()),
      }),
    ),
  ),
  priority: z.optional(priority),
  /** When a reply is promised, where one is owed, and when a solution is. */
  replyBy: z.optional(instant),
  solveBy: z.optional(instant),
  related: z.optional(z.array(relatedTicket)),
  /** Kinds of what the requester sent along. Anything else they left out, and nobody may look it up. */
  shared: z.optional(z.array(z.enum(['search', 'read', 'step', 'page', 'browser', 'host']))),
  address: z.optional(z.enum(['none', 'unverified', 'verified'])),
});

/** The whole note. What is not there is not known; an empty text or list is not there. */
export const handoverNote = z.object({ ...writtenNote.shape, ...knownNote.shape });
export type HandoverNote = z.infer<typeof handoverNote>;
export type NoteField = keyof HandoverNote;
export const noteFields: readonly NoteField[] = z.keyof(handoverNote).options;

/** What a note changes about the one before it. */
export const noteDifference = z.object({
  /** Other than before, or new. */
  set: handoverNote,
  /** Lists that grew: what came to their end. */
  added: handoverNote,
  /** No longer there. */
  gone: z.array(z.string()),
});
export type NoteDifference = z.infer<typeof noteDifference>;

export const handoverSpot = z.object({ tier, group: z.string() });
export type HandoverSpot = z.infer<typeof handoverSpot>;

/** What is kept of a move: from where to where, and what the note says that the ones before do not. */
export const keptHandover = z.object({
  from: handoverSpot,
  to: handoverSpot,
  difference: noteDifference,
  /** What whoever got it needed and was not told; empty where a person wrote it. */
  missing: z.array(z.string()),
});
export type KeptHandover = z.infer<typeof keptHandover>;

/** A move of a ticket, as the desk shows it. */
export const deskHandover = z.extend(keptHandover, {
  id: z.string(),
  at: instant,
  author: actor,
  /** Nothing that whoever got it needed is missing. */
  isComplete: z.boolean(),
});
export type DeskHandover = z.infer<typeof deskHandover>;

/** Where to: a tier, `tier:2`, whose group the router finds, or a group by its id. */
export const handoverTarget = z.string().check(z.regex(/^(?:tier:[1-3]|[a-z0-9]+(?:-[a-z0-9]+)*)$/));

/**
 * Body of `POST /desk/api/tickets/:id/handover`; answers 200 with the ticket. `seen` is that of the draft: 409
 * `handover-stale` when something has happened since, `merged` when it goes on in another ticket, 422 `handover-incomplete` with
 * each field that is missing; nothing is changed then. `assignee` is one of `people` of the draft: who has the ticket from then on; without it, nobody.
 */
export const handOverBody = z.strictObject({
  to: handoverTarget,
  note: writtenNote,
  seen: z.int(),
  assignee: z.optional(z.string().check(z.maxLength(100))),
});

/** `GET /desk/api/tickets/:id/handover?to=`: what would happen. */
export const handoverDraft = z.object({
  /** Names the state of the ticket that this was made of. */
  seen: z.int(),
  from: handoverSpot,
  to: handoverSpot,
  /** Nobody of that tier has had it: what is asked for is what whoever gets it for the first time needs. */
  isNew: z.optional(z.boolean()),
  /** Whether that group has every skill and all access that the rules ask for. */
  isCapable: z.boolean(),
  /** Who could have it. */
  groups: z.array(z.extend(handoverSpot, { isOpen: z.boolean(), opensAt: z.optional(instant) })),
  /** Who of the group it goes to could have it, by name. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What is known, with what the notes before say. */
  note: handoverNote,
  /** What is missing for whoever would get it. */
  missing: z.array(z.string()),
  /** The notes so far, as one. */
  whole: handoverNote,
  /** What the requester will read. */
  step: z.optional(requestStep),
  /** How often it went to another tier. */
  transfers: z.int(),
  /** It goes back to where it was, or has gone back and forth between the two tiers. */
  backAndForth: z.optional(z.object({ between: z.array(tier), times: z.int() })),
});
export type HandoverDraft = z.infer<typeof handoverDraft>;
