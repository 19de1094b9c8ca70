import type { Seal } from '../../../content/schema/walkthrough-check.ts';
import type { Translate } from '../../../widget/i18n/translate.ts';

export type CheckState = 'passed' | 'old' | 'failed' | 'none';

/** What the last check of a walkthrough comes to today: one that passed too long ago says nothing any more. */
export const checkState = (seal: Seal | undefined, today: string): CheckState => {
  if (!seal) return 'none';
  if (seal.result === 'failed') return 'failed';
  return seal.until < today ? 'old' : 'passed';
};

/** The same in words; `day` is the day of the check as it is written. */
export const checkText = (
  t: Translate,
  seal: Seal | undefined,
  { today, day }: { today: string; day: string },
): string => {
  const key = `walk.check.${checkState(seal, today)}`;
  return seal?.version ? t(`${key}.version`, { day, version: seal.version }) : t(key, { day });
};
