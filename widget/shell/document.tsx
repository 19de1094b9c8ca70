import { useEffect } from 'preact/hooks';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import type { Content } from '../search/content.ts';
import { addressOf } from '../ui/address.ts';
import { Button } from '../ui/button.tsx';
import type { Kit, Route } from '../ui/kit.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useValue } from '../ui/value.ts';
import { SealLine } from '../walkthrough/seal.tsx';
import type { Present } from './app.tsx';
import { ArticleView } from './article.tsx';
import { emit } from './emit.ts';
import { Problem } from './problem.tsx';
import { RecordList } from './record-list.tsx';
import { ShowMe } from './show-me.tsx';
import { useRecord, useRecords } from './use-records.ts';

type DocumentRoute = Extract<Route, { view: 'document' }>;
type Props = Present & { route: DocumentRoute };

/** An article, FAQ or walkthrough, with the code and the text it takes to read it. */
export const DocumentView = (props: Props) => {
  const { shell, kit, known, site } = props;
  const { t } = shell.state.language.get();
  if (known.status === 'failed')
    return <Problem shell={shell} site={site} retry={() => void shell.knowledge.retry()} />;
  if (known.status === 'loading' || !kit) return <Skeleton lines={8} label={t('panel.loading')} />;
  return <Known {...props} kit={kit} content={known.content} />;
};

/** An article that is now a FAQ, or the other way round, is still what was asked for. */
const idsOf = (id: string): string[] => [...new Set([id, id.replace(/^article:/, 'faq:')])];

const Known = (props: Props & Omit<Found, 'record'>) => {
  const { shell, content, site, route, kit } = props;
  const { looked, retry } = useRecord(content, idsOf(route.id));
  if (looked.status === 'waiting') return <Skeleton lines={8} label={kit.t('panel.loading')} />;
  if (looked.status === 'failed') return <Problem shell={shell} site={site} retry={retry} />;
  if (looked.record) return <Reading {...props} record={looked.record} />;
  const { t } = kit;
  return (
    <Notice
      kind="info"
      title={t('article.missing')}
      action={<Button onClick={() => shell.move.go({ view: 'home' })}>{t('article.missing.search')}</Button>}
    />
  );
};

interface Found {
  kit: Kit;
  content: Content;
  record: SearchRecord;
}

const Reading = ({ shell, kit, content, site, route, record }: Props & Found) => {
  const { state, move } = shell;
  const open = useValue(state.open);
  useReadingTime(kit, record, open);
  const href = addressOf(site, record, route.anchor);
  return (
    <ArticleView
      key={record.id}
      kit={kit}
      record={record}
      load={() => content.document(record)}
      recordOf={content.record}
      lead={(document) => (
        <>
          <ShowMe shell={shell} kit={kit} document={document} />
          <SealLine document={document} t={kit.t} locale={kit.locale} now={kit.now()} />
        </>
      )}
      related={(title, ids) => <Related title={title} ids={ids} content={content} site={site} move={move} />}
      hrefOf={(target, anchor) => addressOf(site, target, anchor)}
      failed={(retry) => <Problem shell={shell} site={site} href={href} retry={retry} />}
      onContact={() => move.go({ view: 'contact' })}
      {...(route.anchor ? { anchor: route.anchor } : {})}
      {...(route.step ? { step: route.step } : {})}
    />
  );
};

const Related = ({ title, ids, content, site, move }: RelatedProps) => (
  <RecordList title={title} records={useRecords(content, ids)} site={site} move={move} />
);
interface RelatedProps extends Pick<Found, 'content'>, Pick<Props, 'site'> {
  title: string;
  ids: readonly string[];
  move: Props['shell']['move'];
}

/** Seconds count while the document is in view in an open panel. */
const useReadingTime = ({ trail }: Kit, { id, title }: SearchRecord, open: boolean) => {
  useEffect(() => {
    if (!open) return;
    trail.open(id, title);
    emit('article-view', { document: id });
    return () => trail.leave();
  }, [trail, id, title, open]);
};
