import type { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import { addMessage as addMessageBody } from '../../contract/ticket.ts';
import { hashOf, randomToken } from '../../secrets.ts';
import { issueNotice } from '../../ticket/issue/shown.ts';
import { addMessage } from '../../ticket/reply.ts';
import { readForm } from '../body.ts';
import type { AppContext, AppEnv } from '../env.ts';
import { hitLimit, limit } from '../limit.ts';
import { comesFromElsewhere } from '../origin.ts';
import { problem } from '../problem.ts';
import { languageOf } from './layout.ts';
import { forgetRequest, openRequest, readRequestCookie, requestPath } from './request-cookie.ts';
import { openPage, type RequestState, requestPage } from './request-page.ts';
import type { Words } from './words.ts';

/** Where JavaScript runs, the page of the help center takes over: it reads the link's fragment and stays current. */
const liveScript = "if (/^#[\\w-]{43}$/.test(location.hash)) location.replace('?live' + location.hash);\n";

/** The request page for who has no JavaScript; without its cookie, the built page answers. */
export function addRequestPageRoutes(app: Hono<AppEnv>): void {
  const { request } = routes;

  app.on('GET', [request, `${request}/`], limit('reads'), async (c) => {
    const capability = c.req.query('live') === undefined ? readRequestCookie(c) : undefined;
    const page = capability && (await showThread(c, capability, {}));
    if (page) return page;
    // The cookie goes onto an answer that is there already: Hono drops headers set ahead of a Response made elsewhere.
    c.res = await builtPage(c);
    if (capability) forgetRequest(c);
    return c.res;
  });

  app.post(request, async (c) => {
    if (comesFromElsewhere(c)) return problem(c, 'origin-not-allowed');
    const capability = readRequestCookie(c);
    if (!capability) return c.redirect(`${requestPath(c)}/open`, 303);
    const form = await readForm(c);
    if (!form.ok) return form.response;
    return reply(c, capability, { key: form.value('key'), text: form.value('text').replaceAll('\r\n', '\n') });
  });

  app.get(`${request}/open`, (c) => openPage(c, languageOf(c)));
  app.post(`${request}/open`, limit('reads'), async (c) => {
    if (comesFromElsewhere(c)) return problem(c, 'origin-not-allowed');
    const form = await readForm(c);
    if (!form.ok) return form.response;
    const capability = /(?:^|#)([\w-]{43})$/.exec(form.value('link').trim())?.[1];
    const known = capability && (await c.var.deps.store.threadByCapability(await hashOf(capability)));
    const language = languageOf(c);
    return capability && known ? openRequest(c, capability) : openPage(c, language, language.words.linkUnknown);
  });

  app.post(`${request}/forget`, (c) => {
    if (comesFromElsewhere(c)) return problem(c, 'origin-not-allowed');
    forgetRequest(c);
    return c.redirect(c.var.deps.config.base, 303);
  });

  app.get(`${request}/live.js`, (c) =>
    c.body(liveScript, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }),
  );
}

const builtPage = (c: AppContext): Response | Promise<Response> =>
  c.var.deps.pages?.(c.req.raw) ?? problem(c, 'not-found');

/** Nothing when no ticket has this capability. */
async function showThread(
  c: AppContext,
  capability: string,
  state: Pick<Partial<RequestState>, 'key' | 'text' | 'notice' | 'error' | 'status'>,
): Promise<Response | undefined> {
  const { store, random } = c.var.deps;
  const thread = await store.threadByCapability(await hashOf(capability));
  if (!thread) return undefined;
  // Without a choice in the address, the language the request was written in.
  const language = languageOf(c, c.req.query('locale') ?? thread.ticket.locale);
  const { issue: id, locale } = thread.ticket;
  const known = id === undefined ? undefined : await store.issueById(id);
  const issue = known && issueNotice(known, locale, c.var.deps);
  return requestPage(c, language, { key: randomToken(random), ...state, thread, capability, issue });
}

async function reply(c: AppContext, capability: string, { key, text }: { key: string; text: string }) {
  const again = async (state: Parameters<typeof showThread>[2]) =>
    (await showThread(c, capability, { text, ...state })) ?? problem(c, 'capability-unknown');
  const sameKey = /^[\w-]{43}$/.test(key) ? { key } : {};

  const body = addMessageBody.safeParse({ text });
  if (!body.success) {
    const error = (words: Words) => (text.trim() ? words.messageTooLong : words.messageMissing);
    return again({ ...sameKey, error, notice: (words) => words.fieldsWrong, status: 422 });
  }
  const retryAfterMs = await hitLimit(c, 'messages');
  if (retryAfterMs !== undefined) {
    return again({ ...sameKey, notice: (words) => words.rateLimited(Math.ceil(retryAfterMs / 60_000)), status: 429 });
  }
  if (!('key' in sameKey)) return again({ notice: (words) => words.tooOld, status: 422 });
  const outcome = await addMessage(c.var.deps, capability, { key, text });
  if (outcome.kind === 'answer') return c.redirect(requestPath(c), 303);
  if (outcome.kind === 'in-flight') return again({ ...sameKey, notice: (words) => words.inFlight, status: 409 });
  if (outcome.code === 'conflict') return again({ notice: (words) => words.closed, status: 409 });
  return again({ notice: (words) => words.alreadySent, status: 422 });
}
