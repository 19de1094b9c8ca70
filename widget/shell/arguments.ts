import type { DocumentId } from '../../content/schema/name.ts';

/** What a host hands to a verb is unknown until it has been through here. */

export const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

export const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** `article:slug` and the like are taken where a bare slug is meant. */
export const slugOf = (value: unknown): string => (text(value) ?? '').replace(/^(?:article|faq|walkthrough):/, '');

export const isDocumentId = (value: unknown): value is DocumentId =>
  typeof value === 'string' && /^(?:article|faq|walkthrough):[a-z0-9-]+$/.test(value);

/** Words from an address arrive encoded; nobody types `%20` without a space beside it. */
export const decoded = (words: string): string => {
  if (!/%[0-9a-f]{2}/i.test(words) || /\s/.test(words)) return words;
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
};

/** What a verb cannot be given. */
export class Refusal extends TypeError {}

export const refuse = (verb: string, expected: string): never => {
  throw new Refusal(`tierzero('${verb}', …) expects ${expected}`);
};
