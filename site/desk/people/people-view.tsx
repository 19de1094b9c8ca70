import { IconButton } from '../../../widget/ui/button.tsx';
import type { DeskKit } from '../kit.ts';
import { type Place, placeQuery } from '../place.ts';
import { isPlainClick } from '../plain-click.ts';
import { AuditView } from './audit-view.tsx';
import { TeamView } from './team-view.tsx';

interface PeopleViewProps {
  kit: DeskKit;
  now: number;
  place: Place;
  go: (place: Place) => void;
  onBack: () => void;
  onSignedOut: () => void;
}

const views = ['people', 'audit'] as const;

/** For admins: the team, and what happened. */
export const PeopleView = ({ kit, now, place, go, onBack, onSignedOut }: PeopleViewProps) => {
  const { t } = kit;
  return (
    <div class="people-page">
      <header class="what-if-head">
        <IconButton icon="back" label={t('what-if.back')} onClick={onBack} />
        <h2>{t('people.title')}</h2>
        <nav class="people-tabs" aria-label={t('people.title')}>
          {views.map((view) => (
            <a
              key={view}
              href={placeQuery({ ...place, view })}
              aria-current={place.view === view ? 'page' : undefined}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                go({ ...place, view });
              }}
            >
              {t(`people.tab.${view}`)}
            </a>
          ))}
        </nav>
      </header>
      {place.view === 'audit' ? (
        <AuditView kit={kit} onSignedOut={onSignedOut} />
      ) : (
        <TeamView kit={kit} now={now} onSignedOut={onSignedOut} />
      )}
    </div>
  );
};
