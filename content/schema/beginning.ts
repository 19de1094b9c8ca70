/** A walkthrough that leads a page, as far as its beginning has to know it. */
interface Led {
  /** Address of the application, or a path of the origin that links to it. */
  app: string;
  /** Path in the application. */
  start: string;
  slug: string;
  /** In which it is read, and is to be gone through. */
  locale: string;
}

/** The language that `de/slug`, the end of such an address, asks for. */
export const localeIn = (reference: string): string | undefined =>
  /^(?:walkthrough:)?([a-z]{2,3}(?:-[a-z0-9]+)*)\//i.exec(reference)?.[1];

/** Address that begins it in its application. The help center and the widget lead to the same one. */
export const beginning = ({ app, start, slug, locale }: Led): string => {
  // Of what was written only a path and a query are taken: it can lead to no other origin.
  const { pathname, search } = new URL(start, 'https://app.invalid');
  return `${app.replace(/\/+$/, '')}${pathname}${search}#tierzero=walkthrough:${locale}/${slug}`;
};
