import type { APIRoute } from 'astro';
import tokens from '../../../widget/ui/tokens.css?raw';
import plain from '../style/plain.css?raw';

/** The style sheet of pages the API renders, under a name it knows without a build. */
export const GET: APIRoute = () =>
  new Response(`${tokens}\n${plain}`, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
