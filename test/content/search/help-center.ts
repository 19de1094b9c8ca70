import { buildIndex } from '../../../content/search/build.ts';
import { createEngine, type Engine } from '../../../content/search/engine.ts';
import type { IndexFields, IndexHead, IndexSource } from '../../../content/search/index-source.ts';
import { openIndex, type SearchIndex } from '../../../content/search/reader.ts';

/** A document by the texts that matter to a test. */
interface Texts extends Partial<IndexFields> {
  title: string;
  /** A first section without heading. */
  body?: string;
  /** Sections of which only the heading matters. */
  headings?: string[];
  prior?: number;
  /** Groups of readers it is for. */
  audience?: string[];
}

const source = (slug: string, { prior, audience, body = '', headings = [], ...texts }: Texts): IndexSource => ({
  record: {
    id: `article:${slug}`,
    kind: 'article',
    slug,
    category: 'basics',
    title: texts.title,
    description: texts.description ?? '',
    file: `tz/${slug}.txt`,
    ...(audience ? { audience } : {}),
  },
  fields: {
    keywords: [],
    description: '',
    sections: [{ text: body }, ...headings.map((heading) => ({ heading, text: '' }))],
    ...texts,
  },
  ...(prior === undefined ? {} : { prior }),
});

/** A small help center to ask. */
export const sources: IndexSource[] = [
  source('change-password', {
    title: 'Change your password',
    description: 'Open your profile, choose Security, and type the new password twice.',
    keywords: ['credentials', 'I forgot how to sign in'],
    headings: ['Before you start', 'When the link has expired'],
    body: 'The link in the message works for one hour. Passwords have at least twelve characters.',
  }),
  source('export-invoices', {
    title: 'Export invoices as a file',
    description: 'Every invoice of a year can be exported as CSV or PDF.',
    headings: ['Choose the period'],
    body: 'Open Billing and choose Export. The file arrives by mail. Invoices stay there for ten years.',
  }),
  source('embed-the-widget', {
    title: 'Embed the widget',
    description: 'One script tag puts the help button on every page.',
    body: 'Set data-base when the files are on another host. The file tierzero.js is the loader. getToken signs the reader in.',
  }),
  source('connection-refused', {
    title: 'The page says ERR_CONNECTION_REFUSED',
    description: 'Nothing listens on the port: start the server again.',
    body: 'Restart it, then open the page again. The setup takes a minute.',
  }),
  source('cancel-subscription', {
    title: 'Cancel a subscription',
    description: 'A cancelled plan runs until the end of the month that is paid.',
    body: 'Open Billing, choose the plan, then Cancel. Cancelling deletes nothing; invoices remain.',
  }),
  source('set-up-mail', {
    title: 'Set up mail',
    description: 'Messages can leave by your own server.',
    body: 'Log in to the server and add a record for Zürich and for Straße. The invoice address is separate.',
  }),
];

export const head: IndexHead = { locale: 'en', categories: [], aliases: {} };
export const indexBytes = (): Uint8Array<ArrayBuffer> => buildIndex(head, sources);

/** An index that is expected to open. */
export function opened(bytes: Uint8Array<ArrayBuffer>): SearchIndex {
  const result = openIndex(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.index;
}

export const engineOf = (documents: readonly IndexSource[] = sources, more: Partial<IndexHead> = {}): Engine =>
  createEngine(opened(buildIndex({ ...head, ...more }, documents)));

export { source };
