import type { Catalogue } from './translate.ts';

/** Words around results, asked for beside the code that shows them. */
export const loadSearchMessages = async (locale: string): Promise<Catalogue> =>
  locale === 'de' ? (await import('./search.de.ts')).messages : (await import('./search.en.ts')).messages;
