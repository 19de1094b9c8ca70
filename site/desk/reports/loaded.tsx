import type { ComponentChildren } from 'preact';
import type { Translate } from '../../../widget/i18n/translate.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { TicketSkeleton } from '../skeletons.tsx';
import type { Loading } from './use-loading.ts';

interface LoadedProps<T> {
  t: Translate;
  loading: Loading<T>;
  retry: () => void;
  /** Said to whoever may not see it. */
  denied: ComponentChildren;
  children: (value: T) => ComponentChildren;
}

/** What was loaded, or why it is not there. */
export const Loaded = <T,>({ t, loading, retry, denied, children }: LoadedProps<T>) => (
  <div class="reports-body">
    {loading.state === 'loading' && <TicketSkeleton label={t('report.loading')} />}
    {loading.state === 'failed' && (
      <Notice
        kind="danger"
        action={loading.why === 'refused' ? undefined : <Button onClick={retry}>{t('retry')}</Button>}
      >
        {t(`report.${loading.why}`)}
      </Notice>
    )}
    {loading.state === 'denied' && denied}
    {loading.state === 'there' && children(loading.value)}
  </div>
);
