import { company, firstLocale } from './company.ts';

/** One path for each locale, for pages below `[...locale]`; the first locale has no folder. */
export const localePaths = () =>
  company.locales.map((locale) => ({
    params: { locale: locale === firstLocale ? undefined : locale },
    props: { locale },
  }));
