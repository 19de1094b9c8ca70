import { blockedBy, type Run } from './run.ts';

/** What a screen reader is told of a card that has changed; nothing while nothing is sure. */
export const wordsOf = (run: Run, card: Element, isRefused: boolean): string => {
  const said = () => {
    if (run.phase === 'over') return '.guide-over';
    if (run.wait === 'looking' || isRefused) return '.guide-hint';
    return blockedBy(run) ? '.notice p' : 'b,.guide-do';
  };
  if (run.wait === 'quiet') return '';
  return Array.from(card.querySelectorAll(said()), ({ textContent }) => textContent).join(' ');
};
