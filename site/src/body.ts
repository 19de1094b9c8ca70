import { type HtmlOptions, toHtml } from '../../content/compile/html.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import { type DocumentKind, documentId, documentKind } from '../../content/schema/name.ts';
import { base, documentAddress } from './address.ts';
import { translator } from './translate.ts';
import { leadHtml, stepsHtml } from './walkthrough.ts';

/** The text of a document's page. `shelf` is the locale whose readers see it: links stay in it. */
export const bodyHtml = (document: CompiledDocument, shelf: string, now: Date = new Date()): string => {
  const options = htmlOptions(document.locale, shelf);
  return leadHtml(document, { shelf, now }) + toHtml(document.body, options) + stepsHtml(document, options);
};

const htmlOptions = (written: string, shelf: string): HtmlOptions => {
  const t = translator(written);
  return {
    href: (to) => ('href' in to ? to.href : addressOfId(to.document, shelf) + (to.anchor ? `#${to.anchor}` : '')),
    src: (file) => base + file,
    words: { note: t('body.note'), tip: t('body.tip'), warning: t('body.warning'), table: t('body.table') },
  };
};

const addressOfId = (id: string, locale: string): string => {
  const [kind, slug] = splitId(documentId.parse(id));
  return documentAddress(kind, slug, locale);
};

const splitId = (id: string): [DocumentKind, string] => {
  const at = id.indexOf(':');
  return [documentKind.parse(id.slice(0, at)), id.slice(at + 1)];
};
