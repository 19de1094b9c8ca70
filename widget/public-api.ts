import type { BlockedReason } from '../content/schema/guide.ts';
import type { DocumentId } from '../content/schema/name.ts';

/**
 * What a host page can say and hear. One global function, `tierzero('verb', …)`; every verb answers a Promise that
 * rejects with an `Error` and never throws into the page. Before the panel's code is there, verbs wait in a queue.
 *
 * Calls before the script itself has loaded need an optional inline stub, without parameters. A strict CSP runs without:
 * `window.tierzero ||= function () { return new Promise((...ends) => (tierzero.q ||= []).push([arguments, ...ends])) }`
 */

export type View = 'home' | 'search' | 'article' | 'walkthrough' | 'contact' | 'requests';

/** Attributes of the script tag. All are optional. */
export interface TagOptions {
  /** Folder of the help center; a relative address counts from the script. Default: the script's folder. */
  base?: string;
  /** Origin of the API. Default: the origin of `base`. */
  api?: string;
  /** UI and content language. Default: the page's `lang`, then the browser's, then the help center's first. */
  locale?: string;
  /** Default `auto`: follows `prefers-color-scheme`. */
  theme?: Theme;
  /** A CSS colour. Default: Tierzero's. A readable counterpart is computed. */
  accent?: string;
  /** Corner of the launcher; `none` for your own button. Default `end`. */
  launcher?: 'end' | 'start' | 'none';
  /** Text of the launcher. Default: "Help" in the locale. */
  label?: string;
  /** `none` keeps everything in memory. Default `auto`: on the device, once the person has opened the widget. */
  storage?: 'auto' | 'none';
  /** Version of your application, such as `2.4.1`: walkthroughs say which they are for. Default unknown. */
  appVersion?: string;
}
export type Theme = 'auto' | 'light' | 'dark';

/** What the host knows of the person. Kept as unverified; fills in the contact form. */
export interface Identity {
  id?: string;
  name?: string;
  email?: string;
  /** Answers a signed token. Accepted today, and used once the API can check it. */
  getToken?: () => Promise<string>;
}

export interface Verbs {
  open(view?: View): void;
  close(): void;
  toggle(): void;
  search(words: string): void;
  article(slug: string, options?: { anchor?: string }): void;
  /**
   * Leads through the walkthrough on this page; opens it as a list where it cannot: it has no places in a page, it begins on
   * another page, or its last check failed. Without a slug it goes on where this tab left off, and does
   * nothing where it did not. A step that it does not have is rejected.
   */
  walkthrough(slug?: string, options?: WalkthroughOptions): void;
  contact(prefill?: { topic?: string; message?: string }): void;
  /** Documents to suggest on this page instead of those whose `pages` match; `null` returns to them. */
  suggest(documents: DocumentId[] | null): void;
  identify(identity: Identity): void;
  /** Forgets the person and wipes everything kept on this device. */
  logout(): void;
  /** Facts that help an agent, shown in the card before they are sent. `null` removes one. */
  context(values: Record<string, string | number | boolean | null>): void;
  /** Where the person is, when the address does not say it. Default: `location` and `document.title` at the moment of need. */
  page(page: { path?: string; title?: string }): void;
  locale(locale: string): void;
  theme(theme: Theme): void;
  /** `storage: false` wipes the device and keeps the rest in memory. */
  consent(consent: { storage: boolean }): void;
  /** Resolves to the function that ends it. */
  on<K extends keyof Events>(event: K, listener: (detail: Events[K]) => void): () => void;
  once<K extends keyof Events>(event: K, listener: (detail: Events[K]) => void): () => void;
  off<K extends keyof Events>(event: K, listener: (detail: Events[K]) => void): void;
  /** For authors of walkthroughs: names the places of this page, and makes steps of them. */
  inspect(): void;
  info(): Info;
  /** Takes the widget, its listeners and the global off the page. */
  destroy(): void;
}

export interface WalkthroughOptions {
  /** Where to begin: the step's number, counted from 1, or its name. Default the first that is not done. */
  step?: number | string;
  /** `list` opens it to read. Default `guide`. */
  as?: 'guide' | 'list';
  /** The page offers it by itself: not again once it was finished, or once the person asked not to see it again. Default false. */
  offer?: boolean;
}

export interface Info {
  version: string;
  build: string;
  locale: string;
  open: boolean;
  unread: number;
  /** False while nothing may be kept on this device. */
  storage: boolean;
}

/**
 * Also dispatched on `document` as `tierzero:<name>` with the same `detail`. They carry ids and redacted queries,
 * never the text of a message, an address or a capability.
 */
export interface Events {
  ready: Record<string, never>;
  open: { view: View };
  close: Record<string, never>;
  /** Once a search has settled. */
  search: { query: string; corrected?: string; count: number };
  'result-click': { query: string; document: DocumentId; rank: number };
  'article-view': { document: DocumentId };
  'article-feedback': { document: DocumentId; helpful: boolean; reason?: string };
  /** Somebody begins it: anew, again after its end, or from where it was left. Not when it goes on with the next page. */
  'walkthrough-start': { walkthrough: DocumentId; step: string; of: number };
  /** A step came up. */
  'walkthrough-step': { walkthrough: DocumentId; step: string; number: number; of: number };
  'walkthrough-complete': { walkthrough: DocumentId; seconds: number };
  /** It ended before its last step was done. */
  'walkthrough-abort': { walkthrough: DocumentId; step: string };
  'walkthrough-blocked': { walkthrough: DocumentId; step: string; reason: BlockedReason };
  'contact-open': Record<string, never>;
  'context-preview': { items: number };
  escalated: { reference: string; firstReplyBy: string };
  'escalation-queued': { waiting: number };
  reply: { reference: string; unread: number };
  consent: { storage: boolean };
  error: { kind: 'offline' | 'timeout' | 'problem' | 'invalid-response'; code?: string };
}

/** The global: `tierzero('article', 'embed-the-widget')`. */
export type Tierzero = <K extends keyof Verbs>(verb: K, ...args: Parameters<Verbs[K]>) => Promise<ReturnType<Verbs[K]>>;
