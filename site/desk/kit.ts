import type { Settings } from '../../content/schema/settings.ts';
import type { Translate } from '../../widget/i18n/translate.ts';
import type { Drafts } from '../thread/drafts.ts';
import type { Memory } from '../thread/memory.ts';
import type { Moments } from '../thread/moments.ts';
import type { DeskClient } from './client.ts';

/** What every part of the desk is handed. */
export interface DeskKit {
  t: Translate;
  locale: string;
  moments: Moments;
  client: DeskClient;
  drafts: Drafts;
  /** Kept for this browser: what was seen, whether single keys are on. */
  memory: Memory;
  /** Of the help center. */
  company: string;
  topics: Settings['topics'];
  /** Folder of the help center, `/` at both ends. */
  base: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

/** Title of a topic in the agent's language; a topic that is no longer in the settings answers its name. */
export const topicTitle = ({ topics, locale }: Pick<DeskKit, 'topics' | 'locale'>, id: string): string => {
  const title = topics.find((topic) => topic.id === id)?.title;
  return title?.[locale] ?? title?.[locale.split('-')[0] ?? ''] ?? Object.values(title ?? {})[0] ?? id;
};
