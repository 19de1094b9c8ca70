import { useState } from 'preact/hooks';
import { Button, IconButton } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { Live } from '../../thread/use-live.ts';
import { useReachable } from '../../thread/use-reachable.ts';
import type { DeskKit } from '../kit.ts';
import { TicketSkeleton } from '../skeletons.tsx';
import { Announce } from './announce.tsx';
import { ClusterCard } from './cluster-card.tsx';
import { IssueCard } from './issue-card.tsx';
import type { Reports } from './reports.ts';

interface IssuesProps {
  kit: DeskKit;
  now: number;
  live: Live<Reports>;
  onBack: () => void;
  onOpen: (ticket: string) => void;
  announce: (text: string) => void;
  /** Requests were changed: the list is behind. */
  onChanged: () => void;
}

/** What several people report, and what everybody is told. */
export const Issues = (props: IssuesProps) => {
  const { kit, live, onBack } = props;
  const { t } = kit;
  const scroller = useReachable<HTMLDivElement>();
  return (
    <div class="issues-view" ref={scroller}>
      <header class="what-if-head">
        <IconButton icon="back" label={t('what-if.back')} onClick={onBack} />
        <div>
          <h2>{t('issues.title')}</h2>
          <p class="what-if-about">{t('issues.about')}</p>
        </div>
      </header>
      {live.failure && (
        <Notice
          kind={live.failure.kind === 'offline' ? 'offline' : 'danger'}
          action={<Button onClick={live.refresh}>{t('retry')}</Button>}
        >
          {t(
            live.failure.kind === 'offline'
              ? live.value
                ? 'issues.offline.shown'
                : 'ticket.failed.offline'
              : 'issues.unread',
          )}
        </Notice>
      )}
      {live.value ? (
        <Room {...props} reports={live.value} />
      ) : (
        !live.failure && <TicketSkeleton label={t('issues.loading')} />
      )}
    </div>
  );
};

const Room = ({ kit, now, live, reports, onOpen, announce, onChanged }: IssuesProps & { reports: Reports }) => {
  const { t, topics } = kit;
  const { clusters, issues, mayAnnounce, windowHours } = reports;
  const [isAnnouncing, setAnnouncing] = useState(false);
  const onDone = (text: string) => {
    announce(text);
    live.refresh();
    onChanged();
  };
  const card = { kit, now, mayAnnounce, onOpen, onDone };
  return (
    <div class="issue-lists">
      <section>
        <h3>{t('issues.clusters')}</h3>
        {clusters.length === 0 && <p class="quiet">{t('issues.clusters.none', { count: windowHours })}</p>}
        {clusters.map((cluster) => (
          <ClusterCard
            key={cluster.id}
            {...card}
            cluster={cluster}
            issue={issues.find(({ id, state }) => id === cluster.issue && state === 'working')}
          />
        ))}
      </section>
      <section>
        <h3>{t('issues.known')}</h3>
        {issues.length === 0 && <p class="quiet">{t('issues.known.none')}</p>}
        {issues.map((issue) => (
          <IssueCard key={issue.id} {...card} issue={issue} />
        ))}
        {mayAnnounce &&
          (isAnnouncing ? (
            <article class="issue-card">
              <h4>{t('issues.announce.new')}</h4>
              <Announce
                kit={kit}
                topic={topics[0]?.id ?? 'other'}
                tickets={[]}
                onDone={onDone}
                onCancel={() => setAnnouncing(false)}
              />
            </article>
          ) : (
            <Button onClick={() => setAnnouncing(true)}>{t('issues.announce.new')}</Button>
          ))}
      </section>
    </div>
  );
};
