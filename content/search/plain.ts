import type { CompiledDocument } from '../schema/document.ts';
import type { Block, Inline } from '../schema/tree.ts';

/** The text below one heading; blocks, list items, table rows and lines of code are lines. */
export interface Section {
  /** Absent before the first heading. */
  anchor?: string;
  heading?: string;
  text: string;
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

const linesOf = (blocks: readonly Block[]): string[] => blocks.flatMap(blockLines);

function blockLines(block: Block): string[] {
  switch (block.tag) {
    case 'hr':
      return [];
    case 'pre':
      return block.text.split('\n');
    case 'ul':
    case 'ol':
    case 'steps':
      return block.items.flatMap(linesOf);
    case 'blockquote':
      return linesOf(block.children);
    case 'callout':
      return [block.title ?? '', ...linesOf(block.children)];
    case 'tabs':
      return block.tabs.flatMap((tab) => [tab.label, ...linesOf(tab.children)]);
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' · '));
    case 'figure':
      return [block.image.alt, inlineText(block.caption)];
    default:
      return [inlineText(block.children)];
  }
}

/** A document as plain text, a section for each heading at its top level; the steps of a walkthrough follow its body. */
export function sectionsOf(document: CompiledDocument): Section[] {
  const blocks = [...document.body, ...(document.steps ?? []).flatMap((step) => [...step.do, ...step.say])];
  const sections: { anchor?: string; heading?: string; lines: string[] }[] = [{ lines: [] }];
  for (const block of blocks) {
    if (block.tag === 'h2' || block.tag === 'h3' || block.tag === 'h4') {
      sections.push({ anchor: block.id, heading: inlineText(block.children), lines: [] });
    } else sections.at(-1)?.lines.push(...blockLines(block));
  }
  return sections
    .map(({ lines, ...rest }) => ({
      ...rest,
      text: lines
        .map((line) => line.trim())
        .filter(Boolean)
        .join('\n'),
    }))
    .filter((section) => section.text || section.heading);
}
