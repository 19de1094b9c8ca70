import { localeIn } from '../../content/schema/beginning.ts';

/** The widget on the desk's own page. Its tag waits in a template until the desk can be used. */

const start = '#tierzero=';

/** `#tierzero=…` is for the widget, and no token: what it shall open. */
export const isForHelp = (hash: string): boolean => hash.startsWith(start);

/** The language that a walkthrough in the address was read in, so that desk and card speak the same one. */
export const languageIn = (hash: string): string | undefined =>
  isForHelp(hash) ? localeIn(hash.slice(start.length)) : undefined;

/**
 * Puts the tag into the page, once: it reads the page's language and the address as they are now.
 * A script that comes out of a template needs no policy of Trusted Types: its address was written by the build.
 */
export const bringHelp = (): void => {
  const template = document.querySelector<HTMLTemplateElement>('template[data-help]');
  if (template) document.body.append(template.content);
};
