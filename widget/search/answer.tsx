import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { Answer } from '../../content/search/answer.ts';
import type { Translate } from '../i18n/translate.ts';
import { adopt } from '../ui/style.ts';
import css from './answer.css?inline';
import { isFor } from './audience.ts';
import type { Content } from './content.ts';
import { Marked } from './marked.tsx';
import { isPlain } from './result.tsx';
import type { Row } from './rows.ts';

interface AnswerProps {
  t: Translate;
  content: Content;
  query: string;
  verbatim: boolean;
  audience: readonly string[];
  /** Document of the first result that is shown: an answer from another one is none. */
  first: string | undefined;
  hrefOf: (row: Row) => string;
  /** A plain click. Default the link does what links do. */
  onOpen?: ((row: Row) => void) | undefined;
}
type Question = Pick<AnswerProps, 'content' | 'query' | 'verbatim' | 'audience'>;

/** How long nobody typed before an answer may come: with every letter it may be another one. */
const quietMs = 400;
/** After so long somebody reads the list: what comes above it now would take the lines from under their eyes. */
const lateMs = 1_500;

/** Our own compiler wrote it and its checksum held; a document of another shape costs its answer. */
export const isDocument = (value: unknown): value is CompiledDocument => Array.isArray(Object(value).body);

/** The document of the first result is fetched only where its text may be an answer, and never for who saves data. */
async function answerTo({ content, query, verbatim, audience }: Question): Promise<Answer | undefined> {
  try {
    const { answerOf, promising, savesData } = await import('./library.ts');
    const isMeant = (document: { audience: readonly string[] }) => isFor(document, audience);
    const answer = content.engine.search(query, 3, { isMeant, verbatim });
    const asked = { engine: content.engine, query, answer };
    const found = promising(asked);
    if (!found || (!(await content.library.load()) && savesData())) return undefined;
    const document = await content.document(found.record);
    return isDocument(document) ? answerOf(asked, document) : undefined;
  } catch {
    // The results say where it stands.
    return undefined;
  }
}

const listOf = (place: Element | null) => place?.closest('.search')?.querySelector('.results');

/** Whether somebody makes for a result since these words stand there: then nothing may move any more. */
const useAim = (place: { current: Element | null }, query: string): (() => boolean) => {
  const aimed = useRef(false);
  useEffect(() => {
    aimed.current = false;
    const list = listOf(place.current);
    const ends = new AbortController();
    const aim = (event: Event) => {
      // A list that changes below a pointer at rest gives word of a move as well.
      if (!(event instanceof MouseEvent) || event.movementX !== 0 || event.movementY !== 0) aimed.current = true;
    };
    for (const kind of ['mousemove', 'touchstart', 'wheel'])
      list?.addEventListener(kind, aim, { signal: ends.signal, passive: true });
    return () => ends.abort();
  }, [query]);
  return () => aimed.current || listOf(place.current)?.querySelector(':focus, [aria-selected="true"]') != null;
};

/**
 * The answer to what stands in the field, after a pause, and as long as its document is the first result. It comes above
 * the results, so it comes soon or not at all, and never to somebody who makes for one of them.
 */
const useAnswer = (question: Question, first: string | undefined) => {
  const { content, query, verbatim, audience } = question;
  const place = useRef<HTMLParagraphElement>(null);
  const [found, setFound] = useState<Answer>();
  const isAimed = useAim(place, query);
  useEffect(() => {
    let here = true;
    const settle = (answer?: Answer) => {
      if (!here) return;
      here = false;
      // Where one stands, that of other words may not stay.
      setFound((before) => (before || !isAimed() ? answer : undefined));
    };
    const timers = [setTimeout(async () => settle(await answerTo(question)), quietMs), setTimeout(settle, lateMs)];
    return () => {
      here = false;
      for (const timer of timers) clearTimeout(timer);
    };
    // What has come to the same index since is no new question.
  }, [content.engine, query, verbatim, audience]);
  return { place, answer: found?.record.id === first ? found : undefined };
};

const rowOf = ({ record, text, marks, heading, anchor }: Answer): Row => ({
  record,
  rank: 1,
  titleMarks: [],
  text,
  textMarks: marks,
  place: '',
  ...(anchor === undefined ? {} : { anchor, heading: heading ?? '' }),
});

/** The passage that answers, above the results, and the way to where it stands. Nothing where the evidence is weak. */
export const AnswerCard = ({ t, first, hrefOf, onOpen, ...question }: AnswerProps) => {
  const { place, answer } = useAnswer(question, first);
  const label = useId();
  useLayoutEffect(() => {
    const root = place.current?.getRootNode();
    if (root instanceof ShadowRoot) adopt(root, css);
  }, []);
  const row = answer && rowOf(answer);
  return (
    <>
      {/* There before the answer is, so that it is heard. */}
      <p class="sr-only" aria-live="polite" id={label} ref={place}>
        {answer && t('search.answer', { title: answer.record.title })}
      </p>
      {answer && row && (
        <section class="answer" aria-labelledby={label}>
          <div>
            <p class="answer-text">
              <Marked text={answer.text} marks={answer.marks} />
            </p>
            <p class="answer-from">
              <a
                href={hrefOf(row)}
                onClick={(event) => {
                  if (!onOpen || !isPlain(event)) return;
                  event.preventDefault();
                  onOpen(row);
                }}
              >
                {answer.record.title}
              </a>
              {answer.heading && <span> · {answer.heading}</span>}
            </p>
          </div>
        </section>
      )}
    </>
  );
};
