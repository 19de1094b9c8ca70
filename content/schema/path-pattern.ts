import * as z from 'zod/mini';
import { faultless } from './fault.ts';

function faultOf(pattern: string): string | undefined {
  if (!/^\/\S*$/.test(pattern)) return 'expected a path such as /billing/**';
  if (/[?#]/.test(pattern)) return 'expected a path without ? and #: a page is known by its path';
  const segments = pattern.split('/');
  if (segments.some((segment) => /\*/.test(segment) && !/^\*\*?$/.test(segment)))
    return 'expected * for a whole segment, ** for any rest';
  if (segments.slice(0, -1).includes('**')) return 'expected ** at the end alone; * stands for one segment';
  const encoded = new URL(`https://app.example${pattern}`).pathname;
  return encoded === pattern ? undefined : `expected the path as browsers have it: ${encoded}`;
}

/** Paths of the host application: `/billing/**`; `*` stands for one segment, `**` for any rest. */
export const pathPattern = z.string().check(faultless(faultOf));
