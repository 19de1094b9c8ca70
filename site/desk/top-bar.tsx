import { useState } from 'preact/hooks';
import { Button } from '../../widget/ui/button.tsx';
import { Brand } from './brand.tsx';
import type { DeskKit } from './kit.ts';
import { isPlainClick } from './plain-click.ts';

/** To another view. */
interface Way {
  href: string;
  isOpen: boolean;
  onOpen: () => void;
}

interface TopBarProps {
  kit: DeskKit;
  /** Shown name of the agent. */
  name: string;
  whatIf: Way;
  /** For who may see them. */
  reports: Way | undefined;
  onKeys: () => void;
  /** Resolves to whether the API ended the session. */
  onLeave: () => Promise<boolean>;
}

/** Where this is, who is here, and the way out. */
export const TopBar = ({ kit, name, whatIf, reports, onKeys, onLeave }: TopBarProps) => {
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
      <WayTo way={whatIf} label={t('bar.what-if')} />
      {reports && <WayTo way={reports} label={t('bar.reports')} />}
      <span class="bar-state" role="status">
        {failed && t('bar.leave.failed')}
      </span>
      <bdi class="bar-name">{name}</bdi>
      <span class="bar-keys">
        <Button kind="plain" onClick={onKeys}>
          {t('bar.keys')}
        </Button>
      </span>
      <Button kind="plain" onClick={() => void leave()}>
        {t('bar.leave')}
      </Button>
    </header>
  );
};

const WayTo = ({ way, label }: { way: Way; label: string }) => (
  <a
    class="bar-home"
    href={way.href}
    aria-current={way.isOpen ? 'page' : undefined}
    onClick={(event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      way.onOpen();
    }}
  >
    {label}
  </a>
);
