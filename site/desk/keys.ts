import type { Translate } from '../../widget/i18n/translate.ts';

/** The keys that send, as this computer's keyboard names them. */
export const sendKeys = (t: Translate): string =>
  `${/Mac|iP/.test(navigator.platform) ? '⌘' : t('keys.ctrl')} ${t('keys.enter')}`;

/** What a key does in the desk. */
export type Action = 'next' | 'previous' | 'reply' | 'what-if' | 'issues' | 'sheet' | 'leave-field' | 'back';

export interface KeyPlace {
  /** In a field, where letters are text. */
  typing: boolean;
  /** The focus is in the list. */
  inList: boolean;
  /** The agent has single keys turned on (WCAG 2.1.4). */
  single: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

const singleKeys: Record<string, Action> = {
  j: 'next',
  k: 'previous',
  r: 'reply',
  w: 'what-if',
  i: 'issues',
  '?': 'sheet',
};
const arrows: Record<string, Action> = { ArrowDown: 'next', ArrowUp: 'previous' };

export const actionOf = (event: Key, { typing, inList, single }: KeyPlace): Action | undefined => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  if (event.key === 'Escape') return typing ? 'leave-field' : 'back';
  if (typing) return undefined;
  if (inList && Object.hasOwn(arrows, event.key)) return arrows[event.key];
  return single && Object.hasOwn(singleKeys, event.key) ? singleKeys[event.key] : undefined;
};
