import { isOver } from '../over.ts';

/** A page may be older than what it says of a check: what no longer counts is taken away. */
export const startSeals = (now: Date = new Date()): void => {
  for (const seal of document.querySelectorAll<HTMLElement>('[data-until]')) {
    if (isOver(seal.dataset['until'] ?? '', now)) seal.remove();
  }
};
