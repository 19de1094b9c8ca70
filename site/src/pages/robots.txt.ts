import type { APIRoute } from 'astro';
import { base } from '../address.ts';

/** The request page and the desk are for people who have a link; their addresses say nothing to a search engine. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    [
      'User-agent: *',
      'Disallow: /request',
      'Disallow: /desk',
      'Disallow: /api/',
      '',
      `Sitemap: ${new URL(`${base}sitemap.xml`, site).href}`,
      '',
    ].join('\n'),
  );
