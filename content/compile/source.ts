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

/** What a file below `content/<locale>/` or `content/routing/` is, by its path alone. */
export type Placed =
  | { is: 'document'; source: Source }
  | { is: 'category'; locale: string; slug: string }
  | { is: 'picture' }
  | { is: 'routing' }
  | { is: 'hidden' }
  | { is: 'misplaced'; expected: string; hint?: string };

const places =
  'articles/<category>/<slug>.md, articles/<category>/_category.yaml, faqs/<slug>.md or walkthroughs/<slug>.yaml';
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
  if (/\.(?:png|jpe?g|gif|webp)$/i.test(name)) return { is: 'picture' };

  if (folder === 'articles' && rest.length === 2) return articlePlace(file, locale, rest[0]!);
  if (folder === 'faqs' && rest.length === 1) return documentPlace(file, locale, 'faq');
  if (folder === 'walkthroughs' && rest.length === 1) return documentPlace(file, locale, 'walkthrough');
  return misplaced(`a file in ${places}`, endings[endingOf(name)]);
}

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
  const name = file.slice(file.lastIndexOf('/') + 1);
  const ending = endingOf(name);
  const expected = kind === 'walkthrough' ? 'yaml' : 'md';
  if (ending !== expected)
    return misplaced(`a file ending in .${expected}, or a PNG, JPEG, GIF or WebP picture`, endings[ending]);
  const slug = name.slice(0, -expected.length - 1);
  if (!isName(slug)) return misplaced('a name of lower case letters, digits and hyphens, at most 80');
  return { is: 'document', source: { file, locale, kind, slug, id: `${kind}:${slug}` } };
}
