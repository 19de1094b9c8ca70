import { h, render } from 'preact';
import { loadLanguage, readerLanguages, withMessages } from '../i18n/language.ts';
import { loadSearchMessages } from '../i18n/search.ts';
import filtersCss from '../search/filters.css?inline';
import { FullSearch } from '../search/full-search.tsx';
import { askManifest, createKnowledge, type Knowledge } from '../search/knowledge.ts';
import type { LastGood } from '../search/last-good.ts';
import { PopupSearch } from '../search/popup-search.tsx';
import searchCss from '../search/search.css?inline';
import siteSearchCss from '../search/site-search.css?inline';
import { addIcons } from '../ui/icon.tsx';
import { later } from '../ui/icon-paths.ts';
import { adopt } from '../ui/style.ts';
import uiCss from '../ui/ui.css?inline';

export interface SearchOptions {
  /** Folder of the help center, an absolute URL ending in `/`. */
  base: string;
  locale: string;
  /** What was typed so far; asked once, when the field is there. */
  query: () => string;
  /** The search page: results in the page, and what is asked for in its address. */
  full: boolean;
}

export interface ReaderOptions {
  base: string;
  locale: string;
  /** Id of the document. */
  document: string;
}

/** A shadow root whose tokens are the page's own: custom properties are inherited. */
const rootOf = (host: HTMLElement, styles: readonly string[]) => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // Pictures for light and dark are chosen by it.
  host.dataset['theme'] = document.documentElement.dataset['theme'] ?? 'auto';
  for (const css of [uiCss, ...styles]) adopt(root, css);
  const place = document.createElement('div');
  place.className = 'tz';
  root.replaceChildren(place);
  return place;
};

const localesOf = (known: Knowledge): readonly string[] =>
  known.status !== 'loading' && known.manifest ? known.manifest.settings.locales : [];

/** The service worker of the help center keeps what is worth keeping, so nothing is kept here. */
const noLastGood: LastGood = { read: async () => undefined, write: async () => {} };

const knowledgeOf = (base: string) => createKnowledge({ base, manifest: askManifest(base), lastGood: noLastGood });

addIcons(later);

/**
 * Puts the search of the widget into a page of the help center: same engine, same order. Settles once its field can take
 * over, so that the page's own form takes every key until then. Answers how to focus it.
 */
export const mountSearch = async (host: HTMLElement, options: SearchOptions): Promise<{ focus(): void }> => {
  const { base, locale, query, full } = options;
  const knowledge = knowledgeOf(base);
  void knowledge.load([locale]);
  const language = await loadLanguage(readerLanguages(locale));
  const { t } = withMessages(language, await loadSearchMessages(language.locale));
  const place = rootOf(host, [searchCss, siteSearchCss, filtersCss]);
  place.lang = language.locale;
  place.dir = language.dir;
  const initial = query();
  let focus = () => {};
  const show = () => {
    const known = knowledge.state.get();
    const site = { base, locale, locales: localesOf(known) };
    const onReady = (ready: () => void) => {
      focus = ready;
    };
    const props = { t, locale: language.locale, site, known, retry: () => void knowledge.retry(), initial, onReady };
    render(full ? h(FullSearch, props) : h(PopupSearch, props), place);
  };
  knowledge.state.on(show);
  show();
  return { focus: () => focus() };
};

/** Shows a document the device has, for the page that stands in when the network is away. False when it has none. */
export const mountReader = async (host: HTMLElement, options: ReaderOptions): Promise<boolean> => {
  const { base, locale, document: id } = options;
  const knowledge = knowledgeOf(base);
  const [language, reader] = await Promise.all([
    loadLanguage(readerLanguages(locale)),
    import('./site-reader.tsx'),
    knowledge.load([locale]),
  ]);
  const known = knowledge.state.get();
  if (known.status !== 'ready') return false;
  const found = await reader.readDocument(known.content, id);
  if (!found) return false;
  const site = { base, locale, locales: localesOf(known) };
  const worded = withMessages(language, await reader.loadMessages(language.locale));
  const place = rootOf(host, reader.css);
  render(h(reader.Reader, { language: worded, site, content: known.content, document: found }), place);
  return true;
};
