import type { InternalId } from '../schema/internal.ts';
import { type DocumentId, type DocumentKind, locale as localeName, slug as slugName } from '../schema/name.ts';

/** A document's place: everything that its path says of it. */
export interface Source {
  /** Below the content folder, with forward slashes. */
  file: string;
  locale: string;
  kind: DocumentKind;
  slug: string;
  id: DocumentId;
  /** An article's folder; FAQs and walkthroughs name theirs in the file. */
  category?: string;
}

/** The place of an internal article. Another type than `Source`, so that none gets among what is published. */
export interface InternalSource {
  file: string;
  locale: string;
  slug: string;
  id: InternalId;
}

/** The place of a saved reply. */
export interface ReplySource {
  file: string;
  locale: string;
  slug: string;
}

/** What a file below `content/<locale>/` or `content/routing/` is, by its path alone. */
export type Placed =
  | { is: 'document'; source: Source }
  | { is: 'internal'; source: InternalSource }
  | { is: 'reply'; source: ReplySource }
  | { is: 'category'; locale: string; slug: string }
  | { is: 'checklist'; locale: string; slug: string }
  | { is: 'picture' }
  | { is: 'routing' }
  | { is: 'hidden' }
  | { is: 'misplaced'; expected: string; hint?: string };

const places =
  'articles/<category>/<slug>.md, articles/<category>/_category.yaml, faqs/<slug>.md, walkthroughs/<slug>.yaml, checklists/<slug>.yaml, internal/<slug>.md or replies/<slug>.md';
const endings: Record<string, string> = {
  mdx: 'articles are plain Markdown: rename it to .md',
  markdown: 'rename it to .md',
  yml: 'rename it to .yaml',
  svg: 'SVG can carry scripts: export the picture as PNG or WebP',
};

/** What decides where requests go; all of them, or none. */
export const routingFiles: readonly string[] = ['groups', 'rules', 'sla-policies', 'business-hours'].map(
  (name) => `routing/${name}.yaml`,
);

const isName = (text: string) => slugName.safeParse(text).success;
const misplaced = (expected: string, hint?: string): Placed => ({ is: 'misplaced', expected, ...(hint && { hint }) });

/** Reads a path below the content folder. */
export function placeOf(file: string): Placed {
  const [locale = '', folder = '', ...rest] = file.split('/');
  const name = rest.at(-1) ?? folder;
  if (name.startsWith('.')) return { is: 'hidden' };
  if (locale === 'routing') return routingPlace(file, endingOf(name));
  if (!localeName.safeParse(locale).success) return misplaced('a folder named by its locale, such as en or pt-BR');
  const isForAgents = folder === 'internal' || folder === 'replies';
  if (isPicture(name))
    return isForAgents ? misplaced(`text alone in ${folder}/`, 'pictures are served to everybody') : { is: 'picture' };

  if (folder === 'articles' && rest.length === 2) return articlePlace(file, locale, rest[0]!);
  if (folder === 'faqs' && rest.length === 1) return documentPlace(file, locale, 'faq');
  if (folder === 'walkthroughs' && rest.length === 1) return documentPlace(file, locale, 'walkthrough');
  if (folder === 'checklists' && rest.length === 1) {
    const named = slugOf(file, 'yaml');
    return typeof named === 'string' ? { is: 'checklist', locale, slug: named } : named;
  }
  if (folder === 'internal' && (rest.length === 1 || rest.length === 2)) return internalPlace(file, locale, rest);
  if (folder === 'replies' && rest.length === 1) {
    const named = slugOf(file, 'md');
    return typeof named === 'string' ? { is: 'reply', source: { file, locale, slug: named } } : named;
  }
  return misplaced(`a file in ${places}`, endings[endingOf(name)]);
}

const isPicture = (name: string) => /\.(?:png|jpe?g|gif|webp)$/i.test(name);
const endingOf = (name: string) => (name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '');

function routingPlace(file: string, ending: string): Placed {
  if (routingFiles.includes(file)) return { is: 'routing' };
  return misplaced(routingFiles.join(', '), ending === 'yml' ? endings[ending] : undefined);
}

function articlePlace(file: string, locale: string, category: string): Placed {
  if (!isName(category)) return misplaced('a category folder of lower case letters, digits and hyphens');
  if (file.endsWith('/_category.yaml')) return { is: 'category', locale, slug: category };
  const placed = documentPlace(file, locale, 'article');
  return placed.is === 'document' ? { is: 'document', source: { ...placed.source, category } } : placed;
}

function documentPlace(file: string, locale: string, kind: DocumentKind): Placed {
  const slug = slugOf(file, kind === 'walkthrough' ? 'yaml' : 'md');
  if (typeof slug !== 'string') return slug;
  return { is: 'document', source: { file, locale, kind, slug, id: `${kind}:${slug}` } };
}

/** A folder in between only keeps order among many. */
function internalPlace(file: string, locale: string, [folder = '', name]: readonly string[]): Placed {
  if (name !== undefined && !isName(folder)) return misplaced('a folder of lower case letters, digits and hyphens');
  const slug = slugOf(file, 'md');
  if (typeof slug !== 'string') return slug;
  return { is: 'internal', source: { file, locale, slug, id: `internal:${slug}` } };
}

/** The name of a file without its ending, or what is wrong with it. */
function slugOf(file: string, expected: 'md' | 'yaml'): string | Placed {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const ending = endingOf(name);
  if (ending !== expected)
    return misplaced(`a file ending in .${expected}, or a PNG, JPEG, GIF or WebP picture`, endings[ending]);
  const slug = name.slice(0, -expected.length - 1);
  return isName(slug) ? slug : misplaced('a name of lower case letters, digits and hyphens, at most 80');
}
