import type { Block, Inline } from '../../schema/tree.ts';

type Change = (inline: Inline) => Inline[];

const inlines = (children: readonly Inline[], change: Change): Inline[] =>
  children.flatMap((child) =>
    change(
      typeof child === 'string' || !('children' in child)
        ? child
        : { ...child, children: inlines(child.children, change) },
    ),
  );

/** The same blocks with other inline content; children are changed before what holds them. */
export const mapInlines = (blocks: readonly Block[], change: Change): Block[] =>
  blocks.map((block): Block => {
    switch (block.tag) {
      case 'p':
      case 'h2':
      case 'h3':
      case 'h4':
        return { ...block, children: inlines(block.children, change) };
      case 'ul':
      case 'ol':
      case 'steps':
        return { ...block, items: block.items.map((item) => mapInlines(item, change)) };
      case 'blockquote':
      case 'callout':
        return { ...block, children: mapInlines(block.children, change) };
      case 'table':
        return {
          ...block,
          head: block.head.map((cell) => inlines(cell, change)),
          rows: block.rows.map((row) => row.map((cell) => inlines(cell, change))),
        };
      case 'tabs':
        return { ...block, tabs: block.tabs.map((tab) => ({ ...tab, children: mapInlines(tab.children, change) })) };
      case 'figure':
        return { ...block, caption: inlines(block.caption, change) };
      default:
        return block;
    }
  });
