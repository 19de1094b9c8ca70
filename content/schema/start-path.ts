import * as z from 'zod/mini';
import { faultless } from './fault.ts';

/** Ends an attribute, or is another address to a browser than it looks. */
const unsafe = /[\s\p{Cc}"'<>\\`]/u;

function faultOf(path: string): string | undefined {
  if (!path.startsWith('/')) return 'expected a path such as /billing/';
  if (path.startsWith('//')) return 'expected a path of your application: what begins with // is another site';
  if (path.includes('#')) return 'expected a path without #: a page is known by its path';
  if (path.includes('*')) return 'expected the path of one page, without *';
  const [sign] = unsafe.exec(path) ?? [];
  if (sign === undefined) return undefined;
  if (sign === '\\') return 'expected / in the place of \\';
  const encoded = sign === "'" ? '%27' : encodeURIComponent(sign);
  return `expected a path as the address bar has it, with ${encoded} in the place of ${JSON.stringify(sign)}`;
}

/** Path of a page of the host application, also with a query: `/billing/?tab=open`. */
export const startPath = z.string().check(faultless(faultOf));

/** What a page is known by: the path alone, as the browser has it. */
export const pathnameOf = (start: string): string => new URL(`https://app.example${start}`).pathname;
