import { useEffect, useRef, useState } from 'preact/hooks';
import type { SignInToken } from '../../../api/contract/people.ts';
import { Button, IconButton } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { DeskKit } from '../kit.ts';
import { LinkOnce } from './link-once.tsx';
import { useCommand } from './use-command.ts';

interface OwnLinkProps {
  kit: DeskKit;
  onClose: () => void;
  onSignedOut: () => void;
}

/** A link for another device of whoever is signed in. */
export const OwnLink = ({ kit, onClose, onSignedOut }: OwnLinkProps) => {
  const { t, client } = kit;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [link, setLink] = useState<SignInToken>();
  const { busy, failed, run } = useCommand(onSignedOut);
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby="own-link-title" onClose={onClose}>
      <header class="sheet-head">
        <h2 id="own-link-title">{t('own-link.title')}</h2>
        <IconButton icon="close" label={t('keys.close')} onClick={() => dialog.current?.close()} />
      </header>
      <p class="own-link-about">{t('own-link.about')}</p>
      {failed && <Notice kind="danger">{t(failed)}</Notice>}
      {link ? (
        <LinkOnce kit={kit} link={link} title={t('own-link.made')} />
      ) : (
        <Button kind="primary" busy={busy} onClick={() => run(() => client.people.ownLink(), setLink)}>
          {t('people.link.make')}
        </Button>
      )}
    </dialog>
  );
};
