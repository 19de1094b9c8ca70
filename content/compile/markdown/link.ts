import { posix } from 'node:path';
import type { LinkTarget } from '../../schema/tree.ts';
import { placeOf } from '../source.ts';
import type { Reading } from './reading.ts';

/** A link as it goes into the tree; `file` is the source file of a linked document. */
export type ReadLink = { ok: true; to: LinkTarget; file?: string } | { ok: false; hint: string };

/** What may stand in a link, for the error message. */
export const linkForms = 'a source file (../writing/x.md#section), #section, https:// or mailto:';

/** Reads the address of a link that stands in `from`. */
export function readLink(url: string, from: Reading['source']): ReadLink {
  if (url.startsWith('#')) {
    return url.length > 1
      ? { ok: true, to: { href: url }, file: from.file }
      : { ok: false, hint: 'name the section after the #' };
  }
  if (url.startsWith('/')) {
    return { ok: false, hint: 'link to the source file; the address on the site is made from it' };
  }
  // SECURITY: the scheme is taken from the parsed address, since browsers ignore tabs and line ends inside `java\nscript:`.
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol === 'https:' || address?.protocol === 'mailto:')
    return { ok: true, to: { href: address.href } };
  if (address?.protocol === 'http:') {
    return { ok: false, hint: 'use https:, or put an address that is only an example into `backticks`' };
  }
  if (address) return { ok: false, hint: `${address.protocol} is not allowed` };
  return documentLink(url, from);
}

function documentLink(url: string, from: Reading['source']): ReadLink {
  const [path = '', anchor] = url.split('#', 2);
  const file = posix.join(posix.dirname(from.file), path);
  const placed = placeOf(file);
  if (placed.is === 'internal' && placeOf(from.file).is !== 'internal') {
    const hint =
      'internal articles are for agents alone: who reads this one cannot open it, so say here what they may know';
    return { ok: false, hint };
  }
  if (placed.is !== 'document' && placed.is !== 'internal') {
    const bare = !/\.\w+$/.test(path);
    return {
      ok: false,
      hint: bare ? 'name the file with its ending, .md or .yaml' : 'link to an article, FAQ or walkthrough',
    };
  }
  if (placed.source.locale !== from.locale) {
    return { ok: false, hint: `link inside ${from.locale}/; a missing translation falls back to the default locale` };
  }
  return { ok: true, to: { document: placed.source.id, ...(anchor && { anchor }) }, file };
}
