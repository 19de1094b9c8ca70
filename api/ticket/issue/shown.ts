import type { AlikeTicket, DeskIssue } from '../../contract/issue.ts';
import type { PublicIssue } from '../../contract/public-issue.ts';
import type { IssueNotice } from '../../contract/ticket.ts';
import { textIn } from '../../routing/destination.ts';
import type { Millis, StoredIssue, StoredTicket } from '../../store/store.ts';
import type { TicketDeps } from '../deps.ts';
import { type Sight, seenPerson } from '../sight.ts';

const instant = (at: Millis): string => new Date(at).toISOString();

type Telling = Pick<TicketDeps, 'settings'>;

/** In the reader's language, or else in the help center's first one. */
export const inLanguage = (
  text: Readonly<Record<string, string>>,
  locale: string,
  { settings }: Telling,
): string | undefined => textIn(text, { locale, fallback: settings.locales[0] ?? locale });

/** An issue as somebody reads it who has reported it. */
export const issueNotice = ({ state, titles, texts }: StoredIssue, locale: string, deps: Telling): IssueNotice => ({
  state,
  title: inLanguage(titles, locale, deps) ?? '',
  text: inLanguage(texts, locale, deps) ?? '',
});

/** As the public reads it: nobody's name, no request, no answer. */
export const publicIssueOf = (issue: StoredIssue, locale: string, deps: Telling): PublicIssue => ({
  id: issue.id,
  ...issueNotice(issue, locale, deps),
  topic: issue.topic,
  people: issue.people,
  since: instant(issue.createdAt),
});

/** As the desk reads it. */
export const deskIssueOf = (issue: StoredIssue, sight: Sight): DeskIssue => ({
  id: issue.id,
  state: issue.state,
  titles: issue.titles,
  texts: issue.texts,
  answers: issue.answers,
  topic: issue.topic,
  author: seenPerson(issue.author, sight).name,
  createdAt: instant(issue.createdAt),
  updatedAt: instant(issue.updatedAt),
  ...(issue.solver && { solver: seenPerson(issue.solver, sight).name }),
  ...(issue.solvedAt !== undefined && { solvedAt: instant(issue.solvedAt) }),
  people: issue.people,
  left: issue.left,
});

/** A ticket in a list of those that are alike. */
export const alikeTicketOf = (ticket: StoredTicket): AlikeTicket => ({
  id: ticket.id,
  reference: ticket.reference,
  status: ticket.status,
  excerpt: ticket.excerpt,
  createdAt: instant(ticket.createdAt),
  locale: ticket.locale,
  ...(ticket.issue !== undefined && { issue: ticket.issue }),
});
