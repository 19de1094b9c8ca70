import * as z from 'zod/mini';

/** `writing` a reply to the requester, `noting` something for the desk alone. */
const doing = z.enum(['reading', 'writing', 'noting']);
export type Doing = z.infer<typeof doing>;

/** Body of `POST /desk/api/presence`; answers 204. It holds for 45 seconds. `left` is the ticket that was open before. */
export const deskPresence = z.strictObject({
  ticket: z.optional(z.string().check(z.maxLength(100))),
  left: z.optional(z.string().check(z.maxLength(100))),
  doing,
});

/** Who is at a ticket now. */
const present = z.object({ person: z.string(), name: z.string(), ticket: z.string(), doing });
export type Present = z.infer<typeof present>;

/**
 * `GET /desk/api/changes?after=`: what has changed since a cursor; without one, nothing, and where to begin.
 * `GET /desk/api/changes/stream` sends the same as server-sent events whenever there is something, with the cursor as the id of
 * each; 404 where no process stays awake.
 */
export const deskChanges = z.object({ cursor: z.int(), tickets: z.array(z.string()), presence: z.array(present) });
export type DeskChanges = z.infer<typeof deskChanges>;
