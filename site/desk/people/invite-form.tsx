import { useState } from 'preact/hooks';
import type { Standing } from '../../../api/contract/audit.ts';
import type { SignInToken } from '../../../api/contract/people.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { DeskKit } from '../kit.ts';
import { LinkOnce } from './link-once.tsx';
import { StandingFields } from './standing-fields.tsx';
import { useCommand } from './use-command.ts';

interface InviteFormProps {
  kit: DeskKit;
  onInvited: () => void;
  onSignedOut: () => void;
}

const nobody: Standing = { name: '', role: 'agent', groups: [] };

/** Who is to come, and the link that lets them. */
export const InviteForm = ({ kit, onInvited, onSignedOut }: InviteFormProps) => {
  const { t, client } = kit;
  const [standing, setStanding] = useState(nobody);
  const [made, setMade] = useState<{ name: string; link: SignInToken }>();
  const [isNameless, setNameless] = useState(false);
  const { busy, failed, run } = useCommand(onSignedOut);
  const invite = () => {
    // The link of somebody else does not stand below this form as if it were the answer.
    setMade(undefined);
    run(
      () => client.people.invite(standing),
      (link) => {
        setMade({ name: standing.name.trim(), link });
        setStanding(nobody);
        onInvited();
      },
    );
  };
  return (
    <form
      class="invite"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (standing.name.trim()) return invite();
        setNameless(true);
        setMade(undefined);
        event.currentTarget.querySelector('input')?.focus();
      }}
    >
      <h3>{t('people.invite')}</h3>
      <StandingFields
        kit={kit}
        standing={standing}
        isNameless={isNameless && !standing.name.trim()}
        onChange={setStanding}
      />
      {failed && <Notice kind="danger">{t(failed)}</Notice>}
      <p>
        <Button kind="primary" type="submit" busy={busy}>
          {t('people.invite.make')}
        </Button>
      </p>
      {made && (
        <LinkOnce
          kit={kit}
          link={made.link}
          title={t('people.link.for', { name: made.name })}
          onDone={() => setMade(undefined)}
        />
      )}
    </form>
  );
};
