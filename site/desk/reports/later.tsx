import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { TicketSkeleton } from '../skeletons.tsx';
import type { ReportsProps } from './reports.tsx';

/** A view that comes when somebody asks for it: most of the time nobody does. */
const later = (load: () => Promise<FunctionComponent<ReportsProps>>) => (props: ReportsProps) => {
  const { t } = props.kit;
  const [View, setView] = useState<{ shown: FunctionComponent<ReportsProps> } | 'failed'>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    void load().then(
      (shown) => current && setView({ shown }),
      () => current && setView('failed'),
    );
    return () => {
      current = false;
    };
  }, [attempt]);
  if (View === undefined) return <TicketSkeleton label={t('reports.loading')} />;
  if (View !== 'failed') return <View.shown {...props} />;
  const retry = () => {
    setView(undefined);
    setAttempt(attempt + 1);
  };
  return (
    <Notice kind="danger" action={<Button onClick={retry}>{t('retry')}</Button>}>
      {t('reports.failed')}
    </Notice>
  );
};

/** The reports with their charts. */
export const ReportsLater = later(async () => (await import('./reports.tsx')).Reports);

/** What happens in walkthroughs. */
export const WalkthroughsLater = later(async () => (await import('../walkthroughs/walkthroughs.tsx')).Walkthroughs);
