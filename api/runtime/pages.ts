import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fresh } from './fresh.ts';
import { applyHeaders, type HeaderRule, parseHeaders } from './headers-file.ts';
import { type Located, locate, statOf } from './locate.ts';
import { mediaType } from './media-type.ts';
import { parseRedirects, type Redirect } from './redirects-file.ts';

/**
 * Serves the built help center as a static host would: `_headers` and `_redirects` hold here too, so that what is tested
 * here is what a CDN does. Files are read when asked for; a new build shows without a restart.
 */
export function createPages(publicDir: string, base: string): (request: Request) => Promise<Response> {
  const root = resolve(publicDir);
  const rules = fresh<HeaderRule[]>(join(root, '_headers'), [], parseHeaders);
  const redirects = fresh<Map<string, Redirect>>(join(root, '_redirects'), new Map(), parseRedirects);

  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const redirect = (await redirects()).get(pathname);
    if (redirect) return moved(withQuery(redirect.to, search), redirect.status);
    const path = pathname.startsWith(base) ? decode(pathname.slice(base.length)) : undefined;
    const found = path === undefined ? undefined : await locate(root, path);
    if (found === 'folder') return moved(`${pathname}/${search}`, 301);
    // The rules of a file hold under every spelling of its address.
    if (found) return answer(request, found, { rules: await rules(), path: base + found.path, status: 200 });
    const missing = await locate404(root, path ?? '');
    if (!missing) return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } });
    return answer(request, missing, { rules: await rules(), path: base + missing.path, status: 404 });
  };
}

/** A query stands before the fragment. */
const withQuery = (to: string, query: string): string => to.replace(/(?=#)|$/, () => query);

const moved = (to: string, status: number): Response => new Response(null, { status, headers: { location: to } });

/** Nothing for an encoded separator: routing does not see one, so the page would come without what its route adds. */
function decode(path: string): string | undefined {
  if (/%(?:2f|5c)/i.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The page of the language that was asked for, else the first language's. */
async function locate404(root: string, path: string): Promise<Located | undefined> {
  const locale = /^[a-z]{2,3}(?:-[\w-]+)?(?=\/)/i.exec(path)?.[0];
  const places = [...(locale ? [`${locale}/404.html`, `${locale}/404/`] : []), '404.html'];
  for (const place of places) {
    const found = await locate(root, place);
    if (found && found !== 'folder') return found;
  }
  return undefined;
}

interface Answering {
  rules: HeaderRule[];
  /** Path in the address, by which rules match. */
  path: string;
  status: number;
}

async function answer(request: Request, found: Located, { rules, path, status }: Answering): Promise<Response> {
  const packed = acceptsBrotli(request) ? await statOf(`${found.file}.br`) : undefined;
  const { size, modified } = packed ? { size: packed.size, modified: packed.mtimeMs } : found;
  const tag = `"${Math.round(modified).toString(36)}-${size.toString(36)}${packed ? '-br' : ''}"`;
  const headers = new Headers({ 'content-type': mediaType(found.file), etag: tag, vary: 'Accept-Encoding' });
  applyHeaders(headers, rules, path);
  if (packed) headers.set('content-encoding', 'br');
  if (status === 200 && isFresh(request, tag)) return new Response(null, { status: 304, headers });
  headers.set('content-length', String(size));
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const bytes = await readFile(packed ? `${found.file}.br` : found.file);
  // A build may replace the file between the two looks at it.
  headers.set('content-length', String(bytes.byteLength));
  return new Response(new Uint8Array(bytes), { status, headers });
}

const acceptsBrotli = (request: Request): boolean =>
  (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .some((part) => /^\s*br\s*(?:$|;(?!\s*q=0(?:\.0*)?\s*$))/.test(part));

const isFresh = (request: Request, tag: string): boolean =>
  (request.headers.get('if-none-match') ?? '').split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
