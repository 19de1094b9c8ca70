import type { Catalogue } from './translate.ts';

/**
 * Words of contact, requests and the context card. Asked for beside their code, so that both arrive together; a locale
 * without its own reads English.
 */
export const loadEscalationMessages = async (locale: string): Promise<Catalogue> =>
  locale.split('-', 1)[0] === 'de'
    ? (await import('./escalation.de.ts')).messages
    : (await import('./escalation.en.ts')).messages;
