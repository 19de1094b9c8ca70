import { useState } from 'preact/hooks';
import { Button } from '../../widget/ui/button.tsx';
import { Brand } from './brand.tsx';
import type { DeskKit } from './kit.ts';
import { isPlainClick } from './plain-click.ts';

interface TopBarProps {
  kit: DeskKit;
  /** Shown name of the agent. */
  name: string;
  whatIf: { href: string; isOpen: boolean; onOpen: () => void };
  /** What many people report; `count` of it waits for somebody. */
  issues: { href: string; isOpen: boolean; count: number; onOpen: () => void };
  onKeys: () => void;
  /** Resolves to whether the API ended the session. */
  onLeave: () => Promise<boolean>;
}

/** Where this is, who is here, and the way out. */
export const TopBar = ({ kit, name, whatIf, issues, onKeys, onLeave }: TopBarProps) => {
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
      <a
        class="bar-home"
        href={whatIf.href}
        aria-current={whatIf.isOpen ? 'page' : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          whatIf.onOpen();
        }}
      >
        {t('bar.what-if')}
      </a>
      <a
        class="bar-home"
        href={issues.href}
        aria-current={issues.isOpen ? 'page' : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          issues.onOpen();
        }}
      >
        {t('bar.issues')}
        {issues.count > 0 && <span class="bar-count">{issues.count}</span>}
      </a>
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
