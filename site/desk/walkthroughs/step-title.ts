import type { Translate } from '../../../widget/i18n/translate.ts';
import { plain } from '../plain.ts';

interface Named {
  id?: string;
  step?: string;
  place?: number | undefined;
  text?: string | undefined;
}

/** `3. Press Send.`; a step that is no longer in the walkthrough has its name alone. */
export const stepTitle = (t: Translate, { id, step = id ?? '', place, text }: Named): string =>
  place === undefined ? t('walk.step.gone', { step }) : `${place}. ${plain(text || step)}`;
