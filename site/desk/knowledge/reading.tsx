import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isInternal } from '../../../content/schema/internal.ts';
import { documentKind } from '../../../content/schema/name.ts';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { Blocks } from '../../../widget/article/blocks.tsx';
import type { Frame } from '../../../widget/article/frame.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Icon } from '../../../widget/ui/icon.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { type DeskKit, languageName } from '../kit.ts';
import type { KnowledgeDocument } from './knowledge-client.ts';
import { NotLoaded } from './not-loaded.tsx';
import { pageOf } from './page-of.ts';
import type { KnowledgePanelProps } from './panel.tsx';
import { InternalMark } from './rows.tsx';
import { type DocumentSection, documentSections } from './sections.ts';
import { useLoaded } from './use-loaded.ts';
import { useReadingWords } from './use-reading-words.ts';

interface ReadingProps extends KnowledgePanelProps {
  record: SearchRecord;
}

/** One document, with what can be taken from it into the reply. */
export const Reading = (props: ReadingProps) => {
  const { kit, ticket, record, onSignedOut } = props;
  const [document, retry] = useLoaded(
    () => kit.knowledge.document(record, ticket.locale),
    `${record.id} ${ticket.locale}`,
    onSignedOut,
  );
  return (
    <div class="knowledge-body">
      {document.state === 'there' ? (
        <Document {...props} document={document.value} />
      ) : (
        <NotLoaded
          kit={kit}
          loaded={document}
          waiting="knowledge.reading"
          failed="knowledge.reading.failed"
          retry={retry}
        />
      )}
    </div>
  );
};

const Document = (props: ReadingProps & { document: KnowledgeDocument }) => {
  const { kit, ticket, control, record, document, announce, onAnswers } = props;
  const { t } = kit;
  const title = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLElement>(null);
  const internal = isInternal(record.id);
  // SECURITY: what is internal has no address that could be sent.
  const page = internal ? undefined : pageOf(kit, ticket.locale, record);
  const canInsert = ticket.status !== 'closed';
  const isOther = document.locale.split('-')[0] !== ticket.locale.split('-')[0];
  useEffect(() => title.current?.focus({ preventScroll: true }), [document.id]);
  const [hasLink, setHasLink] = useState(false);
  const isAnswer = ticket.events.some(({ event }) => event.kind === 'answered-by' && event.document === record.id);
  const put = (text: string) => {
    control.insert(text);
    announce(t('knowledge.inserted'));
  };
  const frame = useFrame(props, (anchor) =>
    place.current?.querySelector<HTMLElement>(`[id="${CSS.escape(anchor)}"]`)?.focus(),
  );
  return (
    <article class="knowledge-document" lang={document.locale} ref={place}>
      <header>
        {internal && (
          <p class="knowledge-banner" lang={kit.locale}>
            <InternalMark kit={kit} />
          </p>
        )}
        <h3 ref={title} tabIndex={-1}>
          {document.title}
        </h3>
        <p class="quiet" lang={kit.locale}>
          {!internal && t(`knowledge.kind.${record.kind}`)}
          {isOther && ` ${t('knowledge.in', { language: languageName(kit, document.locale) })}`}
          {page && (
            <>
              {' '}
              <a class="with-icon" href={page} target="_blank" rel="noopener">
                {t('knowledge.page')}
                <Icon name="external" size={14} />
              </a>
            </>
          )}
        </p>
        <p class="knowledge-actions" lang={kit.locale}>
          {page && canInsert && (
            <Button
              {...(hasLink && { icon: 'check' })}
              onClick={() => {
                put(page);
                setHasLink(true);
              }}
            >
              {t(hasLink ? 'knowledge.insert.link.done' : 'knowledge.insert.link')}
            </Button>
          )}
          {onAnswers && (
            <Button {...(isAnswer && { icon: 'check' })} onClick={() => onAnswers(record.id)}>
              {t(isAnswer ? 'knowledge.answers.it' : 'knowledge.answers')}
            </Button>
          )}
        </p>
      </header>
      <Sections
        kit={kit}
        document={document}
        hasToAgree={internal && !control.place.agreed.includes(document.id)}
        onAgree={() => control.go({ ...control.place, agreed: [...control.place.agreed, document.id] })}
        frame={frame}
        {...(canInsert && { put })}
      />
    </article>
  );
};

/** Links between documents stay in the panel; any other opens beside the desk. */
const useFrame = ({ kit, ticket, control, announce }: ReadingProps, goTo: (anchor: string) => void): Frame => {
  const words = useReadingWords(kit);
  const { place, go } = control;
  return {
    t: words,
    base: kit.base,
    level: 3,
    announce,
    link(target) {
      if ('document' in target) {
        const [kind, slug = ''] = target.document.split(':');
        const known = documentKind.safeParse(kind);
        const href = known.success ? pageOf(kit, ticket.locale, { kind: known.data, slug }) : '#';
        return { href, onOpen: () => go({ ...place, reading: target.document }) };
      }
      const { href } = target;
      return href.startsWith('#') ? { href, onOpen: () => goTo(href.slice(1)) } : { href, away: true };
    },
  };
};

interface SectionsProps {
  kit: DeskKit;
  document: KnowledgeDocument;
  /** Its text is internal, and nobody has said yet that it may go out. */
  hasToAgree: boolean;
  onAgree: () => void;
  frame: Frame;
  /** Puts a text into the reply. Absent where there is no reply to write. */
  put?: (text: string) => void;
}

/** Each with a way into the reply. What is internal is asked about once for each document. */
const Sections = ({ kit, document, hasToAgree, onAgree, frame, put }: SectionsProps) => {
  const sections = useMemo(() => documentSections(document), [document]);
  const [asking, setAsking] = useState<number>();
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  const insert = ({ text }: DocumentSection, at: number) => {
    put?.(text);
    setTaken(new Set([...taken, at]));
  };
  const take = (section: DocumentSection, at: number) => (hasToAgree ? setAsking(at) : insert(section, at));
  const agree = (section: DocumentSection, at: number) => {
    onAgree();
    setAsking(undefined);
    insert(section, at);
  };
  return (
    <>
      {sections.map((section, at) => (
        <section key={section.heading ?? at} class="knowledge-section">
          <div class="prose">
            <Blocks blocks={section.blocks} frame={frame} />
          </div>
          {put && section.text && (
            <Taking
              kit={kit}
              heading={section.heading}
              isAsking={asking === at}
              isTaken={taken.has(at)}
              onTake={() => take(section, at)}
              onAgree={() => agree(section, at)}
              onCancel={() => setAsking(undefined)}
            />
          )}
        </section>
      ))}
    </>
  );
};

interface TakingProps {
  kit: DeskKit;
  heading: string | undefined;
  /** The text is internal, and whoever took it is asked. */
  isAsking: boolean;
  /** It is in the reply already. */
  isTaken: boolean;
  onTake: () => void;
  onAgree: () => void;
  onCancel: () => void;
}

const Taking = ({ kit, heading, isAsking, isTaken, onTake, onAgree, onCancel }: TakingProps) => {
  const { t, locale } = kit;
  const yes = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsking) yes.current?.querySelector('button')?.focus();
  }, [isAsking]);
  const label = heading === undefined ? undefined : t('knowledge.insert.section.of', { heading });
  return (
    <div class="knowledge-take" lang={locale} ref={yes}>
      {isAsking ? (
        <Notice
          kind="warning"
          action={
            <span class="knowledge-actions">
              <Button onClick={onAgree}>{t('knowledge.internal.yes')}</Button>
              <Button kind="plain" onClick={onCancel}>
                {t('knowledge.internal.no')}
              </Button>
            </span>
          }
        >
          {t('knowledge.internal.ask')}
        </Notice>
      ) : (
        <Button kind="plain" aria-label={label} onClick={onTake} {...(isTaken && { icon: 'check' })}>
          {t(isTaken ? 'knowledge.insert.section.done' : 'knowledge.insert.section')}
        </Button>
      )}
    </div>
  );
};
