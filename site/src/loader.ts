import { readFile } from 'node:fs/promises';
import type { Loader } from 'astro/loaders';
import { addressOf } from '../../content/compile/address.ts';
import { headingsOf } from '../../content/compile/headings.ts';
import { type SiteContent, siteContent } from '../../content/compile/site-content.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import { bodyHtml } from './body.ts';
import { company, firstLocale } from './company.ts';

/** One document or category as Astro's store takes it. */
interface Entry {
  id: string;
  data: Record<string, unknown>;
  rendered?: { html: string; metadata: { headings: { depth: number; slug: string; text: string }[] } };
}

/** Fills a collection from what the compile step made of `content/`. Markdown is parsed there and nowhere else. */
const fromCompiled = (name: string, entries: (content: SiteContent) => Entry[]): Loader => ({
  name,
  async load({ config, parseData, store }) {
    const text = await readFile(new URL('../dist/content/documents.json', config.root), 'utf8');
    store.clear();
    for (const { id, data, rendered } of entries(inEveryLocale(siteContent.parse(JSON.parse(text))))) {
      store.set({ id, data: await parseData({ id, data }), body: '', ...(rendered && { rendered }) });
    }
  },
});

/** Every document in every locale, those without a translation in the first locale's words. */
export const documentsLoader = fromCompiled('tierzero-documents', ({ locales }) =>
  locales.flatMap(({ locale, documents, featured }) =>
    documents.map((document) => documentEntry(document, locale, featured.indexOf(document.id) + 1)),
  ),
);

/** Categories that have a document, in order. */
export const categoriesLoader = fromCompiled('tierzero-categories', ({ locales }) =>
  locales.flatMap(({ locale, categories }) =>
    categories.map(({ slug, title, description, order }) => ({
      id: `${locale}/${slug}`,
      data: { shelf: locale, slug, title, description, order },
    })),
  ),
);

/** A locale without a single translation reads the first one's documents under its own addresses. */
const inEveryLocale = ({ locales }: SiteContent): SiteContent => ({
  locales: company.locales.flatMap((tag) => {
    const own = locales.find(({ locale }) => locale === tag) ?? locales[0];
    return own ? [{ ...own, locale: tag }] : [];
  }),
});

const documentEntry = (document: CompiledDocument, shelf: string, featured: number): Entry => {
  const { id, kind, slug, locale, category, type, related, steps, title, description, updated, source } = document;
  const address = addressOf({ kind, slug }, shelf === firstLocale ? '' : shelf);
  return {
    id: address.slice(1, -1),
    data: {
      title,
      description,
      lastUpdated: updated ? new Date(`${updated}T00:00:00Z`) : false,
      editUrl: company.editUrl?.replace('{path}', source) ?? false,
      tableOfContents: kind === 'article' ? { minHeadingLevel: 2, maxHeadingLevel: 3 } : false,
      document: {
        id,
        kind,
        slug,
        locale,
        shelf,
        category,
        related,
        ...(type && { type }),
        ...(steps && { steps: steps.length }),
        ...(featured > 0 && { featured }),
      },
    },
    rendered: { html: bodyHtml(document, shelf), metadata: { headings: headingsOf(document.body) } },
  };
};
