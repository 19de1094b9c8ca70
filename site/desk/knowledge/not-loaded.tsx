import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { Skeleton } from '../../../widget/ui/skeleton.tsx';
import type { DeskKit } from '../kit.ts';
import type { Loaded } from './use-loaded.ts';

interface NotLoadedProps {
  kit: DeskKit;
  loaded: Exclude<Loaded<unknown>, { state: 'there' }>;
  /** What is said meanwhile, and what when it failed. */
  waiting: string;
  failed: string;
  retry: () => void;
}

/** In place of what is on its way, or could not be had. */
export const NotLoaded = ({ kit: { t }, loaded, waiting, failed, retry }: NotLoadedProps) => {
  if (loaded.state === 'loading') return <Skeleton lines={6} label={t(waiting)} />;
  const isOffline = loaded.failure.kind === 'offline' || loaded.failure.kind === 'timeout';
  return (
    <Notice kind={isOffline ? 'offline' : 'danger'} action={<Button onClick={retry}>{t('retry')}</Button>}>
      {t(isOffline ? 'knowledge.offline' : failed)}
    </Notice>
  );
};
