import { useEffect, useState } from 'preact/hooks';
import type { PublicIssue } from '../../../api/contract/public-issue.ts';
import { Button } from '../../ui/button.tsx';
import type { Kit } from '../../ui/kit.ts';
import { Notice } from '../../ui/notice.tsx';
import { knownIssues } from './known.ts';
import { type Mark, readMarks, setMark } from './marks.ts';

/** What many people meet now, before anybody writes it once more. Hidden ones stay hidden on this device. */
export const IssueNotices = ({ kit }: { kit: Kit }) => {
  const { t, storage } = kit;
  const [issues, marks, setMarks] = useIssues(kit);
  const hide = (id: string) => {
    setMarks(new Map([...marks, [id, 'hidden' as const]]));
    void setMark(storage, id, 'hidden');
  };
  const shown = issues.filter(({ id }) => marks.get(id) !== 'hidden');
  if (shown.length === 0) return null;
  return (
    <section class="issues" aria-label={t('issue.label')}>
      {shown.map((issue) => (
        <IssueNotice key={issue.id} kit={kit} issue={issue} mark={marks.get(issue.id)} onHide={() => hide(issue.id)} />
      ))}
    </section>
  );
};

const useIssues = (kit: Kit): [PublicIssue[], Map<string, Mark>, (marks: Map<string, Mark>) => void] => {
  const [issues, setIssues] = useState<PublicIssue[]>([]);
  const [marks, setMarks] = useState(new Map<string, Mark>());
  useEffect(() => {
    let here = true;
    const look = async () => {
      const found = await knownIssues(kit);
      const kept = await readMarks(
        kit.storage,
        found.map(({ id }) => id),
      );
      if (!here) return;
      setMarks(kept);
      setIssues(found);
    };
    look().catch(() => {});
    return () => {
      here = false;
    };
  }, [kit.api, kit.storage, kit.locale]);
  return [issues, marks, setMarks];
};

interface IssueNoticeProps {
  kit: Kit;
  issue: PublicIssue;
  mark: Mark | undefined;
  onHide: () => void;
}

const IssueNotice = ({ kit, issue, mark, onHide }: IssueNoticeProps) => {
  const { t, open } = kit;
  const { id, state, title, text, people } = issue;
  const isWorking = state === 'working';
  return (
    <Notice
      kind={isWorking ? 'info' : 'success'}
      title={title}
      action={
        <>
          {isWorking && mark !== 'told' && (
            <Button onClick={() => open({ view: 'contact', issue: id })}>{t('issue.tell')}</Button>
          )}
          <Button kind="plain" aria-label={t('issue.hide.label', { title })} onClick={onHide}>
            {t('issue.hide')}
          </Button>
        </>
      }
    >
      <p dir="auto">{text}</p>
      <p>
        {people > 0 && `${t('issue.people', { count: people })} `}
        {t(`issue.${state}`)}
        {isWorking && mark === 'told' && ` ${t('issue.told')}`}
      </p>
    </Notice>
  );
};
