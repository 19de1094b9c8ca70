import * as z from 'zod/mini';
import { auditKind, issueAuditKind, standing, toldIssue } from '../contract/audit.ts';
import { type Actor, cause, type TicketEvent, ticketEvent } from '../contract/event.ts';
import { pageContext } from '../contract/page-context.ts';
import { issueState, priority, routingReason, status, tier } from '../contract/ticket.ts';
import type { Row } from './statement.ts';
import type {
  IssueEntry,
  KeptEntry,
  Person,
  StoredEvent,
  StoredInvitation,
  StoredIssue,
  StoredMessage,
  StoredNote,
  StoredPerson,
  StoredTicket,
  TeamEntry,
} from './store.ts';

const nullable = z.pipe(
  z.nullable(z.string()),
  z.transform((value: string | null) => value ?? undefined),
);
const nullableMillis = z.pipe(
  z.nullable(z.int()),
  z.transform((value: number | null) => value ?? undefined),
);
const flag = z.pipe(
  z.int(),
  z.transform((value: number) => value === 1),
);
export const json = z.pipe(
  z.string(),
  z.transform((text: string): unknown => JSON.parse(text)),
);

const ticketRow = z.object({
  id: z.string(),
  reference: z.string(),
  status,
  tier,
  priority,
  group: z.string(),
  rule: z.string(),
  exhausted: z.int(),
  verified: flag,
  topic: z.string(),
  locale: z.string(),
  name: nullable,
  address: nullable,
  excerpt: z.string(),
  held: flag,
  createdAt: z.int(),
  updatedAt: z.int(),
  firstReplyBy: z.int(),
  firstRepliedAt: nullableMillis,
  nextReplyBy: nullableMillis,
  resolveBy: nullableMillis,
  dueBy: nullableMillis,
  lookAt: nullableMillis,
  version: z.int(),
  assignee: nullable,
  cause: z.pipe(
    z.nullable(cause),
    z.transform((value: z.infer<typeof cause> | null) => value ?? undefined),
  ),
  tags: z.pipe(json, z.array(z.string())),
  mergedInto: nullable,
  transfers: z.int(),
  leadAsked: flag,
  issue: nullable,
});
const detailRow = z.object({ reasons: z.pipe(json, z.array(routingReason)), context: z.pipe(json, pageContext) });
const messageRow = z.object({
  id: z.string(),
  from: z.enum(['requester', 'agent']),
  name: nullable,
  text: z.string(),
  at: z.int(),
});

const eventRow = z.object({
  seq: z.int(),
  at: z.int(),
  actor: z.string(),
  actorName: z.nullable(z.string()),
  detail: z.pipe(json, ticketEvent),
});
const noteRow = z.object({
  id: z.string(),
  author: z.string(),
  authorName: z.string(),
  text: z.string(),
  at: z.int(),
});
const personRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['agent', 'lead', 'admin']),
  groups: z.pipe(json, z.array(z.string())),
});

/** Reads a row of the `ticket` table; a row that does not fit is a broken database and throws. */
export const readTicket = (row: Row): StoredTicket => ticketRow.parse(row);
export const readDetail = (row: Row) => detailRow.parse(row);
export const readMessage = (row: Row): StoredMessage => messageRow.parse(row);
export const readPerson = (row: Row): Person => personRow.parse(row);

export function readEvent(row: Row): StoredEvent {
  const { seq, at, actor, actorName, detail } = eventRow.parse(row);
  return { seq, at, actor: actorOf(actor, actorName), event: detail };
}

const eventText = z.pipe(json, ticketEvent);
export const readDetailOfEvent = (detail: string): TicketEvent => eventText.parse(detail);

export function readNote(row: Row): StoredNote {
  const { author, authorName, ...note } = noteRow.parse(row);
  return { ...note, author: { id: author, name: authorName } };
}

export const actorOf = (id: string, name: string | null): Actor =>
  id === 'requester' || id === 'system' ? { kind: id } : { kind: 'person', id, name: name ?? '' };

const storedPersonRow = z.object({
  ...personRow.shape,
  createdAt: z.int(),
  disabledAt: nullableMillis,
  seenAt: nullableMillis,
  sessions: z.int(),
});
export const readStoredPerson = (row: Row): StoredPerson => storedPersonRow.parse(row);
export const seenRow = z.object({ seenAt: nullableMillis });

const invitationRow = z.object({
  ...personRow.shape,
  invitedBy: z.string(),
  inviter: z.string(),
  createdAt: z.int(),
  expiresAt: z.int(),
});
export function readInvitation(row: Row): StoredInvitation {
  const { invitedBy, inviter, ...invitation } = invitationRow.parse(row);
  return { ...invitation, invitedBy: { id: invitedBy, name: inviter } };
}

const auditRow = z.object({ about: z.enum(['team', 'issue', 'ticket']) });
export function readEntry(row: Row): KeptEntry {
  const { about } = auditRow.parse(row);
  if (about === 'team') return readTeamEntry(row);
  return about === 'issue' ? readIssueEntry(row) : readTicketEntry(row);
}

const keptStanding = z.pipe(
  z.nullable(z.string()),
  z.transform((text: string | null) => (text === null ? undefined : standing.parse(JSON.parse(text)))),
);
const teamRow = z.object({
  seq: z.int(),
  at: z.int(),
  kind: auditKind,
  actor: z.nullable(z.string()),
  actorName: z.nullable(z.string()),
  person: z.nullable(z.string()),
  personName: z.nullable(z.string()),
  before: keptStanding,
  after: keptStanding,
});
const named = (id: string | null, name: string | null) => (id === null ? undefined : { id, name: name ?? '' });

function readTeamEntry(row: Row): TeamEntry {
  const { actor, actorName, person, personName, ...entry } = teamRow.parse(row);
  return { about: 'team', ...entry, actor: named(actor, actorName), person: named(person, personName) };
}

const told = z.pipe(json, toldIssue);
const issueEntryRow = z.object({
  seq: z.int(),
  at: z.int(),
  kind: issueAuditKind,
  actor: z.string(),
  actorName: z.string(),
  issue: z.string(),
  before: z.nullable(told),
  after: told,
});

function readIssueEntry(row: Row): IssueEntry {
  const { actor, actorName, before, ...entry } = issueEntryRow.parse(row);
  return { about: 'issue', ...entry, actor: { id: actor, name: actorName }, before: before ?? undefined };
}

const ticketOfRow = z.object({ ticketId: z.string(), reference: z.string() });
function readTicketEntry(row: Row): KeptEntry {
  const { ticketId, reference } = ticketOfRow.parse(row);
  return { about: 'ticket', ...readEvent(row), ticket: { id: ticketId, reference } };
}

export const claimRow = z.object({
  owner: z.string(),
  bodyHash: z.string(),
  leaseUntil: z.int(),
  ticketId: z.nullable(z.string()),
  status: z.nullable(z.int()),
  body: z.nullable(z.string()),
});
const texts = z.pipe(json, z.record(z.string(), z.string()));
const issueRow = z.object({
  id: z.string(),
  state: issueState,
  titles: texts,
  texts,
  answers: texts,
  topic: z.string(),
  author: z.string(),
  authorName: z.string(),
  createdAt: z.int(),
  updatedAt: z.int(),
  solver: nullable,
  solverName: nullable,
  solvedAt: nullableMillis,
  people: z.int(),
  left: z.int(),
});

export function readIssue(row: Row): StoredIssue {
  const { author, authorName, solver, solverName, ...issue } = issueRow.parse(row);
  return {
    ...issue,
    author: { id: author, name: authorName },
    solver: solver === undefined ? undefined : { id: solver, name: solverName ?? '' },
  };
}

export const answerRow = z.object({ issue: z.string(), ticket: z.string() });
export const textRow = z.object({ text: z.string() });
export const putOffRow = z.object({ reference: z.string(), failures: z.int(), lookAt: z.int() });
export const idRow = z.object({ id: z.string() });
export const reportRow = z.object({ ticketId: z.string(), at: z.int(), actor: z.string(), detail: z.string() });
export const countRow = z.object({ win: z.int(), n: z.int() });
