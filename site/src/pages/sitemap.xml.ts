import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { categoryAddress, documentAddress, page } from '../address.ts';
import { company } from '../company.ts';
import { shelf } from '../shelf.ts';

/** Home, categories and documents of every locale; a document that is not translated counts in its own language only. */
export const GET: APIRoute = async ({ site }) => {
  const entries = await getCollection('docs');
  const documents = entries.flatMap(({ data: { document, lastUpdated } }) =>
    document && document.shelf === document.locale
      ? [{ path: documentAddress(document.kind, document.slug, document.locale), day: dayOf(lastUpdated) }]
      : [],
  );
  const lists = await Promise.all(
    company.locales.map(async (locale) => {
      const { categories } = await shelf(locale);
      return [page('', locale), ...categories.map(({ slug }) => categoryAddress(slug, locale))];
    }),
  );
  const urls = [...lists.flat().map((path) => ({ path, day: undefined })), ...documents].map(({ path, day }) => {
    const changed = day ? `<lastmod>${day}</lastmod>` : '';
    return `<url><loc>${new URL(path, site).href}</loc>${changed}</url>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
};

const dayOf = (date: Date | boolean | undefined): string | undefined =>
  date instanceof Date ? date.toISOString().slice(0, 10) : undefined;
