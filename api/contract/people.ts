import * as z from 'zod/mini';
import { slug } from '../../content/schema/name.ts';
import { standing } from './audit.ts';
import { role } from './desk.ts';
import { oneLine } from './one-line.ts';
import { instant } from './ticket.ts';

/** Somebody of the team, as admins see them. */
const listedPerson = z.object({
  id: z.string(),
  ...standing.shape,
  createdAt: instant,
  /** When they were last here, within some minutes; absent for who never was. */
  seenAt: z.optional(instant),
  /** Browsers they are signed in with. */
  sessions: z.int(),
  /** Since when they are shut out. */
  shutOutAt: z.optional(instant),
  /** Whoever runs the server: signs in by its terminal, and can neither be changed nor shut out. */
  isOperator: z.boolean(),
});
export type ListedPerson = z.infer<typeof listedPerson>;

/** `GET /desk/api/people`: everybody, in the order of their names. All of this file is for admins, but `ownLink`. */
export const peopleList = z.object({ people: z.array(listedPerson) });

const personName = oneLine(80, 'expected a name');
const groupIds = z.array(slug).check(z.maxLength(100));

/**
 * Body of `POST /desk/api/people/:id`, what is named changes; answers 200 with the list. 409 `last-admin` when no other admin
 * would be left, 403 `not-allowed` for the operator, 404 for an unknown person or group, 400 for a lead or admin whose groups are
 * all a partner's. Holds from the person's next request.
 */
export const changePerson = z.strictObject({
  name: z.optional(personName),
  role: z.optional(role),
  groups: z.optional(groupIds),
  isShutOut: z.optional(z.boolean()),
});
export type ChangePerson = z.infer<typeof changePerson>;

/** An invitation that nobody has opened yet. */
const invitation = z.object({
  id: z.string(),
  ...standing.shape,
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
});
export type Invitation = z.infer<typeof invitation>;

/** `GET /desk/api/invitations`: the open ones, the newest first. `DELETE …/:id` withdraws one with 204. */
export const invitationList = z.object({ invitations: z.array(invitation) });

/**
 * Body of `POST /desk/api/invitations`; answers 201 with `signInToken`. Without an Idempotency-Key: the token is kept only as a
 * hash, so no replay could answer it. Whoever lost the answer withdraws the invitation and makes another.
 */
export const invite = z.strictObject({ name: personName, role, groups: groupIds });
export type Invite = z.infer<typeof invite>;

/**
 * Shown once: signs in at `/desk/#…`, once. Answer to an invitation, to `POST /desk/api/people/:id/link` (an admin helps
 * somebody whose session has ended) and to `POST /desk/api/session/link` (anybody, for another device of their own).
 */
export const signInToken = z.object({ token: z.string().check(z.regex(/^[\w-]{43}$/)), expiresAt: instant });
export type SignInToken = z.infer<typeof signInToken>;
