import { html } from 'hono/html';
import { withDocumentLinks } from '../../contract/document-link.ts';
import type { IssueNotice, RequestStep } from '../../contract/ticket.ts';
import type { StoredMessage, StoredThread } from '../../store/store.ts';
import { shownDestination } from '../../ticket/place.ts';
import { stepsOf } from '../../ticket/steps.ts';
import type { AppContext } from '../env.ts';
import { ownOrigin } from '../origin.ts';
import { field, type Html, notice, plainPage } from './layout.ts';
import { requestPath } from './request-cookie.ts';
import type { Language, Words } from './words.ts';

export interface RequestState {
  thread: StoredThread;
  capability: string;
  /** That it is part of. */
  issue: IssueNotice | undefined;
  /** One-time key of the reply form. */
  key: string;
  /** Reply that could not be kept, as typed. */
  text?: string;
  notice?: (words: Words) => string;
  error?: (words: Words) => string;
  status?: number;
}

/** The thread and a reply form, for who has no JavaScript. */
export function requestPage(c: AppContext, language: Language, state: RequestState): Promise<Response> {
  const { words, locale } = language;
  const { ticket } = state.thread;
  const path = requestPath(c);
  const link = `${ownOrigin(c)}${path}#${state.capability}`;
  const destination = shownDestination(ticket, c.var.deps);
  const answered = ticket.firstRepliedAt !== undefined;
  const main = html`<p class="plain-status" data-status="${ticket.status}">${words.status[ticket.status]}. ${destination ? `${words.isWith(destination)} ` : ''}${answered || state.issue ? '' : words.promised(moment(locale, ticket.firstReplyBy))}</p>
${state.issue ? html`<p class="plain-notice">${words.knownIssue(state.issue)}</p>` : ''}
${notice(state.notice?.(words))}
<ol class="plain-thread">
${rowsOf(state.thread, c).map((row) => ('from' in row ? messageItem(c, language, row) : stepItem(language, row)))}</ol>
<p><a href="${path}">${words.refresh}</a></p>
${ticket.status === 'closed' ? html`<p>${words.closed}</p>` : replyForm(path, language, state)}
<section class="plain-keep">
${field(
  { name: 'link', label: words.keepLink, hint: words.keepLinkHint },
  (attributes) => html`<input ${attributes} type="text" readonly value="${link}">`,
)}
<form method="post" action="${path}/forget"><button class="plain-quiet" type="submit">${words.forget}</button></form>
</section>`;
  const script = `${path.slice(c.var.deps.config.base.length)}/live.js`;
  return plainPage(c, language, {
    title: words.requestTitle(ticket.reference),
    main,
    script,
    status: state.status ?? 200,
  });
}

function messageItem(c: AppContext, { words, locale }: Language, { from, name, text, at }: StoredMessage): Html {
  return html`<li class="plain-message" data-from="${from}">
<p class="plain-by"><strong>${from === 'agent' ? (name ?? words.team) : words.you}</strong> <time datetime="${new Date(at).toISOString()}">${moment(locale, at)}</time></p>
<p class="plain-text">${from === 'agent' ? written(c, text) : text}</p>
</li>
`;
}

/** What the team wrote, with links to documents. */
const written = (c: AppContext, text: string): Html[] =>
  withDocumentLinks(text, `${ownOrigin(c)}${c.var.deps.config.base}`).map((part) =>
    part.isLink ? html`<a href="${part.text}">${part.text}</a>` : html`${part.text}`,
  );

type Row = StoredMessage | { at: number; step: RequestStep; counts: boolean };

/** Messages with what became of the request between them; that it came in is no news as long as nothing else happened. */
function rowsOf(thread: StoredThread, c: AppContext): Row[] {
  const steps = stepsOf(thread, c.var.deps);
  const rows: Row[] = [
    ...thread.messages,
    ...(steps.length < 2 ? [] : steps.map((step) => ({ at: Date.parse(step.at), step, counts: false }))),
  ].sort((one, other) => one.at - other.at);
  const last = rows.findLastIndex((row) => !('from' in row) || row.from === 'agent');
  return rows.map((row, place) => ('from' in row ? row : { ...row, counts: place === last }));
}

function stepItem({ words, locale }: Language, { at, step, counts }: Exclude<Row, StoredMessage>): Html {
  const { kind, group, reference, replyBy, solveBy } = step;
  const by = counts ? (replyBy ?? solveBy) : undefined;
  const promise = by === undefined ? '' : words[replyBy ? 'replyBy' : 'solveBy'](moment(locale, Date.parse(by)));
  return html`<li class="plain-step">${words.step[kind](group ?? reference ?? '')} ${promise} <time datetime="${step.at}">${moment(locale, at)}</time></li>
`;
}

function replyForm(path: string, { words }: Language, state: RequestState): Html {
  return html`<form class="plain-form" method="post" action="${path}" accept-charset="utf-8" novalidate>
<input type="hidden" name="key" value="${state.key}">
${field(
  {
    name: 'text',
    label: words.reply,
    hint: state.thread.ticket.status === 'solved' ? words.replyHint : undefined,
    error: state.error?.(words),
  },
  (attributes) => html`<textarea ${attributes} rows="5" maxlength="10000" required>
${state.text ?? ''}</textarea>`,
)}
<button class="plain-button" type="submit">${words.sendReply}</button>
</form>`;
}

const momentParts = { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;

/** The server does not know the reader's zone, so it says which one it writes. */
const moment = (locale: string, at: number): string =>
  new Intl.DateTimeFormat(locale, { ...momentParts, timeZone: 'UTC', timeZoneName: 'short' }).format(at);

/** A form that takes a link that was kept. */
export function openPage(c: AppContext, language: Language, error?: string): Promise<Response> {
  const { words } = language;
  const main = html`<p class="plain-intro">${words.openIntro}</p>
<form class="plain-form" method="post" action="${requestPath(c)}/open" novalidate>
${field(
  { name: 'link', label: words.link, error },
  (attributes) => html`<input ${attributes} type="text" autocomplete="off" required>`,
)}
<button class="plain-button" type="submit">${words.open}</button>
</form>
<p><a href="${c.var.deps.config.base}contact">${words.newRequest}</a></p>`;
  return plainPage(c, language, { title: words.openTitle, main, status: error ? 422 : 200 });
}
