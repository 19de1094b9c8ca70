import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import { addressOf, type Site } from '../ui/address.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { categoryAddress } from '../ui/page-address.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Content } from './content.ts';
import type { Knowledge } from './knowledge.ts';
import type { Row } from './rows.ts';
import { textFragment } from './text-fragment.ts';

/** What both searches of the help center's pages are made from. */
export interface SiteSearchProps {
  t: Translate;
  /** Locale of `t`. */
  locale: string;
  site: Site;
  known: Knowledge;
  retry: () => void;
  initial: string;
  /** Hands over how to focus the field. */
  onReady: (focus: () => void) => void;
}

/** Its pages are for every reader. */
export const everyone: readonly string[] = [];

export const useField = ({ onReady }: SiteSearchProps) => {
  const input = useRef<HTMLInputElement>(null);
  // At once: the page hands its focus over in the same task.
  useLayoutEffect(() => onReady(() => input.current?.focus()), []);
  return input;
};

export const contentOf = (known: Knowledge): Content | undefined =>
  known.status === 'ready' ? known.content : undefined;

/** To the passage itself where the browser can go there, else to its section. */
export const hrefOf = (site: Site, row: Row, locale: string | undefined): string => {
  const passage = row.text === row.record.description ? undefined : row.text;
  // Browsers that know nothing of text fragments would take one for a part of the anchor.
  const fragment = 'fragmentDirective' in document ? textFragment(passage, locale) : '';
  return addressOf(site, row.record, (row.anchor ?? '') + fragment);
};

/** The ways out where nothing is found. */
export const waysOut = (site: Site, t: Translate) => ({
  category: ({ slug, title }: { slug: string; title: string }) => (
    <a class="button" href={categoryAddress(site, slug)}>
      {title}
    </a>
  ),
  person: (
    <a class="button primary" href={`${site.base}contact`}>
      {t('panel.contact')}
    </a>
  ),
});

/** What is shown while there is nothing to search: that it comes, or that it cannot. */
export const Waiting = ({ t, known, retry }: Pick<SiteSearchProps, 't' | 'known' | 'retry'>) => {
  if (known.status === 'ready') return null;
  if (known.status === 'loading') return <Skeleton lines={5} label={t('panel.loading')} />;
  return (
    <Notice kind="warning" title={t('problem.title')} action={<Button onClick={retry}>{t('problem.retry')}</Button>} />
  );
};
