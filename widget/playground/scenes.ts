import type { Run } from '../loader/handle.ts';
import type { Network } from './network.ts';
import { press, searchPage } from './pages.ts';

/** One state of the widget: what the network does, what the host says, what the person did. */
export interface Scene {
  network?: Network;
  options?: Record<string, string>;
  /** A page that does its worst. */
  hostile?: boolean;
  play: (run: Run) => unknown;
}

const open = (run: Run) => run('open', []);
const search = (words: string) => (run: Run) => run('search', [words]);
const asTyped = (words: string) => async (run: Run) => {
  await run('search', [words]);
  await press(/^Search instead/);
};
const article = (slug: string) => (run: Run) => run('article', [slug]);

/** Every state a person can meet, by name. */
export const scenes: Record<string, Scene> = {
  closed: { play: () => {} },
  home: { play: open },
  suggestions: {
    play: async (run) => {
      await run('suggest', [['article:embed-the-widget', 'faq:does-it-set-cookies']]);
      await open(run);
    },
  },
  results: { play: search('put the widget on a page') },
  corrected: { play: search('instal the wigdet') },
  'as-typed': { play: asTyped('instal the wigdet') },
  'as-typed-nothing': { play: asTyped('wigdet') },
  answer: { play: search('what does the widget store on the device') },
  'search-page-answer': { play: () => searchPage({ q: 'how do I write an article in Markdown' }) },
  'nothing-found': { play: search('zzzkqx unicorn') },
  'search-page': { play: () => searchPage({ q: 'article' }) },
  'search-page-corrected': { play: () => searchPage({ q: 'wigdet' }) },
  'search-page-filtered': { play: () => searchPage({ q: 'widget', kind: 'faq', category: 'privacy' }) },
  'search-page-nothing-left': { play: () => searchPage({ q: 'widget', kind: 'walkthrough', category: 'privacy' }) },
  article: { play: article('embed-the-widget') },
  'long-article': { play: article('directives') },
  faq: { play: article('does-it-set-cookies') },
  walkthrough: { play: (run) => run('walkthrough', ['publish-your-first-article', { step: 2 }]) },
  'article-missing': { play: article('nobody-wrote-this') },
  'article-unreachable': { network: 'no-articles', play: article('embed-the-widget') },
  contact: { play: (run) => run('contact', [{ topic: 'widget', message: 'The launcher does not appear.' }]) },
  requests: { play: (run) => run('open', ['requests']) },
  loading: { network: 'slow', play: open },
  'network-away': { network: 'away', play: open },
  'damaged-index': { network: 'damaged', play: open },
  german: { options: { locale: 'de' }, play: open },
  'german-article': { options: { locale: 'de' }, play: article('embed-the-widget') },
  'own-accent': { options: { accent: 'gold' }, play: search('widget') },
  'at-the-start': { options: { launcher: 'start', label: 'Ask us' }, play: open },
  'no-launcher': { options: { launcher: 'none' }, play: open },
  'hostile-page': { hostile: true, play: search('widget') },
};
