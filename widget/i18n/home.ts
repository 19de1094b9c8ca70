import type { Catalogue } from './translate.ts';

/** Words of the first screen below its field, asked for beside the code that shows it. */
export const loadHomeMessages = async (locale: string): Promise<Catalogue> =>
  locale === 'de' ? (await import('./home.de.ts')).messages : (await import('./home.en.ts')).messages;
