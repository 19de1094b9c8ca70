import type { Catalogue } from './translate.ts';

/** Words around a document, asked for beside the code that shows one. */
export const loadReadingMessages = async (locale: string): Promise<Catalogue> =>
  locale === 'de' ? (await import('./reading.de.ts')).messages : (await import('./reading.en.ts')).messages;
