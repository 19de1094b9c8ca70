import type { Catalogue } from './translate.ts';

/** Words of a step card, asked for beside the code that shows one. */
export const loadGuideMessages = async (locale: string): Promise<Catalogue> =>
  locale === 'de' ? (await import('./guide.de.ts')).messages : (await import('./guide.en.ts')).messages;
