import type { CompiledDocument } from '../../content/schema/document.ts';
import type { Translate } from '../i18n/translate.ts';
import { Icon } from '../ui/icon.tsx';

interface SealProps {
  document: Pick<CompiledDocument, 'guide' | 'seal'>;
  t: Translate;
  locale: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** That the steps are known to hold, until the last day that the check counts. What failed is said in the place of Show me. */
export const SealLine = ({ document: { guide, seal }, t, locale, now }: SealProps) => {
  if (!guide || seal?.result !== 'passed' || seal.until < new Date(now).toISOString().slice(0, 10)) return null;
  const { version, on } = seal;
  const date = new Date(`${on}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <p class="walk-seal">
      <Icon name="check" size={16} />
      <span>{version ? t('walkthrough.passed.version', { version, date }) : t('walkthrough.passed', { date })}</span>
    </p>
  );
};
