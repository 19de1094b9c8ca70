import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { addressOf } from '../../../widget/ui/address.ts';
import type { DeskKit } from '../kit.ts';

/** Page of a document for who asks: in the request's language, where the help center has that. */
export const pageOf = (
  { base, locales }: Pick<DeskKit, 'base' | 'locales'>,
  locale: string,
  record: Pick<SearchRecord, 'kind' | 'slug'>,
): string => {
  const known =
    locales.find((one) => one === locale) ??
    locales.find((one) => one.split('-')[0] === locale.split('-')[0]) ??
    locales[0] ??
    locale;
  return addressOf({ base: new URL(base, location.origin).href, locale: known, locales }, record);
};
