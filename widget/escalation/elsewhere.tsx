import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { Kit } from '../ui/kit.ts';
import { CopyField } from './copy.tsx';

/** The link is the key: in the fragment, which no server and no log sees. */
export const Elsewhere = ({ kit, capability }: { kit: Kit; capability: string }) => {
  const { t } = kit;
  const [open, setOpen] = useState(false);
  return (
    <div class="elsewhere">
      <Button kind="plain" icon="external" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('thread.elsewhere')}
      </Button>
      {open && (
        <>
          <CopyField t={t} label={t('thread.link')} text={`${kit.base}request#${capability}`} />
          <p class="elsewhere-text">{t('thread.elsewhere.text')}</p>
        </>
      )}
    </div>
  );
};
