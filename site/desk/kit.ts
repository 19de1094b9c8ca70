import type { DeskSession } from '../../api/contract/desk.ts';
import { textIn } from '../../api/routing/destination.ts';
import type { Settings } from '../../content/schema/settings.ts';
import type { Translate } from '../../widget/i18n/translate.ts';
import type { Drafts } from '../thread/drafts.ts';
import type { Memory } from '../thread/memory.ts';
import type { Moments } from '../thread/moments.ts';
import type { DeskClient } from './client.ts';
import type { KnowledgeClient } from './knowledge/knowledge-client.ts';

/** What every part of the desk is handed. */
export interface DeskKit {
  t: Translate;
  locale: string;
  moments: Moments;
  client: DeskClient;
  /** What agents can read beside a request. */
  knowledge: KnowledgeClient;
  drafts: Drafts;
  /** Kept for this browser: what was seen, whether single keys are on. */
  memory: Memory;
  /** Of the help center. */
  company: string;
  topics: Settings['topics'];
  /** Languages of the help center, the default one first. */
  locales: Settings['locales'];
  /** Who is signed in; nobody until then. */
  me: Pick<DeskSession, 'id' | 'name' | 'role'>;
  team: DeskSession['team'];
  /** Who answers; nobody until somebody is signed in. */
  groups: DeskSession['groups'];
  /** Folder of the help center, `/` at both ends. */
  base: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

/** What authors wrote in several languages, in the agent's, or else in whichever is first. */
export const inLocale = (text: Readonly<Record<string, string>> | undefined, locale: string): string | undefined =>
  text && textIn(text, { locale, fallback: locale });

/** Title of a topic in the agent's language; a topic that is no longer in the settings answers its name. */
export const topicTitle = ({ topics, locale }: Pick<DeskKit, 'topics' | 'locale'>, id: string): string =>
  inLocale(topics.find((topic) => topic.id === id)?.title, locale) ?? id;

/** The same of a group, and nothing for a request from before there were groups. */
export const groupTitle = ({ groups, locale }: Pick<DeskKit, 'groups' | 'locale'>, id: string): string | undefined =>
  inLocale(groups.find((group) => group.id === id)?.title, locale) ?? (id || undefined);

/** Name of a person of the team; one who has left it answers nothing. */
export const personName = ({ team }: Pick<DeskKit, 'team'>, id: string | undefined): string | undefined =>
  team.find((person) => person.id === id)?.name;

/** Whether the agent is of a partner: what the team writes for itself is not for them. */
export const isOfPartner = ({ me, team, groups }: Pick<DeskKit, 'me' | 'team' | 'groups'>): boolean => {
  const own = groups.filter(({ id }) => team.some((person) => person.id === me.id && person.groups.includes(id)));
  return own.length > 0 && own.every(({ partner }) => partner);
};

/** Whether a person may see requests of a group, as the API decides it: who is of partners alone sees those of their groups. */
export const seesGroup = (
  { groups }: Pick<DeskKit, 'groups'>,
  person: DeskKit['team'][number],
  group: string,
): boolean => {
  const own = groups.filter(({ id }) => person.groups.includes(id));
  return person.groups.length === 0 || own.some(({ partner }) => !partner) || own.some(({ id }) => id === group);
};

export const languageName = ({ locale }: Pick<DeskKit, 'locale'>, tag: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
