import type { CompiledDocument } from '../schema/document.ts';
import type { Block, Inline } from '../schema/tree.ts';

interface Headed {
  /** Absent before the first heading. */
  anchor?: string;
  heading?: string;
}
/** The text below one heading; blocks, list items, table rows and lines of code are lines. */
export interface Section extends Headed {
  text: string;
}

/**
 * What a line is in its section: an `item` or a `step` begins one of an unordered or an ordered list, what follows in it
 * is `under`; a `label` is a title, a tab, a picture's text; a `note` stands in a callout.
 */
export type LineKind = 'text' | 'item' | 'step' | 'under' | 'note' | 'label' | 'row' | 'code';
export interface Line {
  kind: LineKind;
  text: string;
}
/** A section by its lines. */
export interface LinedSection extends Headed {
  lines: Line[];
}

const inlineText = (children: readonly Inline[]): string =>
  children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.tag === 'code') return child.text;
      if (child.tag === 'br') return '\n';
      return child.tag === 'img' ? child.alt : inlineText(child.children);
    })
    .join('');

const lines = (kind: LineKind, text: string): Line[] => text.split('\n').map((line) => ({ kind, text: line }));

/** Lines of an item: its first words are the item, other text is below it. */
const itemLines = (kind: LineKind, item: readonly Block[]): Line[] =>
  linesOf(item).map((line, at) => (line.kind === 'text' ? { ...line, kind: at === 0 ? kind : 'under' } : line));

const linesOf = (blocks: readonly Block[]): Line[] => blocks.flatMap(blockLines);

function blockLines(block: Block): Line[] {
  switch (block.tag) {
    case 'hr':
      return [];
    case 'pre':
      return lines('code', block.text);
    case 'ul':
      return block.items.flatMap((item) => itemLines('item', item));
    case 'ol':
    case 'steps':
      return block.items.flatMap((item) => itemLines('step', item));
    case 'blockquote':
      return linesOf(block.children);
    case 'callout':
      return [
        ...lines('label', block.title ?? ''),
        ...linesOf(block.children).map((line) => (line.kind === 'text' ? { ...line, kind: 'note' as const } : line)),
      ];
    case 'tabs':
      return block.tabs.flatMap((tab) => [...lines('label', tab.label), ...linesOf(tab.children)]);
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => lines('row', row.map(inlineText).join(' · ')));
    case 'figure':
      return [...lines('label', block.image.alt), ...lines('text', inlineText(block.caption))];
    default:
      return lines(block.children.every(isPicture) ? 'label' : 'text', inlineText(block.children));
  }
}

const isPicture = (child: Inline): boolean => typeof child !== 'string' && child.tag === 'img';

/** A document as plain lines, a section for each heading at its top level; the steps of a walkthrough follow its body. */
export function linedSectionsOf(document: Pick<CompiledDocument, 'body' | 'steps'>): LinedSection[] {
  const blocks = [...document.body, ...(document.steps ?? []).flatMap((step) => [...step.do, ...step.say])];
  const sections: LinedSection[] = [{ lines: [] }];
  for (const block of blocks) {
    if (block.tag === 'h2' || block.tag === 'h3' || block.tag === 'h4') {
      sections.push({ anchor: block.id, heading: inlineText(block.children), lines: [] });
    } else sections.at(-1)?.lines.push(...blockLines(block));
  }
  return sections
    .map((section) => ({
      ...section,
      lines: section.lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text),
    }))
    .filter((section) => section.lines.length > 0 || section.heading);
}

/** The same with the lines of a section as one text. */
export const sectionsOf = (document: Pick<CompiledDocument, 'body' | 'steps'>): Section[] =>
  linedSectionsOf(document).map(({ lines, ...headed }) => ({
    ...headed,
    text: lines.map(({ text }) => text).join('\n'),
  }));
