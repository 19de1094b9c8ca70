import type { NamedQueue } from '../../api/contract/desk-list.ts';
import type { Translate } from '../../widget/i18n/translate.ts';

/** The keys that send, as this computer's keyboard names them. */
export const sendKeys = (t: Translate): string =>
  `${/Mac|iP/.test(navigator.platform) ? '⌘' : t('keys.ctrl')} ${t('keys.enter')}`;

/** The keys that choose a saved reply while one is written. */
export const replyKeys = (t: Translate): string => `${/Mac|iP/.test(navigator.platform) ? '⌘' : t('keys.ctrl')} .`;

/** What a key does in the desk. */
export type Action =
  | 'next'
  | 'previous'
  | 'reply'
  | 'note'
  | 'assign-me'
  | 'hand-over'
  | 'what-if'
  | 'issues'
  | 'knowledge'
  | 'replies'
  | 'sheet'
  | 'leave-field'
  | 'back'
  | 'search'
  | 'order'
  /** The next key names a queue. */
  | 'go'
  | GoTo;
type GoTo = `go-${NamedQueue | 'all'}`;

export interface KeyPlace {
  /** In a field, where letters are text. */
  typing: boolean;
  /** The focus is in the list. */
  inList: boolean;
  /** The agent has single keys turned on (WCAG 2.1.4). */
  single: boolean;
  /** The key before was G. */
  going?: boolean;
  /** In a form with a text that was not sent. */
  unsent?: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

const singleKeys: Record<string, Action> = {
  j: 'next',
  k: 'previous',
  r: 'reply',
  n: 'note',
  i: 'assign-me',
  h: 'hand-over',
  w: 'what-if',
  e: 'issues',
  f: 'knowledge',
  s: 'replies',
  '?': 'sheet',
  '/': 'search',
  o: 'order',
  g: 'go',
};
/** After G. */
export const queueKeys: Record<string, GoTo> = {
  o: 'go-open',
  m: 'go-mine',
  u: 'go-unassigned',
  b: 'go-breached',
  l: 'go-lead',
  h: 'go-held',
  a: 'go-all',
};
const arrows: Record<string, Action> = { ArrowDown: 'next', ArrowUp: 'previous' };

export const actionOf = (event: Key, { typing, inList, single, going, unsent }: KeyPlace): Action | undefined => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  if (event.key === 'Escape') return typing || unsent ? 'leave-field' : 'back';
  if (typing) return undefined;
  if (inList && Object.hasOwn(arrows, event.key)) return arrows[event.key];
  if (single && going && Object.hasOwn(queueKeys, event.key)) return queueKeys[event.key];
  return single && Object.hasOwn(singleKeys, event.key) ? singleKeys[event.key] : undefined;
};
