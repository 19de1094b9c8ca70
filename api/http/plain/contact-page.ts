import { html } from 'hono/html';
import type { IssueNotice } from '../../contract/ticket.ts';
import type { AppContext } from '../env.ts';
import { field, type Html, notice, plainPage } from './layout.ts';
import type { Language } from './words.ts';

/** What the form holds, as typed. */
export interface ContactForm {
  key: string;
  topic: string;
  message: string;
  name: string;
  address: string;
  /** Path of the page the person came from, and whether it goes along. */
  from: string;
  sendFrom: boolean;
  /** Id of the known issue that the person wants to be told of; empty for anything else. */
  issue: string;
}

export interface ContactState {
  form: ContactForm;
  /** The known issue of the form, as the public reads it. */
  known?: IssueNotice | undefined;
  /** A sentence above the form. */
  notice?: string;
  /** Sentence by field. */
  errors?: Partial<Record<'topic' | 'message' | 'name' | 'address', string>>;
  status?: number;
}

/** The contact form, with everything that was typed still in it. */
export function contactPage(c: AppContext, language: Language, state: ContactState): Promise<Response> {
  const { words, locale } = language;
  const { config } = c.var.deps;
  const { form, known, errors = {} } = state;
  const main = html`<p class="plain-intro">${known ? words.tellIntro : words.contactIntro}</p>
${known ? html`<p class="plain-intro" dir="auto"><strong>${known.title}</strong> ${known.text}</p>` : ''}
${notice(state.notice)}
<form class="plain-form" method="post" action="${config.base}contact" accept-charset="utf-8" novalidate>
<input type="hidden" name="key" value="${form.key}">
<input type="hidden" name="locale" value="${locale}">
${known ? html`<input type="hidden" name="issue" value="${form.issue}">` : ''}
${field({ name: 'topic', label: words.topic, error: errors.topic }, (attributes) => topicField(c, language, form.topic, attributes))}
${field(
  { name: 'message', label: words.message, hint: words.messageHint, error: errors.message },
  // The newline after the tag is dropped by the parser; without it, a first empty line of the text would be.
  (attributes) => html`<textarea ${attributes} rows="8" maxlength="10000" required>
${form.message}</textarea>`,
)}
${field(
  { name: 'name', label: `${words.name} (${words.optional})`, error: errors.name },
  (attributes) => html`<input ${attributes} type="text" autocomplete="name" maxlength="100" value="${form.name}">`,
)}
${field(
  { name: 'address', label: `${words.address} (${words.optional})`, hint: words.addressHint, error: errors.address },
  (attributes) => html`<input ${attributes} type="email" autocomplete="email" maxlength="254" value="${form.address}">`,
)}
<div hidden><label>${words.leaveEmpty} <input type="text" name="website" tabindex="-1" autocomplete="off"></label></div>
${fromField(language, form)}
<button class="plain-button" type="submit">${words.send}</button>
</form>`;
  return plainPage(c, language, { title: words.contactTitle, main, status: state.status ?? 200 });
}

function topicField(c: AppContext, { locale, words }: Language, chosen: string, attributes: Html): Html {
  const { topics, locales } = c.var.deps.settings;
  const title = (titles: Record<string, string>) => titles[locale] ?? titles[locales[0] ?? ''] ?? '';
  return html`<select ${attributes} required>
<option value="">${words.chooseTopic}</option>
${topics.map(
  (
    topic,
  ) => html`<option value="${topic.id}"${topic.id === chosen ? html` selected` : ''}>${title(topic.title) || topic.id}</option>
`,
)}</select>`;
}

/** The one thing that goes along with the words, shown, and sent only while it is ticked. */
function fromField({ words }: Language, form: ContactForm): Html {
  if (!form.from) return html``;
  return html`<input type="hidden" name="from" value="${form.from}">
<p class="plain-check"><label><input type="checkbox" name="send-from" value="yes"${form.sendFrom ? html` checked` : ''}> ${words.alsoSends} <code>${form.from}</code></label></p>`;
}
