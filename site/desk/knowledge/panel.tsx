import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { IconButton } from '../../../widget/ui/button.tsx';
import type { DeskKit } from '../kit.ts';
import { NotLoaded } from './not-loaded.tsx';
import { Reading } from './reading.tsx';
import { Rows } from './rows.tsx';
import { type KnowledgeRow, type KnowledgeSearch, openSearch } from './search.ts';
import type { KnowledgeControl } from './use-knowledge.ts';
import { useLoaded } from './use-loaded.ts';

export interface KnowledgePanelProps {
  kit: DeskKit;
  ticket: DeskTicket;
  control: KnowledgeControl;
  onSignedOut: () => void;
  announce: (text: string) => void;
  /** Keeps that a document answers the request. Without it nobody is asked. */
  onAnswers?: (documentId: string) => void;
}

/** Beside a request: one search over what readers have and what is for agents alone, in the request's language. */
export const KnowledgePanel = (props: KnowledgePanelProps) => {
  const { kit, ticket, control, onSignedOut } = props;
  const { t, knowledge } = kit;
  const { place, go, closePanel } = control;
  const [search, retry] = useLoaded(() => openSearch(knowledge, ticket.locale), ticket.locale, onSignedOut);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    if (place.reading === undefined) closePanel();
    else go({ ...place, reading: undefined });
  };
  return (
    <aside class="knowledge" aria-label={t('knowledge.label')} onKeyDown={onKeyDown}>
      <header class="knowledge-head">
        {place.reading !== undefined && (
          <IconButton icon="back" label={t('knowledge.back')} onClick={() => go({ ...place, reading: undefined })} />
        )}
        <h2>{t('knowledge.label')}</h2>
        <IconButton icon="close" label={t('knowledge.close')} onClick={closePanel} />
      </header>
      {search.state !== 'there' ? (
        <div class="knowledge-body">
          <NotLoaded kit={kit} loaded={search} waiting="knowledge.loading" failed="knowledge.failed" retry={retry} />
        </div>
      ) : place.reading === undefined ? (
        <Finding {...props} search={search.value} />
      ) : (
        <Found {...props} key={place.reading} search={search.value} id={place.reading} />
      )}
    </aside>
  );
};

/** What fits the words, or while there are none, what fits the request. */
const useRows = (search: KnowledgeSearch, words: string, excerpt: string): KnowledgeRow[] | undefined => {
  const [rows, setRows] = useState<KnowledgeRow[]>();
  useEffect(() => {
    let current = true;
    void search.find(words.trim() === '' ? excerpt : words).then((found) => current && setRows(found));
    return () => {
      current = false;
    };
  }, [search, words]);
  return rows;
};

const Finding = ({ kit, ticket, control, search }: KnowledgePanelProps & { search: KnowledgeSearch }) => {
  const { t } = kit;
  const { place, go } = control;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const rows = useRows(search, place.query, ticket.excerpt);
  useEffect(() => field.current?.focus(), []);
  const isAsking = place.query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    event.preventDefault();
    list.current?.querySelector('button')?.focus();
  };
  return (
    <>
      <div class="knowledge-field">
        <input
          ref={field}
          class="control"
          type="search"
          aria-label={t('knowledge.search')}
          placeholder={t('knowledge.search')}
          value={place.query}
          onInput={(event) => go({ ...place, query: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <p class="sr-only" role="status">
          {rows && isAsking && t('knowledge.found', { count: rows.length })}
        </p>
      </div>
      <div class="knowledge-body">
        {rows && rows.length > 0 && !isAsking && <h3>{t('knowledge.suggested')}</h3>}
        {rows && rows.length === 0 && <Nothing kit={kit} words={place.query.trim()} />}
        {rows && (
          <Rows
            kit={kit}
            rows={rows}
            locale={ticket.locale}
            list={list}
            onLeave={() => field.current?.focus()}
            onOpen={(id) => go({ ...place, reading: id })}
          />
        )}
      </div>
    </>
  );
};

const Nothing = ({ kit: { t }, words }: { kit: DeskKit; words: string }) => (
  <div class="empty">
    {words === '' ? (
      <p>{t('knowledge.start')}</p>
    ) : (
      <>
        <p class="empty-title">{t('knowledge.none', { words })}</p>
        <p>{t('knowledge.none.hint')}</p>
      </>
    )}
  </div>
);

/** Looks up what a link leads to: it may be none of the results. */
const Found = (props: KnowledgePanelProps & { search: KnowledgeSearch; id: string }) => {
  const { kit, search, id, onSignedOut } = props;
  const [record, retry] = useLoaded(() => recordOf(search, id), id, onSignedOut);
  if (record.state === 'there') return <Reading {...props} record={record.value} />;
  return (
    <div class="knowledge-body">
      <NotLoaded
        kit={kit}
        loaded={record}
        waiting="knowledge.reading"
        failed="knowledge.reading.failed"
        retry={retry}
      />
    </div>
  );
};

const recordOf = async (search: KnowledgeSearch, id: string) => {
  const record: SearchRecord | undefined = await search.byId(id);
  return record ? { ok: true as const, value: record } : { ok: false as const, kind: 'invalid-response' as const };
};
