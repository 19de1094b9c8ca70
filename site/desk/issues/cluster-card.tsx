import { useState } from 'preact/hooks';
import type { Cluster, DeskIssue } from '../../../api/contract/issue.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { type DeskKit, inLocale, topicTitle } from '../kit.ts';
import { AlikeList } from './alike-list.tsx';
import { Announce } from './announce.tsx';

export interface CardProps {
  kit: DeskKit;
  now: number;
  mayAnnounce: boolean;
  onOpen: (ticket: string) => void;
  /** Something was done: said, and looked at again. */
  onDone: (text: string) => void;
}

/** Requests that are alike, and what can be done about all of them. */
export const ClusterCard = (props: CardProps & { cluster: Cluster; issue: DeskIssue | undefined }) => {
  const { kit, now, mayAnnounce, cluster, issue, onOpen, onDone } = props;
  const { t, locale, client } = kit;
  const [isAnnouncing, setAnnouncing] = useState(false);
  const [failed, setFailed] = useState(false);
  const fresh = cluster.tickets.filter((ticket) => ticket.issue === undefined);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(cluster.tickets.map(({ id }) => id)));
  const wanted = fresh.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const add = async (to: DeskIssue) => {
    const results = await Promise.all(wanted.map((id) => client.issues.join(to.id, id, true)));
    setFailed(results.some(({ ok }) => !ok));
    onDone(t('issues.added', { count: results.filter(({ ok }) => ok).length }));
  };
  return (
    <article class="issue-card">
      <h4>{t('issues.cluster', { count: cluster.tickets.length, topic: topicTitle(kit, cluster.topic) })}</h4>
      <p class="quiet">
        {cluster.code !== undefined && `${t('issues.code', { code: cluster.code })} `}
        {cluster.words.length > 0 && t('issues.words', { words: cluster.words.join(', ') })}
      </p>
      <AlikeList kit={kit} now={now} tickets={fresh} chosen={chosen} onChoose={choose} onOpen={onOpen} />
      {failed && <Notice kind="danger">{t('issues.failed')}</Notice>}
      {isAnnouncing ? (
        <Announce
          kit={kit}
          topic={cluster.topic}
          tickets={wanted}
          onDone={onDone}
          onCancel={() => setAnnouncing(false)}
        />
      ) : (
        <p class="issue-actions">
          {issue && (
            <Button onClick={() => void add(issue)}>
              {t('issues.add', { count: wanted.length, title: inLocale(issue.titles, locale) ?? '' })}
            </Button>
          )}
          {mayAnnounce && !issue && <Button onClick={() => setAnnouncing(true)}>{t('issues.announce')}</Button>}
        </p>
      )}
    </article>
  );
};
