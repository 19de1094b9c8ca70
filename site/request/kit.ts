import type { Translate } from '../../widget/i18n/translate.ts';
import type { Drafts } from '../thread/drafts.ts';
import type { Moments } from '../thread/moments.ts';
import type { RequestClient } from './client.ts';

/** What every part of the request page is handed. */
export interface RequestKit {
  t: Translate;
  locale: string;
  moments: Moments;
  client: RequestClient;
  drafts: Drafts;
  /** Of the help center. */
  company: string;
  /** Folder of the help center, `/` at both ends. */
  base: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}
