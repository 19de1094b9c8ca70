import type { CompiledDocument } from '../../../content/schema/document.ts';

/** An article with a body. */
export const document = (body: CompiledDocument['body'], more: Partial<CompiledDocument> = {}): CompiledDocument => ({
  id: 'article:a-page',
  kind: 'article',
  slug: 'a-page',
  locale: 'en',
  category: 'basics',
  title: 'A page',
  description: 'What it says in a sentence.',
  updated: '2026-11-22',
  related: [],
  body,
  source: 'en/articles/basics/a-page.md',
  ...more,
});
