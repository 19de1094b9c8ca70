import * as z from 'zod/mini';

/** A name in URLs and references: lower case letters, digits and single hyphens, at most 80 characters. */
export const slug = z
  .string()
  .check(z.maxLength(80), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower case letters, digits and hyphens'));

/** A BCP 47 language tag as folder name: `en`, `de`, `pt-BR`. */
export const locale = z
  .string()
  .check(z.regex(/^[a-z]{2,3}(?:-[A-Z]{2}|-[A-Z][a-z]{3})?$/, 'expected a tag such as en or pt-BR'));

/** What a reader can open. */
export const documentKind = z.enum(['article', 'faq', 'walkthrough']);
export type DocumentKind = z.infer<typeof documentKind>;

/** `kind:slug`, for example `article:embed-the-widget`: the one way to point at a document in any locale. */
export const documentId = z
  .string()
  .check(
    z.regex(
      /^(?:article|faq|walkthrough):[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'expected a kind and a slug, such as article:embed-the-widget',
    ),
  );
export type DocumentId = `${DocumentKind}:${string}`;

/** A calendar day, `2026-11-22`. */
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as 2026-11-22'));
