import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/ui/button.tsx';
import { Brand } from './brand.tsx';
import type { DeskKit } from './kit.ts';
import { isPlainClick } from './plain-click.ts';

/** Another view of the desk. */
interface Elsewhere {
  href: string;
  isOpen: boolean;
  onOpen: () => void;
}

interface TopBarProps {
  kit: DeskKit;
  whatIf: Elsewhere;
  /** What many people report; `count` of it waits for somebody. */
  issues: Elsewhere & { count: number };
  /** For leads and admins. */
  reports?: Elsewhere;
  walkthroughs?: Elsewhere;
  /** For admins. */
  people?: Elsewhere;
  /** The agent selects their own name. */
  onMe: () => void;
  onKeys: () => void;
  /** Resolves to whether the API ended the session. */
  onLeave: () => Promise<boolean>;
}

/** Where this is, who is here, and the way out. */
export const TopBar = ({ kit, whatIf, issues, reports, walkthroughs, people, onMe, onKeys, onLeave }: TopBarProps) => {
  const { t, base } = kit;
  const [failed, setFailed] = useState(false);
  // Whoever believes to be signed out leaves a computer to others: a failure has to be seen.
  const leave = async () => setFailed(!(await onLeave()));
  return (
    <header class="bar">
      <Brand kit={kit} />
      <a class="bar-home" href={base}>
        {t('bar.home')}
      </a>
      <ViewLink {...whatIf}>{t('bar.what-if')}</ViewLink>
      <ViewLink {...issues}>
        {t('bar.issues')}
        {issues.count > 0 && <span class="bar-count">{issues.count}</span>}
      </ViewLink>
      {reports && <ViewLink {...reports}>{t('bar.reports')}</ViewLink>}
      {walkthroughs && <ViewLink {...walkthroughs}>{t('bar.walkthroughs')}</ViewLink>}
      {people && <ViewLink {...people}>{t('bar.people')}</ViewLink>}
      <span class="bar-state" role="status">
        {failed && t('bar.leave.failed')}
      </span>
      <span class="bar-own">
        <span class="bar-name">
          <Button kind="plain" title={t('bar.me', { name: kit.me.name })} onClick={onMe}>
            <bdi>{kit.me.name}</bdi>
          </Button>
        </span>
        {/* The widget opens by it; where it cannot, the help center does. */}
        <a class="bar-home bar-help" href={base} data-tierzero="toggle" data-tierzero-anchor="desk.help">
          {t('bar.help')}
        </a>
        <span class="bar-keys">
          <Button kind="plain" onClick={onKeys}>
            {t('bar.keys')}
          </Button>
        </span>
        <Button kind="plain" onClick={() => void leave()}>
          {t('bar.leave')}
        </Button>
      </span>
    </header>
  );
};

const ViewLink = ({ href, isOpen, onOpen, children }: Elsewhere & { children: ComponentChildren }) => (
  <a
    class="bar-home"
    href={href}
    aria-current={isOpen ? 'page' : undefined}
    onClick={(event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      onOpen();
    }}
  >
    {children}
  </a>
);
