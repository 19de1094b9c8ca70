import { render } from 'preact';
import { anchorFrom, type FullAnchor } from '../../content/schema/anchor.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { Guide } from '../../content/schema/guide.ts';
import type { Block, Inline } from '../../content/schema/tree.ts';
import { loadGuideMessages } from '../i18n/guide.ts';
import { loadInspectorMessages } from '../i18n/inspector.ts';
import formCss from '../ui/form.css?inline';
import { adopt } from '../ui/style.ts';
import { boxOf } from '../walkthrough/anchor/visible.ts';
import guideCss from '../walkthrough/guide/guide.css?inline';
import { createLayer } from '../walkthrough/guide/layer.ts';
import { lead } from '../walkthrough/guide/lead.ts';
import { begin } from '../walkthrough/guide/run.ts';
import { advanceOf, type Draft } from '../walkthrough/inspector/draft.ts';
import inspectorCss from '../walkthrough/inspector/inspector.css?inline';
import { Inspector } from '../walkthrough/inspector/inspector.tsx';
import { pathOf } from './guidance.ts';
import { type GuideParts, stepsIn } from './guide.ts';

/** For authors, on their own page: a chunk that comes when somebody asks for it. */

export const loadMessages = async (locale: string) => ({
  ...(await loadGuideMessages(locale)),
  ...(await loadInspectorMessages(locale)),
});

let isOpen = false;

/** Opens the inspector beside the page. Once at a time. */
export const inspect = ({ state, knowledge, move }: GuideParts): void => {
  const root = document.querySelector('tierzero-root')?.shadowRoot;
  if (!root || isOpen) return;
  isOpen = true;
  for (const css of [formCss, guideCss, inspectorCss]) adopt(root, css);
  move.hide();
  const [options, , life] = state.handle;
  const language = state.language.get();
  const end = new AbortController();
  const layer = createLayer(root, { lang: language.locale, dir: language.dir }, end.signal);
  layer.element.classList.add('inspecting');
  let marked: Element | undefined;
  const follow = () => layer.mark(marked?.isConnected ? boxOf(marked) : undefined);
  const mark = (element: Element | undefined) => {
    marked = element;
    follow();
  };
  for (const type of ['scroll', 'resize']) addEventListener(type, follow, { capture: true, signal: end.signal });
  let showing = new AbortController();
  const close = () => {
    isOpen = false;
    end.abort();
    showing.abort();
    render(null, layer.place);
    layer.end();
  };
  life.signal.addEventListener('abort', close, { signal: end.signal });
  const preview = (draft: Draft, anchor: FullAnchor) => {
    showing.abort();
    showing = new AbortController();
    layer.element.hidden = true;
    const show = () => {
      layer.element.hidden = false;
      layer.raise();
    };
    lead({
      root,
      language,
      document: documentOf(draft, anchor, pathOf(state), language.t('inspector.title')),
      from: begin(0, Date.now()),
      body: stepsIn({ state, knowledge, move }),
      path: () => pathOf(state),
      now: Date.now,
      atStart: options['launcher'] === 'start',
      signal: showing.signal,
      tell: ({ phase }) => phase === 'over' && show(),
      exits: { leave: show, list: show, read: show, tell: show },
    });
  };
  render(
    <Inspector
      {...{ t: language.t, layer: layer.element, mark, preview }}
      path={() => pathOf(state)}
      onClose={close}
    />,
    layer.place,
  );
};

/** A walkthrough of this one step. */
const documentOf = (
  draft: Draft,
  anchor: FullAnchor,
  start: string,
  title: string,
): CompiledDocument & { guide: Guide } => ({
  id: 'walkthrough:preview',
  kind: 'walkthrough',
  slug: 'preview',
  locale: document.documentElement.lang || 'en',
  category: 'preview',
  title,
  description: '',
  related: [],
  body: [],
  steps: [{ do: paragraph(draft.doing), say: draft.saying ? paragraph(draft.saying) : [] }],
  guide: { start, steps: [{ id: 'preview', anchor: anchorFrom(anchor), advance: advanceOf(draft), skip: false }] },
  source: '',
});

/** The one thing of Markdown that a step is likely to have. */
const paragraph = (text: string): Block[] => [
  {
    tag: 'p',
    children: text
      .split(/\*\*(.+?)\*\*/)
      .map((part, place): Inline => (place % 2 ? { tag: 'strong', children: [part] } : part)),
  },
];
