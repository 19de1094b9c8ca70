import * as z from 'zod/mini';
import { role } from './desk.ts';
import { actor, ticketEvent } from './event.ts';
import { instant } from './ticket.ts';

/** What somebody may do in the desk, and for whom. */
export const standing = z.object({
  name: z.string(),
  role,
  /** Ids of groups. */
  groups: z.array(z.string()),
});
export type Standing = z.infer<typeof standing>;

/** What can happen to people, invitations and sessions. */
export const auditKind = z.enum([
  'invited',
  'invitation-withdrawn',
  /** Came by an invitation; signed in with it. */
  'joined',
  'changed',
  'shut-out',
  'let-in',
  /** A fresh sign-in link was made. */
  'link-made',
  'signed-in',
  'signed-out',
  /** Somebody ended all sessions of a person, or of everybody else. */
  'sessions-ended',
  'everybody-signed-out',
  /** A link that was used, old or unknown. Nothing of it is kept. */
  'sign-in-refused',
]);
export type AuditKind = z.infer<typeof auditKind>;

/** What can happen to known issues. Which tickets join or leave them is in the log of the tickets. */
export const issueAuditKind = z.enum(['issue-announced', 'issue-edited', 'issue-solved']);
export type IssueAuditKind = z.infer<typeof issueAuditKind>;

const texts = z.record(z.string(), z.string());

/** What is told of a known issue, each by language; `answers` once it is solved. */
export const toldIssue = z.object({ topic: z.string(), titles: texts, texts, answers: z.optional(texts) });
export type ToldIssue = z.infer<typeof toldIssue>;

const named = z.object({ id: z.string(), name: z.string() });

/** Something that happened, to the team, to a known issue or to a ticket. */
const auditEntry = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('team'),
    id: z.string(),
    at: instant,
    /** Nobody when a sign-in was refused. */
    actor: z.optional(named),
    kind: auditKind,
    /** Whom it is about. */
    person: z.optional(named),
    before: z.optional(standing),
    after: z.optional(standing),
  }),
  z.object({
    about: z.literal('issue'),
    id: z.string(),
    at: instant,
    actor: named,
    kind: issueAuditKind,
    /** Id of the issue. */
    issue: z.string(),
    /** Absent where it was announced. */
    before: z.optional(toldIssue),
    after: toldIssue,
  }),
  z.object({
    about: z.literal('ticket'),
    id: z.string(),
    at: instant,
    actor,
    ticket: z.object({ id: z.string(), reference: z.string() }),
    /** Says what was before and after; texts are not in it. */
    event: ticketEvent,
  }),
]);
export type AuditEntry = z.infer<typeof auditEntry>;

/**
 * `GET /desk/api/audit?before=&person=&ticket=`, for admins: newest first, `next` is the cursor of the following page. `person`
 * is who did it or whom it is about, `ticket` the id of one; an unknown one answers 404.
 */
export const auditPage = z.object({ entries: z.array(auditEntry), next: z.optional(z.string()) });
export type AuditPage = z.infer<typeof auditPage>;
