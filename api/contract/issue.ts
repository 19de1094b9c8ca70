import * as z from 'zod/mini';
import { locale, slug } from '../../content/schema/name.ts';
import { deskTicketRow } from './desk.ts';
import { oneLine } from './one-line.ts';
import { instant, issueState, messageText } from './ticket.ts';

const id = z.string().check(z.regex(/^[\w-]{1,64}$/, 'expected an id'));
const titleText = oneLine(120, 'expected some words');
const noticeText = z.string().check(z.maxLength(1_000), z.regex(/\S/, 'expected some words'));

const byLocale = <T extends z.ZodMiniType<string, string>>(text: T) => z.record(locale, text);

/** What is said of an issue: a title and a text in each of its languages, at least one. */
const said = { titles: byLocale(titleText), texts: byLocale(noticeText), topic: slug };

/**
 * Body of `POST /desk/api/issues`, Idempotency-Key required: announces an issue, which these tickets join. 201 with the issue;
 * 404 `not-found` when one of the tickets is none of whoever asks, 409 `issue-elsewhere` when one waits for another issue. Announcing, changing and solving is not for who sees the
 * requests of some groups alone: 403 `not-allowed`.
 */
export const announceIssue = z.strictObject({ ...said, tickets: z.array(id).check(z.maxLength(500)) });
export type AnnounceIssue = z.infer<typeof announceIssue>;

/**
 * Body of `POST /desk/api/issues/:id`; 200 with the issue, 409 `issue-solved` once it is solved. With `seen`, its `updatedAt` as it
 * was read, 409 `issue-changed` when somebody else has changed it since.
 */
export const editIssue = z.strictObject({ ...said, seen: z.optional(instant) });
export type EditIssue = z.infer<typeof editIssue>;

/**
 * Body of `POST /desk/api/issues/:id/tickets`: a ticket joins, or leaves. 200 with the ticket; 409 `conflict` when it is closed,
 * `merged` when it goes on in another one, `issue-elsewhere` when it waits for another issue, `issue-solved` when it has the answer of the issue already.
 */
export const joinIssue = z.strictObject({ ticket: id, joined: z.boolean() });

/**
 * Body of `POST /desk/api/issues/:id/solve`: the one answer, by language. Each joined ticket that is not closed gets it in the
 * language of its requester. 200 with the issue; 409 `issue-solved` when it was solved with another answer.
 */
export const solveIssue = z.strictObject({ answers: byLocale(messageText) });

/** A ticket as it is listed with others that are alike. */
const alikeTicket = z.extend(
  z.pick(deskTicketRow, { id: true, reference: true, status: true, excerpt: true, createdAt: true, issue: true }),
  { locale: z.string() },
);
export type AlikeTicket = z.infer<typeof alikeTicket>;

/** An issue as the desk shows it. */
export const deskIssue = z.object({
  id,
  state: issueState,
  titles: z.record(z.string(), z.string()),
  texts: z.record(z.string(), z.string()),
  answers: z.record(z.string(), z.string()),
  topic: z.string(),
  author: z.string(),
  createdAt: instant,
  updatedAt: instant,
  solver: z.optional(z.string()),
  solvedAt: z.optional(instant),
  /** How many people have reported it. */
  people: z.int(),
  /** How many still get the answer. */
  left: z.int(),
});
export type DeskIssue = z.infer<typeof deskIssue>;

/** `GET /desk/api/issues`: the newest first. `mayAnnounce`: everybody may, but who sees the requests of some groups alone. */
export const deskIssues = z.object({ issues: z.array(deskIssue), mayAnnounce: z.boolean() });
export type DeskIssues = z.infer<typeof deskIssues>;

/** `GET /desk/api/issues/:id`: with the tickets that joined it, of those whom the agent may see. */
export const deskIssueWhole = z.extend(deskIssue, { tickets: z.array(alikeTicket) });
export type DeskIssueWhole = z.infer<typeof deskIssueWhole>;

/** Tickets that are alike. */
const cluster = z.object({
  /** Id of its oldest ticket. */
  id: z.string(),
  topic: z.string(),
  /** An error code that they share. */
  code: z.optional(z.string()),
  /** Words that most of them share, the most telling first. */
  words: z.array(z.string()),
  /** Id of the issue in work that some of them have joined. */
  issue: z.optional(z.string()),
  since: instant,
  tickets: z.array(alikeTicket),
});
export type Cluster = z.infer<typeof cluster>;

/** `GET /desk/api/clusters`: the largest first, of the tickets that whoever asks may see. */
export const deskClusters = z.object({ clusters: z.array(cluster), windowHours: z.number() });
export type DeskClusters = z.infer<typeof deskClusters>;
