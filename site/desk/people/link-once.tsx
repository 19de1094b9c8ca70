import { useEffect, useRef, useState } from 'preact/hooks';
import type { SignInToken } from '../../../api/contract/people.ts';
import { Button } from '../../../widget/ui/button.tsx';
import type { DeskKit } from '../kit.ts';

interface LinkOnceProps {
  kit: DeskKit;
  link: SignInToken;
  /** Who it is for. */
  title: string;
  onDone?: () => void;
}

/** A sign-in link, shown this once: the server has kept only its hash. */
export const LinkOnce = ({ kit, link, title, onDone }: LinkOnceProps) => {
  const { t, moments, base } = kit;
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const address = `${location.origin}${base}desk/#${link.token}`;
  useEffect(() => {
    setCopied(false);
    field.current?.focus();
    field.current?.select();
  }, [link.token]);
  const copy = () =>
    navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      // Without the right to write, the selected text can be copied by hand.
      () => field.current?.select(),
    );
  return (
    <div class="link-once">
      <p>
        <strong>{title}</strong>
      </p>
      <div class="link-once-row">
        <input
          class="control"
          ref={field}
          readOnly
          value={address}
          aria-label={t('people.link')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button kind="primary" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
          {t(copied ? 'ticket.copied' : 'people.link.copy')}
        </Button>
        {onDone && (
          <Button kind="plain" onClick={onDone}>
            {t('people.link.done')}
          </Button>
        )}
      </div>
      <p class="quiet">{t('people.link.once', { time: moments.exact(link.expiresAt) })}</p>
      <span class="sr-only" role="status">
        {copied && t('ticket.copied')}
      </span>
    </div>
  );
};
