import type { Translate } from '../../widget/i18n/translate.ts';
import type { Known } from './options.ts';

/** What every part of the configurator is handed. */
export interface ConfigureKit {
  t: Translate;
  /** Of this page. */
  locale: string;
  known: Known;
  /** Address of the page that the preview shows. */
  preview: string;
}
