import type { Invitation } from '../../../api/contract/people.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { Live } from '../../thread/use-live.ts';
import type { DeskKit } from '../kit.ts';
import { plain } from '../plain.ts';
import { AskedButton } from './asked-button.tsx';
import { groupsText } from './standing-text.ts';
import { useCommand } from './use-command.ts';

interface InvitationsProps {
  kit: DeskKit;
  live: Live<{ invitations: Invitation[] }>;
  now: number;
  onSignedOut: () => void;
}

/** Invitations that nobody has opened. */
export const Invitations = ({ kit, live, now, onSignedOut }: InvitationsProps) => {
  const { t, client, moments } = kit;
  const { busy, failed, run } = useCommand(onSignedOut);
  const invitations = live.value?.invitations ?? [];
  return (
    <section>
      <h3>{t('people.open')}</h3>
      {failed && <Notice kind="danger">{t(failed)}</Notice>}
      {!live.value && live.failure && (
        <Notice kind="danger" action={<Button onClick={live.refresh}>{t('retry')}</Button>}>
          {t('people.load.failed')}
        </Notice>
      )}
      {live.value && invitations.length === 0 && <p class="quiet">{t('people.open.none')}</p>}
      <ul class="people">
        {invitations.map(({ id, name, role, groups, invitedBy, expiresAt }) => (
          <li key={id} class="person">
            <div class="person-who">
              <bdi class="person-name">{plain(name)}</bdi>
              <span class="quiet">
                {t(`people.role.${role}`)} · {groupsText(kit, groups)}
              </span>
            </div>
            <span class="person-seen quiet">
              {t('people.open.until', { time: moments.by(expiresAt, now), name: plain(invitedBy) })}
            </span>
            <AskedButton
              t={t}
              label={t('people.open.withdraw')}
              question={t('people.open.withdraw.sure', { name: plain(name) })}
              busy={busy}
              onYes={() => run(() => client.people.withdraw(id), live.refresh)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
