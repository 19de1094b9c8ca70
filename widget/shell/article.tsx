import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import { Blocks, bodyOf } from '../article/blocks.tsx';
import { checkDocument } from '../article/check.ts';
import { Contents } from '../article/contents.tsx';
import type { Frame } from '../article/frame.ts';
import { Head } from '../article/head.tsx';
import { Helpful } from '../article/helpful.tsx';
import type { Kit } from '../ui/kit.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Steps } from '../walkthrough/steps.tsx';
import { isDocumentId } from './arguments.ts';
import { frameOf, type LinkPlaces } from './frame.ts';
import { useMarks } from './step-marks.ts';

interface ArticleProps extends LinkPlaces {
  kit: Kit;
  record: SearchRecord;
  /** The document as it was published, unchecked. */
  load: () => Promise<unknown>;
  /** Shown when it cannot be had, or is damaged. */
  failed: (retry: () => void) => ComponentChildren;
  /** First below the head: a way to be led through it. */
  lead?: (document: CompiledDocument) => ComponentChildren;
  related: (title: string, ids: readonly DocumentId[]) => ComponentChildren;
  onContact: () => void;
  anchor?: string;
  step?: number;
}

type Read = { status: 'waiting' } | { status: 'failed' } | { status: 'ready'; document: CompiledDocument };

/** Fetches and checks. A tree that is none is as good as none. */
const useDocument = (id: string, load: () => Promise<unknown>) => {
  const [read, setRead] = useState<Read>({ status: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let here = true;
    const show = (next: Read) => here && setRead(next);
    load().then(
      (value) => {
        const document = checkDocument(value);
        show(document ? { status: 'ready', document } : { status: 'failed' });
      },
      () => show({ status: 'failed' }),
    );
    return () => {
      here = false;
    };
  }, [id, attempt]);
  const retry = () => {
    setRead({ status: 'waiting' });
    setAttempt((times) => times + 1);
  };
  return { read, retry };
};

export const ArticleView = (props: ArticleProps) => {
  const { kit, record } = props;
  const { read, retry } = useDocument(record.id, props.load);
  if (read.status === 'failed') return <>{props.failed(retry)}</>;
  if (read.status === 'waiting') return <Skeleton lines={8} label={kit.t('panel.loading')} />;
  return <Article {...props} document={read.document} />;
};

/** The document is inside the panel's second level of headings. */
const titleLevel = 3;

const Article = (props: ArticleProps & { document: CompiledDocument }) => {
  const { kit, record, document, anchor, step } = props;
  const { t, locale } = kit;
  const place = useRef<HTMLElement>(null);
  const marks = useMarks(kit, document);
  const goTo = (id: string) => {
    const target = place.current?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
    target?.scrollIntoView?.({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
  const frame: Frame = useMemo(() => frameOf({ kit, places: props, level: titleLevel, goTo }), [kit, document]);
  useEffect(() => {
    // The title first: it is what was opened. Then on to the place that was asked for.
    place.current?.querySelector<HTMLElement>('[data-arrive]')?.focus({ preventScroll: true });
    if (anchor) goTo(anchor);
  }, [document.id, anchor]);
  return (
    <article class="reading" ref={place} lang={document.locale}>
      <Head document={document} t={t} locale={locale} level={titleLevel} href={props.hrefOf(record)} />
      {props.lead?.(document)}
      <Contents blocks={document.body} t={t} onGo={goTo} />
      <div class="prose">
        <Blocks blocks={document.body} frame={frame} />
      </div>
      {document.steps && (
        <Steps
          steps={document.steps}
          t={t}
          body={bodyOf(frame)}
          done={marks.done}
          onMark={marks.mark}
          {...(step ? { at: step } : {})}
        />
      )}
      <div class="after" lang={locale}>
        <Helpful key={record.id} kit={kit} document={record.id} onContact={props.onContact} />
        {props.related(t('article.related'), document.related.filter(isDocumentId))}
      </div>
    </article>
  );
};
