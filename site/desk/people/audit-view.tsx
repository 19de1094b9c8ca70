import { useEffect, useState } from 'preact/hooks';
import type { AuditEntry } from '../../../api/contract/audit.ts';
import type { ListedPerson } from '../../../api/contract/people.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { refusedWith } from '../../thread/result.ts';
import type { DeskKit } from '../kit.ts';
import { placeQuery } from '../place.ts';
import { plain } from '../plain.ts';
import { ListSkeleton } from '../skeletons.tsx';
import { auditLine } from './audit-line.ts';
import { failureKey } from './failure-key.ts';

interface AuditViewProps {
  kit: DeskKit;
  onSignedOut: () => void;
}

interface Read {
  entries: AuditEntry[];
  next?: string | undefined;
}

/** Who did what, the newest first. */
export const AuditView = ({ kit, onSignedOut }: AuditViewProps) => {
  const { t, client } = kit;
  const [people, setPeople] = useState<ListedPerson[]>([]);
  const [person, setPerson] = useState('');
  const { read, failed, isLoading, more } = useAudit(kit, person, onSignedOut);
  useEffect(() => {
    void client.people.list().then((list) => list.ok && setPeople(list.value.people));
  }, [client]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <div class="audit">
      <p class="audit-filter">
        <label>
          {t('audit.person')}{' '}
          <select class="control" value={person} onChange={(event) => setPerson(event.currentTarget.value)}>
            <option value="">{t('audit.person.all')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {plain(name)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {!read && isLoading && <ListSkeleton label={t('audit.loading')} />}
      {read?.entries.length === 0 && <p class="quiet">{t('audit.empty')}</p>}
      {read && read.entries.length > 0 && (
        <ol class="audit-list">
          {read.entries.map((entry) => (
            <Line key={entry.id} kit={kit} names={names} entry={entry} />
          ))}
        </ol>
      )}
      {failed && (
        <Notice kind="danger" action={<Button onClick={more}>{t('retry')}</Button>}>
          {t(failed)}
        </Notice>
      )}
      {read?.next && !failed && (
        <p>
          <Button busy={isLoading} onClick={more}>
            {t('audit.more')}
          </Button>
        </p>
      )}
    </div>
  );
};

/** Reads page by page; another person starts anew. */
const useAudit = ({ client }: DeskKit, person: string, onSignedOut: () => void) => {
  const [read, setRead] = useState<Read>();
  const [failed, setFailed] = useState<string>();
  const [asked, setAsked] = useState<{ before: string | undefined; turn: number }>({ before: undefined, turn: 0 });
  const [isLoading, setLoading] = useState(true);
  useEffect(() => {
    setRead(undefined);
    setAsked({ before: undefined, turn: 0 });
  }, [person]);
  useEffect(() => {
    let current = true;
    setLoading(true);
    setFailed(undefined);
    const { before } = asked;
    void client.people.audit({ ...(before && { before }), ...(person && { person }) }).then((page) => {
      if (!current) return;
      setLoading(false);
      if (refusedWith(page, 'signed-out')) return onSignedOut();
      if (!page.ok) return setFailed(failureKey(page) === 'people.failed' ? 'audit.failed' : failureKey(page));
      const { entries, next } = page.value;
      setRead((known) => ({ entries: before ? [...(known?.entries ?? []), ...entries] : entries, next }));
    });
    return () => {
      current = false;
    };
  }, [client, person, asked]);
  return { read, failed, isLoading, more: () => setAsked({ before: read?.next, turn: asked.turn + 1 }) };
};

interface LineProps {
  kit: DeskKit;
  names: ReadonlyMap<string, string>;
  entry: AuditEntry;
}

const Line = ({ kit, names, entry }: LineProps) => {
  const { t, moments } = kit;
  const { who, what, before, after } = auditLine(kit, names, entry);
  return (
    <li class="audit-line">
      <time class="audit-when" dateTime={entry.at}>
        {moments.exact(entry.at)}
      </time>
      <bdi class="audit-who">{who}</bdi>
      <span class="audit-what">
        {entry.about === 'ticket' && (
          <>
            <a href={placeQuery({ ticket: entry.ticket.id })}>{entry.ticket.reference}</a>{' '}
          </>
        )}
        <span dir="auto">{what}</span>
        {(before !== undefined || after !== undefined) && (
          <span class="audit-change">
            {before !== undefined && <span dir="auto">{before}</span>}
            {before !== undefined && after !== undefined && (
              <>
                <span aria-hidden="true"> → </span>
                <span class="sr-only">{t('audit.then')}</span>
              </>
            )}
            {after !== undefined && <span dir="auto">{after}</span>}
          </span>
        )}
      </span>
    </li>
  );
};
