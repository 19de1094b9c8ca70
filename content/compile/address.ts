import type { DocumentKind } from '../schema/name.ts';

const folders: Record<DocumentKind, string> = { article: 'articles', faq: 'faqs', walkthrough: 'walkthroughs' };

/** Path of a document's page below the site's base, with a slash at both ends. `locale` is empty for the default one. */
export function addressOf(document: { kind: DocumentKind; slug: string }, locale: string): string {
  return `/${locale ? `${locale}/` : ''}${folders[document.kind]}/${document.slug}/`;
}
