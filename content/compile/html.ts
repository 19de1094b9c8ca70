import type { Block, Inline, LinkTarget } from '../schema/tree.ts';
import { element, escapeHtml, startTag } from './html-element.ts';
import { textOf } from './markdown/inline.ts';

/** What a page decides about the HTML made from a tree. Everything given here is escaped. */
export interface HtmlOptions {
  /** Address of a link's target. */
  href(to: LinkTarget): string;
  /** Address of a picture by its file name below the base (`tz/…`). */
  src(file: string): string;
  /** Words in the page's language: the kinds of callout, and what a table is called. */
  words: Record<'note' | 'tip' | 'warning' | 'table', string>;
}

/** Options, and how many tables there were: scroll boxes are named differently. */
interface Writing {
  options: HtmlOptions;
  tables: number;
}

/**
 * The tree as HTML.
 * SECURITY: element and attribute names are literals of this file, and all text is escaped.
 */
export function toHtml(blocks: readonly Block[], options: HtmlOptions): string {
  return blocksHtml(blocks, { options, tables: 0 });
}

const blocksHtml = (blocks: readonly Block[], writing: Writing): string =>
  blocks.map((block) => blockHtml(block, writing)).join('');
const inlinesHtml = (inlines: readonly Inline[], writing: Writing): string =>
  inlines.map((inline) => inlineHtml(inline, writing)).join('');

function blockHtml(block: Block, writing: Writing): string {
  switch (block.tag) {
    case 'p':
      return element('p', {}, inlinesHtml(block.children, writing));
    case 'h2':
    case 'h3':
    case 'h4':
      return element(block.tag, { id: block.id }, inlinesHtml(block.children, writing));
    case 'ul':
      return element('ul', {}, itemsHtml(block.items, writing));
    case 'ol':
      return element('ol', { start: block.start === 1 ? undefined : block.start }, itemsHtml(block.items, writing));
    case 'steps':
      return element('ol', { class: 'steps' }, itemsHtml(block.items, writing));
    case 'blockquote':
      return element('blockquote', {}, blocksHtml(block.children, writing));
    case 'pre':
      return codeHtml(block);
    case 'hr':
      return startTag('hr');
    case 'table':
      return tableHtml(block, writing);
    case 'callout':
      return calloutHtml(block, writing);
    case 'tabs':
      return element(
        'div',
        { class: 'tabs', 'data-tabs': '' },
        block.tabs.map((tab) => tabHtml(tab, writing)).join(''),
      );
    case 'figure':
      return figureHtml(block, writing);
  }
}

const itemsHtml = (items: readonly Block[][], writing: Writing): string =>
  items.map((item) => element('li', {}, itemHtml(item, writing))).join('');

/** A lone paragraph, or one before nested lists, needs no element of its own in an item. */
function itemHtml(item: readonly Block[], writing: Writing): string {
  const [first, ...rest] = item;
  const isTight = first?.tag === 'p' && rest.every(({ tag }) => tag === 'ul' || tag === 'ol');
  return isTight ? inlinesHtml(first.children, writing) + blocksHtml(rest, writing) : blocksHtml(item, writing);
}

/** Focusable, so that the keyboard can scroll a long line. */
function codeHtml({ language, text }: Extract<Block, { tag: 'pre' }>): string {
  const code = element('code', { class: language ? `language-${language}` : undefined }, escapeHtml(text));
  return element('pre', { tabindex: 0 }, code);
}

/** A table in a box of its own, which scrolls by keyboard and is named by its number and columns. */
function tableHtml({ head, rows, align }: Extract<Block, { tag: 'table' }>, writing: Writing): string {
  writing.tables += 1;
  const columns = head.map(textOf).filter(Boolean).join(', ');
  const cell = (name: 'th' | 'td') => (content: Inline[], column: number) => {
    const side = align[column];
    const attributes = { scope: name === 'th' ? 'col' : undefined, class: side ? `align-${side}` : undefined };
    return element(name, attributes, inlinesHtml(content, writing));
  };
  const row = (cells: Inline[][], name: 'th' | 'td') => element('tr', {}, cells.map(cell(name)).join(''));
  const body = rows.map((cells) => row(cells, 'td')).join('');
  const table = element('table', {}, element('thead', {}, row(head, 'th')) + element('tbody', {}, body));
  const label = `${writing.options.words.table} ${writing.tables}: ${columns}`;
  return element('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': label }, table);
}

/** The kind is said in a word beside the place for its icon; a title of the author's follows. */
function calloutHtml({ kind, title, children }: Extract<Block, { tag: 'callout' }>, writing: Writing): string {
  const icon = element('span', { class: 'callout-icon', 'aria-hidden': 'true' }, '');
  const word = element('span', { class: 'callout-word' }, escapeHtml(writing.options.words[kind]));
  const name = title === undefined ? '' : ` ${element('span', { class: 'callout-name' }, escapeHtml(title))}`;
  const heading = element('p', { class: 'callout-title' }, `${icon}${word}${name}`);
  const body = element('div', { class: 'callout-body' }, blocksHtml(children, writing));
  // A note rather than a landmark of its own: an article with five callouts would list five.
  return element('aside', { class: `callout callout-${kind}`, role: 'note' }, heading + body);
}

/** Without JavaScript every tab is a section under its label; a script may make tabs of `data-tabs`. */
function tabHtml(tab: { label: string; children: Block[] }, writing: Writing): string {
  const label = element('p', { class: 'tab-label' }, escapeHtml(tab.label));
  return element('section', { class: 'tab', 'data-tab': tab.label }, label + blocksHtml(tab.children, writing));
}

function figureHtml({ image, caption }: Extract<Block, { tag: 'figure' }>, writing: Writing): string {
  const words = caption.length > 0 ? element('figcaption', {}, inlinesHtml(caption, writing)) : '';
  return element('figure', {}, inlineHtml(image, writing) + words);
}

function inlineHtml(inline: Inline, writing: Writing): string {
  if (typeof inline === 'string') return escapeHtml(inline);
  const { options } = writing;
  switch (inline.tag) {
    case 'strong':
    case 'em':
    case 'del':
      return element(inline.tag, {}, inlinesHtml(inline.children, writing));
    case 'code':
      return element('code', {}, escapeHtml(inline.text));
    case 'a':
      return element('a', { href: options.href(inline.to) }, inlinesHtml(inline.children, writing));
    case 'br':
      return startTag('br');
    case 'img': {
      const { src, alt, width, height } = inline;
      return startTag('img', { src: options.src(src), alt, width, height, loading: 'lazy', decoding: 'async' });
    }
  }
}
