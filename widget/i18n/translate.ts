/** A text, or its plural forms by the category `Intl.PluralRules` gives for `count`. `{name}` marks a value. */
export type MessageText = string | { [form in Intl.LDMLPluralRule]?: string };
/** Messages of one locale by key, flat: `'search.count'`. */
export type Catalogue = Record<string, MessageText>;
export type Values = Record<string, string | number>;
/** Text of a key in the reader's language. An unknown key answers itself, so that a gap shows and nothing breaks. */
export type Translate = (key: string, values?: Values) => string;

/** Reads `catalogue`, then `fallback` (another `t`, for messages that come with a later chunk). */
export const createTranslate = (locale: string, catalogue: Catalogue, fallback?: Translate): Translate => {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const show = (value: string | number) => (typeof value === 'number' ? number.format(value) : value);
  return (key, values = {}) => {
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (entry === undefined) return fallback ? fallback(key, values) : key;
    const text =
      typeof entry === 'string' ? entry : (entry[plural.select(Number(values['count']))] ?? entry.other ?? key);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? whole : show(value);
    });
  };
};
