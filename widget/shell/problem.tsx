import type { Site } from '../ui/address.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Shell } from './app.tsx';

interface ProblemProps {
  shell: Shell;
  site: Site;
  /** Tries what failed once more. */
  retry: () => void;
  /** A page that shows the same, when there is one. */
  href?: string | undefined;
}

/** Something could not be had: what happened, what is safe, and links that need none of our code. */
export const Problem = ({ shell, site, retry, href }: ProblemProps) => {
  const { t } = shell.state.language.get();
  const offline = navigator.onLine === false;
  return (
    <Notice
      kind={offline ? 'offline' : 'warning'}
      title={t(offline ? 'problem.offline' : 'problem.title')}
      action={
        <>
          <Button onClick={retry}>{t('problem.retry')}</Button>
          <a class="button" href={href ?? site.base} target="_blank" rel="noopener">
            {t('problem.site')}
          </a>
        </>
      }
    >
      {t('problem.text')}
    </Notice>
  );
};
