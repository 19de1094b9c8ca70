import { useEffect } from 'preact/hooks';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { refusedWith } from '../../thread/result.ts';
import { useLive } from '../../thread/use-live.ts';
import type { DeskKit } from '../kit.ts';
import { ListSkeleton } from '../skeletons.tsx';
import { AskedButton } from './asked-button.tsx';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import { PersonRow } from './person-row.tsx';
import { useCommand } from './use-command.ts';

interface TeamViewProps {
  kit: DeskKit;
  now: number;
  onSignedOut: () => void;
}

/** Who is in the team, who is asked to be, and a form to ask. */
export const TeamView = ({ kit, now, onSignedOut }: TeamViewProps) => {
  const { t, client, random } = kit;
  const pace = { first: 30_000, longest: 120_000, random };
  const team = useLive(() => client.people.list(), { name: 'people', ...pace });
  const open = useLive(() => client.people.invitations(), { name: 'invitations', ...pace });
  const { busy, failed, run } = useCommand(onSignedOut);
  useEffect(() => {
    if (refusedWith(team.failure, 'signed-out')) onSignedOut();
  }, [team.failure]);
  if (refusedWith(team.failure, 'not-allowed')) return <Notice kind="warning">{t('people.failed.not-allowed')}</Notice>;
  const people = team.value?.people ?? [];
  return (
    <div class="team">
      <section>
        <h3>{t('people.team')}</h3>
        {team.failure && team.value && <Notice kind="warning">{t('people.stale')}</Notice>}
        {team.failure && !team.value && (
          <Notice kind="danger" action={<Button onClick={team.refresh}>{t('retry')}</Button>}>
            {t('people.load.failed')}
          </Notice>
        )}
        {!team.failure && !team.value && <ListSkeleton label={t('people.loading')} />}
        <ul class="people">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              kit={kit}
              person={person}
              now={now}
              onChanged={(list) => {
                team.show(list);
                open.refresh();
              }}
              onStale={team.refresh}
              onSignedOut={onSignedOut}
            />
          ))}
        </ul>
        {people.length === 1 && <p class="quiet">{t('people.alone')}</p>}
        {people.length > 1 && (
          <p class="team-end">
            <AskedButton
              t={t}
              label={t('people.end.all')}
              question={t('people.end.all.sure')}
              busy={busy}
              onYes={() => run(() => client.people.endSessions(undefined), team.refresh)}
            />{' '}
            <span class="quiet">{t('people.end.all.hint')}</span>
          </p>
        )}
        {failed && <Notice kind="danger">{t(failed)}</Notice>}
      </section>
      <div class="team-side">
        <InviteForm kit={kit} onInvited={open.refresh} onSignedOut={onSignedOut} />
        <Invitations kit={kit} live={open} now={now} onSignedOut={onSignedOut} />
      </div>
    </div>
  );
};
