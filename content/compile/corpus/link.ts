import type { Block, Inline, LinkTarget } from '../../schema/tree.ts';
import { mapInlines } from './map-inlines.ts';

/** Stands for the help center itself where a corpus gives addresses without an origin. */
const own = 'https://corpus.invalid';

/**
 * The address of a link as one article alone decides it: whole, or an anchor of its own. `undefined` for what no tree may
 * hold (`javascript:`, `http:`). Whether it leads to another article is known once all are read (`settleLinks`).
 */
export function addressIn(articleUrl: string, url: string): string | undefined {
  if (/^#./.test(url)) return url;
  const base = URL.canParse(articleUrl, own) ? new URL(articleUrl, own) : new URL(own);
  if (url === '' || url === '#' || !URL.canParse(url, base)) return undefined;
  // SECURITY: judged by the parsed scheme, since browsers ignore tabs and line ends inside `java\nscript:`.
  const address = new URL(url, base);
  return address.protocol === 'https:' || address.protocol === 'mailto:' ? address.href : undefined;
}

/** By what two addresses of one page are the same. */
export function pageKey(url: string): string | undefined {
  if (!URL.canParse(url, own)) return undefined;
  const { origin, pathname } = new URL(url, own);
  return origin + pathname.replace(/(?:\/|\.mdx?|\.html?)$/, '');
}

export interface LinkSettling {
  /** The document of a page of the corpus. */
  documentOf(key: string): string | undefined;
  /** Anchors of a document of the corpus. */
  anchorsOf(document: string): ReadonlySet<string>;
  /** Anchors of the article at hand. */
  anchors: ReadonlySet<string>;
}

/** Addresses of all links in a body that has just been read. */
export function linksOf(body: readonly Block[]): string[] {
  const links: string[] = [];
  mapInlines(body, (inline) => {
    if (typeof inline !== 'string' && inline.tag === 'a' && 'href' in inline.to) links.push(inline.to.href);
    return [inline];
  });
  return links;
}

/** The body with links to where they were found to lead; what leads nowhere becomes its text. */
export const settleLinks = (body: readonly Block[], targets: ReadonlyMap<string, LinkTarget | undefined>): Block[] =>
  mapInlines(body, (inline): Inline[] => {
    if (typeof inline === 'string' || inline.tag !== 'a' || !('href' in inline.to)) return [inline];
    const to = targets.get(inline.to.href);
    return to ? [{ ...inline, to }] : inline.children;
  });

/** Where the address of a link leads: to another article of the corpus, out of it, or nowhere. */
export function targetOf(href: string, at: LinkSettling): LinkTarget | undefined {
  if (href.startsWith('#')) return at.anchors.has(href.slice(1)) ? { href } : undefined;
  const key = pageKey(href);
  const document = key && at.documentOf(key);
  if (!document) return href.startsWith(`${own}/`) ? undefined : { href };
  const anchor = decoded(new URL(href).hash.slice(1));
  return { document, ...(at.anchorsOf(document).has(anchor) && { anchor }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
