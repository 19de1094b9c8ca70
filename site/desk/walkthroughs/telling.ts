import type { Translate } from '../../../widget/i18n/translate.ts';
import type { DeskKit } from '../kit.ts';
import type { Values } from '../reports/values.ts';

/** What every part of the page says things with. */
export interface Telling {
  t: Translate;
  kit: DeskKit;
  /** Of the words that the CSV has as well. */
  language: 'en' | 'de';
  values: Values;
  /** Day of UTC. */
  today: string;
}
