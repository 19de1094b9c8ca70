import { useRef, useState } from 'preact/hooks';
import type { CompiledDocument } from '../../content/schema/document.ts';
import articleCss from '../article/article.css?inline';
import { Blocks, bodyOf } from '../article/blocks.tsx';
import { checkDocument } from '../article/check.ts';
import { Contents } from '../article/contents.tsx';
import { Head } from '../article/head.tsx';
import type { Language } from '../i18n/language.ts';
import type { Content } from '../search/content.ts';
import { findRecord } from '../search/records.ts';
import { addressOf, type Site } from '../ui/address.ts';
import { Steps } from '../walkthrough/steps.tsx';
import walkthroughCss from '../walkthrough/walkthrough.css?inline';
import { frameOf } from './frame.ts';

/** Reading on a page of the help center: the same tree, with links that are links and nothing to send. */

export const css = [articleCss, walkthroughCss];
export { loadReadingMessages as loadMessages } from '../i18n/reading.ts';

/** The checked document, from the library when it is there. */
export const readDocument = async (content: Content, id: string): Promise<CompiledDocument | undefined> => {
  await content.library.load();
  const record = await findRecord(content, [id]).catch(() => undefined);
  const value = record && (await content.document(record).catch(() => undefined));
  return value === undefined ? undefined : checkDocument(value);
};

interface ReaderProps {
  language: Language;
  site: Site;
  content: Content;
  document: CompiledDocument;
}

export const Reader = ({ language: { t, locale }, site, content, document }: ReaderProps) => {
  const place = useRef<HTMLElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const [done, setDone] = useState<ReadonlySet<number>>(new Set());
  const announce = (text: string) => {
    if (status.current) status.current.textContent = text;
  };
  const goTo = (id: string) => place.current?.querySelector(`[id="${CSS.escape(id)}"]`)?.scrollIntoView();
  const places = {
    recordOf: content.record,
    hrefOf: (record: Parameters<typeof addressOf>[1], anchor?: string) => addressOf(site, record, anchor),
  };
  const frame = frameOf({ kit: { t, base: site.base, announce }, places, level: 1, goTo });
  const mark = (step: number, isDone: boolean) =>
    setDone(new Set(isDone ? [...done, step] : [...done].filter((other) => other !== step)));
  return (
    <article class="reading" ref={place} lang={document.locale}>
      <Head document={document} t={t} locale={locale} level={1} />
      <Contents blocks={document.body} t={t} onGo={goTo} />
      <div class="prose">
        <Blocks blocks={document.body} frame={frame} />
      </div>
      {document.steps && <Steps steps={document.steps} t={t} body={bodyOf(frame)} done={done} onMark={mark} />}
      <p class="sr-only" role="status" ref={status} />
    </article>
  );
};
