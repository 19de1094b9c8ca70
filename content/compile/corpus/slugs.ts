import { createHash } from 'node:crypto';
import { slugOf } from '../../search/slug.ts';

/** As in content/schema/name.ts. */
const longest = 80;
const hashLength = 6;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, hashLength);

/** The end of a path says more than its start, so that stays; the hash makes up for what is cut. */
function slugOfId(id: string): string {
  const slug = slugOf(id);
  if (slug !== '' && slug.length <= longest) return slug;
  const end = slug.slice(-(longest - hashLength - 1)).replace(/^[^-]*-/, '');
  return `${end || 'article'}-${hashOf(id)}`;
}

/**
 * A slug for each id. It follows from the id alone, but for ids that come to the same slug: all but the first of them in
 * the order of letters get a hash of the id.
 */
export function slugsOf(ids: readonly string[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of [...ids].sort()) {
    const slug = slugOfId(id);
    const own = taken.has(slug) ? `${slug.slice(0, longest - hashLength - 1).replace(/-$/, '')}-${hashOf(id)}` : slug;
    taken.add(own);
    slugs.set(id, own);
  }
  return slugs;
}
