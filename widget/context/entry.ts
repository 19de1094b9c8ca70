import type { ContextItem } from '../../api/contract/page-context.ts';

/** What the trail collects itself; page, browser and host are read when needed. */
export type Tried = Extract<ContextItem, { kind: 'search' | 'read' | 'step' }>;

export interface Entry {
  /** Milliseconds since 1970, of the last change. */
  at: number;
  item: Tried;
  /** Visible time of a document, finer than the item's seconds. */
  ms: number;
}

/** What is kept on the device under one key. */
export interface KeptTrail {
  entries: Entry[];
  /** Ids the person took out of the card. */
  hidden: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Our own data come back, perhaps from another version. Only enough is looked at to show it: the card parses every
 * item with the contract before it is sent, and zod is not on the panel's first way.
 */
const isEntry = (value: unknown): value is Entry =>
  isObject(value) &&
  typeof value['at'] === 'number' &&
  typeof value['ms'] === 'number' &&
  isObject(value['item']) &&
  typeof value['item']['id'] === 'string' &&
  ['search', 'read', 'step'].includes(String(value['item']['kind']));

export const readKept = (value: unknown): KeptTrail => {
  const { entries, hidden } = isObject(value) ? value : {};
  return {
    entries: Array.isArray(entries) ? entries.filter(isEntry) : [],
    hidden: Array.isArray(hidden) ? hidden.filter((id) => typeof id === 'string') : [],
  };
};
