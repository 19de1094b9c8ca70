import { defineMiddleware } from 'astro:middleware';

/**
 * Starlight writes `data-theme="dark"` on every page and counts on a script to correct it. Without JavaScript the
 * reader's system decides here, so the page says `auto` from the start.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(html.replace(/(<html[^>]* data-theme=)"dark"/, '$1"auto"'), response);
});
