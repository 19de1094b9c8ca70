import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { addressOf } from '../../content/compile/address.ts';
import { documentKind, locale, slug } from '../../content/schema/name.ts';
import type { Places } from './places.ts';

/** Folders and their outputs, as `npm run build -- --content DIR --out DIR` names them. */
export interface OtherContent {
  content: string;
  out: string;
}

/** Places of a build that shows content compiled elsewhere; pages and widget are those of our own help center. */
export function placesOf(
  { content, out }: OtherContent,
  own: Places,
): { ok: true; places: Places } | { ok: false; errors: string[] } {
  const compiled = resolve(own.root, content);
  const missing = ['manifest.json', 'routing.json'].find((name) => !existsSync(join(compiled, name)));
  if (missing) {
    const mend = `compile it first, for example with npm run compile -- --corpus FILE.jsonl --out ${content}`;
    return { ok: false, errors: [`${content} holds no compiled content (${missing} is missing): ${mend}`] };
  }
  const folder = resolve(own.root, out);
  const places = {
    ...own,
    out: folder,
    content: compiled,
    public: join(folder, 'public'),
    team: join(folder, 'team'),
    stamps: join(folder, 'stamps.json'),
    releases: join(folder, 'releases.json'),
    documents: 'widget' as const,
  };
  return { ok: true, places };
}

/** What is not about our own content: the search page and its offline reader, the host page, the configurator, desk, requests, their files. */
const shared = /^(?:_astro|configure|desk|example|offline|request|search)\/|^(?:404\.html|plain\.css|favicon\.\w+)$/;
export const isShared = (path: string): boolean => shared.test(path);

const siteDocuments = z.object({
  locales: z.array(z.object({ locale, documents: z.array(z.object({ kind: documentKind, slug })) })),
});

/**
 * Lines of `_redirects` for content without pages: every document's address opens it in the widget on the host page, and
 * the start leads to the search.
 */
export async function widgetRedirects({ content, base }: Places): Promise<string> {
  const { locales } = siteDocuments.parse(JSON.parse(await readFile(join(content, 'documents.json'), 'utf8')));
  const lines = locales.flatMap(({ locale, documents }, place) =>
    documents.flatMap((document) => {
      const from = base + addressOf(document, place === 0 ? '' : locale).slice(1);
      const verb = document.kind === 'walkthrough' ? 'walkthrough' : 'article';
      const to = `${base}example/#tierzero=${verb}:${document.slug}`;
      return [`${from.slice(0, -1)} ${to} 302`, `${from} ${to} 302`];
    }),
  );
  return [`${base} ${base}search/ 302`, ...lines].map((line) => `${line}\n`).join('');
}
