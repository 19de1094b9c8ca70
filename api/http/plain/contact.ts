import type { Hono } from 'hono';
import type { PageContext } from '../../contract/page-context.ts';
import { redactUrl } from '../../contract/redact.ts';
import { routes } from '../../contract/routes.ts';
import { createTicket as createTicketBody } from '../../contract/ticket.ts';
import { StoreUnavailable } from '../../store/statement.ts';
import type { StoredIssue } from '../../store/store.ts';
import { createTicket } from '../../ticket/create.ts';
import { issueNotice } from '../../ticket/issue/shown.ts';
import { readForm } from '../body.ts';
import type { AppContext, AppEnv } from '../env.ts';
import { hitLimit } from '../limit.ts';
import { comesFromElsewhere, ownOrigin } from '../origin.ts';
import { problem } from '../problem.ts';
import { type ContactForm, type ContactState, contactPage } from './contact-page.ts';
import { makeFormKey, readFormKey } from './form-key.ts';
import { languageOf } from './layout.ts';
import { openRequest } from './request-cookie.ts';
import type { Language, Words } from './words.ts';

/** The contact form for who has no JavaScript. */
export function addContactRoutes(app: Hono<AppEnv>): void {
  app.get(routes.contact, async (c) => {
    const language = languageOf(c);
    const issue = await knownIssue(c, c.req.query('issue') ?? '');
    const known = issue && issueNotice(issue, language.locale, c.var.deps);
    const form: ContactForm = {
      key: await makeFormKey(c.var.deps),
      topic: c.req.query('topic') ?? issue?.topic ?? '',
      message: (c.req.query('message') ?? (known ? language.words.tellMessage(known.title) : '')).slice(0, 10_000),
      issue: issue?.id ?? '',
      name: '',
      address: '',
      from: pagePath(c.req.query('from') ?? ''),
      sendFrom: true,
    };
    return contactPage(c, language, { form, known });
  });

  // Every page of the help center ends in a slash, so people write one here too.
  app.get(`${routes.contact}/`, (c) =>
    c.redirect(c.var.deps.config.base + routes.contact.slice(1) + new URL(c.req.url).search, 301),
  );

  app.post(routes.contact, async (c) => {
    if (comesFromElsewhere(c)) return problem(c, 'origin-not-allowed');
    const read = await readForm(c);
    const empty = (): string => '';
    const value = read.ok ? read.value : empty;
    const language = languageOf(c, value('locale') || undefined);
    if (!read.ok && c.var.problem === 'too-large') {
      const form = { ...readContact(empty), key: await makeFormKey(c.var.deps) };
      return contactPage(c, language, { form, notice: language.words.tooLarge, status: 413 });
    }
    if (!read.ok) return read.response;
    return submit(c, language, { form: readContact(value), website: value('website') });
  });
}

function readContact(value: (name: string) => string): ContactForm {
  return {
    key: value('key'),
    topic: value('topic'),
    // Forms send line ends as CRLF whatever was typed.
    message: value('message').replaceAll('\r\n', '\n'),
    name: value('name').trim(),
    address: value('address').trim(),
    from: pagePath(value('from')),
    sendFrom: value('send-from') === 'yes',
    issue: value('issue').slice(0, 100),
  };
}

type Submitted = { form: ContactForm; website: string };

async function submit(c: AppContext, language: Language, { form, website }: Submitted): Promise<Response> {
  const { deps } = c.var;
  const { words } = language;
  const again = async (state: Omit<ContactState, 'form' | 'known'>, key = form.key) => {
    // Without the store there is still the text, and the page that keeps it.
    const issue = await knownIssue(c, form.issue).catch(() => undefined);
    const known = issue && issueNotice(issue, language.locale, deps);
    return contactPage(c, language, { ...state, known, form: { ...form, key } });
  };

  const key = await readFormKey(deps, form.key);
  // An early form keeps its key: two seconds later it is good. Any other needs a new one.
  if (key.kind === 'early') return again({ notice: words.tooFast, status: 422 });
  if (key.kind !== 'good') return again({ notice: words.tooOld, status: 422 }, await makeFormKey(deps));

  const body = createTicketBody.safeParse({
    topic: form.topic,
    message: form.message,
    context: contextOf(c, form),
    locale: language.locale,
    ...(form.name && { name: form.name }),
    ...(form.address && { address: form.address }),
    ...(form.issue && { issue: form.issue }),
    ...(website && { website: website.slice(0, 200) }),
  });
  if (!body.success) {
    const wrong = new Set(body.error.issues.map((issue) => String(issue.path[0])));
    return again({ notice: words.fieldsWrong, errors: fieldErrors(words, wrong, form), status: 422 });
  }

  try {
    const retryAfterMs = await hitLimit(c, 'tickets');
    if (retryAfterMs !== undefined) {
      return again({ notice: words.rateLimited(Math.ceil(retryAfterMs / 60_000)), status: 429 });
    }
    const outcome = await createTicket(deps, key.id, body.data);
    if (outcome.kind === 'answer') return openRequest(c, outcome.body.capability);
    if (outcome.kind === 'in-flight') return again({ notice: words.inFlight, status: 409 });
    return again({ notice: words.alreadySent, status: 422 }, await makeFormKey(deps));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return again({ notice: words.unavailable, status: 503 });
  }
}

/** The one that is being worked on; whoever comes from an old page writes what they would have written anyway. */
async function knownIssue(c: AppContext, id: string): Promise<StoredIssue | undefined> {
  const issue = id ? await c.var.deps.store.issueById(id) : undefined;
  return issue?.state === 'working' ? issue : undefined;
}

function fieldErrors(words: Words, wrong: Set<string>, form: ContactForm): NonNullable<ContactState['errors']> {
  return {
    ...(wrong.has('topic') && { topic: words.topicMissing }),
    ...(wrong.has('message') && { message: form.message.trim() ? words.messageTooLong : words.messageMissing }),
    ...(wrong.has('name') && { name: words.nameTooLong }),
    ...(wrong.has('address') && { address: words.addressWrong }),
  };
}

const contextOf = (c: AppContext, { from, sendFrom }: ContactForm): PageContext =>
  from && sendFrom ? [{ kind: 'page', id: 'page', url: redactUrl(ownOrigin(c) + from), title: '' }] : [];

/** A path of this site, as the help center's links give it; anything else is left out. */
const pagePath = (text: string): string => (/^\/(?![/\\])[\w\-./~%]{0,300}$/.test(text) ? text : '');
