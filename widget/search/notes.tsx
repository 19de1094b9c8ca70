import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { asWritten, textsOf } from '../../content/search/spelling.ts';
import { loadSearchMessages } from '../i18n/search.ts';
import { createTranslate, type Translate } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { adopt } from '../ui/style.ts';
import { AnswerCard, isDocument } from './answer.tsx';
import { isFor } from './audience.ts';
import { broaden, nearestCategories } from './broaden.ts';
import type { Content } from './content.ts';
import css from './notes.css?inline';
import { retryFill } from './records.ts';
import type { Found, Row } from './rows.ts';

export interface NotesProps {
  content: Content;
  query: string;
  found: Found;
  audience: readonly string[];
  onQuery: (query: string) => void;
  /** Words as they were typed, or corrected again. */
  onVerbatim: (verbatim: boolean) => void;
  /** Called when what could not be loaded is asked for again. Default nobody is told. */
  onRetry?: () => void;
  /** The way into a category: a button or a link. */
  category: (category: { slug: string; title: string }) => ComponentChildren;
  /** The way to a person. */
  person: ComponentChildren;
  /** Where the answer above the results leads. Default there is none. */
  hrefOf?: (row: Row) => string;
  /** A plain click on it. Default a link does what links do. */
  onOpen?: (row: Row) => void;
  /** Document of the first result shown. Default the first that was found. */
  first?: string | undefined;
}
type Worded = NotesProps & { t: Translate; locale: string };

/** The notes in these words; `t` has those of the first screen. */
export const notesIn = async (t: Translate, locale: string) => {
  const worded = createTranslate(locale, await loadSearchMessages(locale), t);
  return { Notes: (props: NotesProps) => <Notes {...props} t={worded} locale={locale} /> };
};

/** What the words were taken for, as the texts write it; found under what these readers may see. */
function correctionOf({ content, query, audience }: Pick<NotesProps, 'content' | 'query' | 'audience'>) {
  const isMeant = (document: { audience: readonly string[] }) => isFor(document, audience);
  const { corrected, results } = content.engine.search(query, most, { isMeant });
  if (corrected === undefined) return undefined;
  const documents = results.map(({ record }) => content.library.document(record.id)).filter(isDocument);
  // Places of records that are not here are empty. Each of those read costs a moment, at every letter.
  const records = [
    ...results.map(({ record }) => record),
    ...content.head.records.filter(Boolean).slice(0, mostRecords),
  ];
  return asWritten(corrected, query, textsOf(documents, records), content.head.locale);
}
/** Results whose texts are read for how a word is written. */
const most = 10;
/** Titles and descriptions that are read for it. */
const mostRecords = 300;

/** A tag that is none has no name, nor has any in a browser without names. */
const nameOf = (tag: string, locale: string): string => {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

const tongue = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** That texts are in another language than the reader's, when those found are. */
const Untranslated = ({ t, content, found: { rows }, locale }: Pick<Worded, 't' | 'content' | 'found' | 'locale'>) => {
  const languages = rows.map(({ record }) => record.locale ?? content.locale);
  const foreign = languages.filter((tag) => tongue(tag) !== tongue(locale));
  const [first] = foreign;
  if (first === undefined) return null;
  const language = nameOf(first, locale);
  return (
    <p class="search-note">
      {t(foreign.length < rows.length ? 'search.half-translated' : 'search.untranslated', { language })}
    </p>
  );
};

/** What is said about results: that some are missing, that a word was corrected, that nothing was found. */
const Notes = (props: Worded) => {
  const { t, content, query, found, audience, locale } = props;
  const words = query.trim();
  const isMeant = (document: { audience: readonly string[] }) => isFor(document, audience);
  const corrected = useMemo(
    () => (found.verbatim || found.corrected !== undefined ? correctionOf(props) : undefined),
    [content, query, found.rows],
  );
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = place.current?.getRootNode();
    if (root instanceof ShadowRoot) adopt(root, css);
  }, []);
  const empty = found.count === 0;
  const searched = found.verbatim ? words : corrected;
  return (
    <>
      <div class="notes" ref={place}>
        {found.partial && (
          <Notice
            kind="info"
            title={t('search.partial')}
            action={
              <Button
                onClick={() => {
                  retryFill(content);
                  props.onRetry?.();
                }}
              >
                {t('problem.retry')}
              </Button>
            }
          />
        )}
        {corrected && (
          // One button in one place, so that focus stays on it while it leads back and forth.
          <p class={empty ? 'search-note none' : 'search-note'}>
            <span>{t(empty ? 'search.empty' : 'search.corrected', { query: searched ?? words })} </span>
            <button type="button" onClick={() => props.onVerbatim(!found.verbatim)}>
              {t('search.instead', { query: found.verbatim ? corrected : words })}
            </button>
          </p>
        )}
        <Untranslated t={t} content={content} found={found} locale={locale} />
        {empty && <Empty {...props} words={words} isMeant={isMeant} isExplained={corrected !== undefined} />}
      </div>
      {props.hrefOf && (
        <AnswerCard
          t={t}
          content={content}
          query={query}
          verbatim={found.verbatim}
          audience={audience}
          first={props.first ?? found.rows[0]?.record.id}
          hrefOf={props.hrefOf}
          onOpen={props.onOpen}
        />
      )}
    </>
  );
};

interface EmptyProps extends Worded {
  words: string;
  isMeant: (document: { audience: readonly string[] }) => boolean;
  /** What was not found stands above, with what was meant. */
  isExplained: boolean;
}

/** Nothing found: a query that finds something, the nearest categories, a person. */
const Empty = ({ t, content, words, isMeant, isExplained, onQuery, category, person }: EmptyProps) => {
  const broader = useMemo(() => {
    // As written: a beginning that finds something by way of a correction would say one thing and show another.
    const finds = (start: string) => content.engine.search(start, 1, { isMeant, verbatim: true }).count > 0;
    return isExplained ? undefined : broaden(words, finds);
  }, [content, words, isExplained]);
  return (
    <div class="empty">
      {!isExplained && <p class="empty-title">{t('search.empty', { query: words })}</p>}
      {broader && (
        <p>
          <Button icon="search" onClick={() => onQuery(broader)}>
            {t('search.broader', { query: broader })}
          </Button>
        </p>
      )}
      <p class="quiet">{t('search.browse')}</p>
      <ul class="chips">
        {nearestCategories(words, content.head.categories, 3).map((entry) => (
          <li key={entry.slug}>{category(entry)}</li>
        ))}
      </ul>
      {person}
    </div>
  );
};
