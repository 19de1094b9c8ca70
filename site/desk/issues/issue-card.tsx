import { useEffect, useState } from 'preact/hooks';
import type { DeskIssue, DeskIssueWhole } from '../../../api/contract/issue.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { inLocale } from '../kit.ts';
import { AlikeList } from './alike-list.tsx';
import type { CardProps } from './cluster-card.tsx';
import { SayForm } from './say-form.tsx';
import { SolveForm } from './solve-form.tsx';

type Mode = 'shown' | 'requests' | 'edit' | 'solve';

/** A known issue: what is told, who waits for it, and its one answer. */
export const IssueCard = (props: CardProps & { issue: DeskIssue }) => {
  const { kit, now, mayAnnounce, issue, onOpen, onDone } = props;
  const { t, locale, client, moments } = kit;
  const [mode, setMode] = useState<Mode>('shown');
  const { id, state, people, left } = issue;
  // As it was when editing began: the list is looked at again meanwhile.
  const [seen, setSeen] = useState(issue.updatedAt);
  const [whole, failed, look] = useWhole(props, mode !== 'shown' && mode !== 'edit');
  const close = () => setMode('shown');
  const remove = async (ticket: string) => {
    await client.issues.join(id, ticket, false);
    look();
    onDone(t('issues.removed'));
  };
  return (
    <article class="issue-card" data-state={state}>
      <h4 dir="auto">{inLocale(issue.titles, locale)}</h4>
      <p dir="auto">{inLocale(issue.texts, locale)}</p>
      <p class="quiet">
        {t(`issues.state.${state}`)} · {t('issues.people', { count: people })} ·{' '}
        {t('issues.by', { name: issue.author, time: moments.by(issue.createdAt, now) })}
        {issue.solvedAt &&
          ` · ${t('issues.solved.by', { name: issue.solver ?? '', time: moments.by(issue.solvedAt, now) })}`}
      </p>
      {state === 'solved' && left > 0 && <Notice kind="info">{t('issues.left', { count: left })}</Notice>}
      {mode === 'edit' && (
        <SayForm
          kit={kit}
          before={{ titles: issue.titles, texts: issue.texts, topic: issue.topic }}
          action={t('issues.edit.action')}
          onCancel={close}
          onSay={async (said) => {
            const result = await client.issues.edit(id, { ...said, seen });
            if (!result.ok) return result;
            onDone(t('issues.edited'));
            close();
            return undefined;
          }}
        />
      )}
      {failed && <Notice kind="danger">{t('issues.failed')}</Notice>}
      {mode === 'solve' && whole && (
        <SolveForm
          kit={kit}
          issue={whole}
          onCancel={close}
          onSolve={async (answers) => {
            const result = await client.issues.solve(id, answers);
            if (!result.ok) return result;
            onDone(t('issues.solved'));
            close();
            return undefined;
          }}
        />
      )}
      {mode === 'requests' && whole && (
        <AlikeList
          kit={kit}
          now={now}
          tickets={whole.tickets}
          onOpen={onOpen}
          {...(state === 'working' && { onRemove: (ticket: string) => void remove(ticket) })}
        />
      )}
      {(mode === 'shown' || mode === 'requests') && (
        <p class="issue-actions">
          {mayAnnounce && state === 'working' && (
            <>
              <Button onClick={() => setMode('solve')}>{t('issues.solve')}</Button>
              <Button
                onClick={() => {
                  setSeen(issue.updatedAt);
                  setMode('edit');
                }}
              >
                {t('issues.edit')}
              </Button>
            </>
          )}
          <Button
            kind="plain"
            aria-expanded={mode === 'requests'}
            onClick={() => setMode(mode === 'requests' ? 'shown' : 'requests')}
          >
            {t('issues.requests')}
          </Button>
        </p>
      )}
    </article>
  );
};

/** With its requests, once somebody wants to see them. */
const useWhole = (
  { kit, issue }: CardProps & { issue: DeskIssue },
  wanted: boolean,
): [DeskIssueWhole | undefined, boolean, () => void] => {
  const [whole, setWhole] = useState<DeskIssueWhole>();
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    void kit.client.issues.one(issue.id).then((result) => {
      if (!current) return;
      setFailed(!result.ok);
      if (result.ok) setWhole(result.value);
    });
    return () => {
      current = false;
    };
  }, [kit.client, issue.id, issue.people, wanted, turn]);
  return [whole, failed, () => setTurn(turn + 1)];
};
