import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { TicketSkeleton } from '../skeletons.tsx';
import type { Reports, ReportsProps } from './reports.tsx';

/** The reports with their charts, which come when somebody asks for them: most of the time nobody does. */
export const ReportsLater = (props: ReportsProps) => {
  const { t } = props.kit;
  const [View, setView] = useState<{ shown: typeof Reports } | 'failed'>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    void import('./reports.tsx').then(
      (module) => current && setView({ shown: module.Reports }),
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
