import type { Catalogue } from './translate.ts';

/** Words of the inspector, asked for beside its code. */
export const loadInspectorMessages = async (locale: string): Promise<Catalogue> =>
  locale === 'de' ? (await import('./inspector.de.ts')).messages : (await import('./inspector.en.ts')).messages;
