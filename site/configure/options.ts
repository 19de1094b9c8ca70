import type { TagOptions, Theme } from '../../widget/public-api.ts';

/** What the tag is made of. Empty texts and first choices are what the widget does anyway. */
export interface Options {
  theme: Theme;
  /** A CSS colour as it was typed, or nothing. */
  accent: string;
  launcher: NonNullable<TagOptions['launcher']>;
  label: string;
  /** A locale of the help center; empty: that of the page. */
  locale: string;
  storage: NonNullable<TagOptions['storage']>;
  /** Folder of the help center, an address that ends in `/`. */
  base: string;
}

export const choices = {
  theme: ['auto', 'light', 'dark'],
  launcher: ['end', 'start', 'none'],
  storage: ['auto', 'none'],
} as const;

/** What may be chosen here, and what stands for "not said". */
export interface Known {
  locales: readonly string[];
  /** Of this help center. */
  base: string;
}

export const longest = { accent: 64, label: 40, base: 300 } as const;

export const defaults = ({ base }: Known): Options => ({
  theme: 'auto',
  accent: '',
  launcher: 'end',
  label: '',
  locale: '',
  storage: 'auto',
  base,
});

/** The folder that an address names, or nothing where no page could load a script from it. */
export const folderOf = (text: string): string | undefined => {
  if (text.length > longest.base || !/^https?:\/\/\S+$/i.test(text.trim())) return undefined;
  const url = URL.parse(text.trim());
  if (!url || url.username || url.password || url.search || url.hash) return undefined;
  return url.href.replace(/\/*$/, '/').replace(/tierzero\.js\/$/, '');
};

export interface Read {
  options: Options;
  /** Names in the address whose value is none, or that nobody knows. */
  refused: string[];
}

type Name = keyof Options;
const names: readonly Name[] = ['theme', 'accent', 'launcher', 'label', 'locale', 'storage', 'base'];
const isName = (name: string): name is Name => names.some((one) => one === name);
const oneOf = <Value extends string>(all: readonly Value[], value: string): Value | undefined =>
  all.find((one) => one === value);

/** Reads `?theme=dark&…`. `isColor` says whether a text is a colour that the widget can use. */
export const readOptions = (search: string, known: Known, isColor: (text: string) => boolean): Read => {
  const given = new Map(new URLSearchParams(search));
  const refused = new Set([...given.keys()].filter((name) => !isName(name)));
  const take = <Value>(name: Name, otherwise: Value, parse: (text: string) => Value | undefined): Value => {
    const text = given.get(name);
    if (text === undefined) return otherwise;
    const value = parse(text);
    if (value === undefined) refused.add(name);
    return value ?? otherwise;
  };
  const start = defaults(known);
  const options: Options = {
    theme: take('theme', start.theme, (text) => oneOf(choices.theme, text)),
    accent: take('accent', start.accent, (text) => (isColor(text) ? text : undefined)),
    launcher: take('launcher', start.launcher, (text) => oneOf(choices.launcher, text)),
    label: take('label', start.label, (text) => (isLabel(text) ? text : undefined)),
    locale: take('locale', start.locale, (text) => oneOf(known.locales, text)),
    storage: take('storage', start.storage, (text) => oneOf(choices.storage, text)),
    base: take('base', start.base, folderOf),
  };
  return { options, refused: [...refused] };
};

/** One line that somebody can read on a button. */
const isLabel = (text: string): boolean => text.trim() !== '' && text.length <= longest.label && !/\p{Cc}/u.test(text);

/** What differs from the defaults, as a query without its question mark; nothing where all is as it comes. */
export const queryOf = (options: Options, known: Known): string => {
  const start = defaults(known);
  const changed = names.filter((name) => options[name] !== start[name]);
  return new URLSearchParams(changed.map((name) => [name, options[name]])).toString();
};
