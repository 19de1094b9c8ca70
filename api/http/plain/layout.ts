import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { AppContext } from '../env.ts';
import { chooseLanguage, type Language } from './words.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Language of the request: `?locale`, then the browser's. */
export const languageOf = (c: AppContext, asked = c.req.query('locale')): Language =>
  chooseLanguage(asked, c.req.header('accept-language'), c.var.deps.settings.locales);

export interface Page {
  title: string;
  main: Html;
  status?: number;
  /** Path below the base of a script the page loads. */
  script?: string;
}

/**
 * A page that works without JavaScript, styled by `plain.css` of the help center. Every value goes through the template,
 * which escapes it for text and quoted attributes.
 */
export async function plainPage(c: AppContext, { locale, words }: Language, page: Page): Promise<Response> {
  const { config, settings } = c.var.deps;
  const body = await html`<!doctype html>
<html lang="${locale}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${page.title} · ${settings.name}</title>
<link rel="stylesheet" href="${config.base}plain.css">
${page.script ? html`<script src="${config.base}${page.script}"></script>` : ''}
</head>
<body class="plain">
<header class="plain-header"><a class="plain-home" href="${config.base}">${settings.name}</a> <span class="plain-place">${words.helpCenter}</span></header>
<main class="plain-main">
<h1>${page.title}</h1>
${page.main}
</main>
</body>
</html>
`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-language': locale,
  };
  return new Response(body.toString(), { status: page.status ?? 200, headers });
}

/** A sentence that is read out when the page opens. */
export const notice = (text: string | undefined): Html =>
  text ? html`<p class="plain-notice" role="alert">${text}</p>` : html``;

export interface FieldFacts {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** A labelled field; `control` gets the attributes that tie it to its hint and error. */
export function field({ name, label, hint, error }: FieldFacts, control: (attributes: Html) => Html): Html {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const attributes = html`id="${name}" name="${name}"${described ? html` aria-describedby="${described}"` : ''}${error ? html` aria-invalid="true"` : ''}`;
  return html`<div class="plain-field">
<label for="${name}">${label}</label>
${hint ? html`<p class="plain-hint" id="${name}-hint">${hint}</p>` : ''}
${control(attributes)}
${error ? html`<p class="plain-error" id="${name}-error">${error}</p>` : ''}
</div>`;
}
