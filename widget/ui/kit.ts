import type { Manifest } from '../../content/schema/manifest.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import type { Api } from '../client/api.ts';
import type { DeviceStorage } from '../client/storage.ts';
import type { Trail } from '../context/trail.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Events } from '../public-api.ts';

/** A place in the panel. */
export type Route =
  | { view: 'home' }
  | { view: 'search'; query: string }
  /** `step` counts from 1 and is for walkthroughs. */
  | { view: 'document'; id: DocumentId; anchor?: string; step?: number }
  /** `issue`: a known one, to be told of. */
  | { view: 'contact'; topic?: string; message?: string; issue?: string }
  | { view: 'requests' }
  | { view: 'thread'; reference: string }
  | { view: 'category'; slug: string };

/** Tells the host page, as `tierzero:<event>` on `document`. */
export type Emit = <K extends keyof Events>(event: K, detail: Events[K]) => void;

/** What the shell hands to every feature. Features import leaves and each other's types never; they get this. */
export interface Kit {
  t: Translate;
  locale: string;
  settings: Manifest['settings'];
  /** Folder of the help center, an absolute URL ending in `/`. */
  base: string;
  api: Api;
  storage: DeviceStorage;
  trail: Trail;
  emit: Emit;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Goes to a place in the panel; Back returns. */
  open: (route: Route) => void;
  /** The table that decides where a message goes, as published; nothing where it cannot be had. Not checked. */
  routing: () => Promise<unknown>;
  /** Local search without telling anybody, for suggestions beside a form. */
  find: (words: string, limit: number) => Promise<SearchRecord[]>;
  /** Says a sentence to screen readers, politely. */
  announce: (text: string) => void;
}
