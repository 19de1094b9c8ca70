import { type ComponentChildren, h } from 'preact';
import type { Block } from '../../content/schema/tree.ts';
import { addIcons, Icon } from '../ui/icon.tsx';
import { later } from '../ui/icon-paths.ts';
import { Code } from './code.tsx';
import type { Frame } from './frame.ts';
import { Inlines } from './inline.tsx';
import { Picture } from './picture.tsx';
import { Scrollable } from './scrollable.ts';
import { Tabs } from './tabs.tsx';

addIcons(later);

interface Blocks {
  blocks: readonly Block[];
  frame: Frame;
}

/**
 * The body of a document: one component for each tag of the safe tree, none for anything else. Everything goes through
 * createElement and text nodes, so a host page under Trusted Types sees no HTML of ours.
 */
export const Blocks = ({ blocks, frame }: Blocks) => (
  <>{blocks.map((block, index) => h(BlockView, { key: index, block, frame }))}</>
);

type Of<T extends Block['tag']> = { block: Extract<Block, { tag: T }>; frame: Frame };

const BlockView = ({ block, frame }: { block: Block; frame: Frame }): ComponentChildren => {
  switch (block.tag) {
    case 'p':
      return (
        <p>
          <Inlines nodes={block.children} frame={frame} />
        </p>
      );
    case 'h2':
    case 'h3':
    case 'h4':
      return <Heading block={block} frame={frame} />;
    case 'ul':
    case 'ol':
    case 'steps':
      return <List block={block} frame={frame} />;
    case 'blockquote':
      return (
        <blockquote>
          <Blocks blocks={block.children} frame={frame} />
        </blockquote>
      );
    case 'pre':
      return <Code text={block.text} language={block.language} frame={frame} />;
    case 'hr':
      return <hr />;
    case 'table':
      return <Table block={block} frame={frame} />;
    case 'callout':
      return <Callout block={block} frame={frame} />;
    case 'tabs':
      return (
        <Tabs
          tabs={block.tabs.map(({ label, children }) => ({
            label,
            panel: <Blocks blocks={children} frame={frame} />,
          }))}
        />
      );
    case 'figure':
      return (
        <figure>
          <Picture image={block.image} frame={frame} />
          {block.caption.length > 0 && (
            <figcaption>
              <Inlines nodes={block.caption} frame={frame} />
            </figcaption>
          )}
        </figure>
      );
    default:
      return null;
  }
};

/** Levels follow the place: in the panel the title of a document is not the page's first heading. */
const Heading = ({ block, frame }: Of<'h2' | 'h3' | 'h4'>) => {
  const level = Math.min(6, frame.level + Number(block.tag[1]) - 1);
  return h(
    `h${level}`,
    { id: block.id, class: block.tag, tabIndex: -1 },
    <Inlines nodes={block.children} frame={frame} />,
  );
};

const List = ({ block, frame }: Of<'ul' | 'ol' | 'steps'>) => {
  const items = block.items.map((item, index) => h('li', { key: index }, <Blocks blocks={item} frame={frame} />));
  if (block.tag === 'ul') return <ul>{items}</ul>;
  return <ol {...(block.tag === 'ol' ? { start: block.start } : { class: 'steps' })}>{items}</ol>;
};

const Callout = ({ block, frame }: Of<'callout'>) => (
  <aside class={`callout ${block.kind}`}>
    <p class="callout-title">
      <Icon name={block.kind === 'note' ? 'info' : block.kind} size={18} />
      {block.title ?? frame.t(`callout.${block.kind}`)}
    </p>
    <Blocks blocks={block.children} frame={frame} />
  </aside>
);

const Table = ({ block, frame }: Of<'table'>) => {
  const align = (column: number) => ({ 'data-align': block.align[column] ?? 'start' });
  return (
    <Scrollable class="table" label={frame.t('article.table')}>
      <table>
        <thead>
          <tr>
            {block.head.map((cell, column) =>
              h('th', { key: column, scope: 'col', ...align(column) }, <Inlines nodes={cell} frame={frame} />),
            )}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) =>
            h(
              'tr',
              { key: index },
              row.map((cell, column) =>
                h('td', { key: column, ...align(column) }, <Inlines nodes={cell} frame={frame} />),
              ),
            ),
          )}
        </tbody>
      </table>
    </Scrollable>
  );
};

/** What draws blocks where nobody knows of a frame. */
export const bodyOf =
  (frame: Frame) =>
  ({ blocks }: { blocks: readonly Block[] }) => <Blocks blocks={blocks} frame={frame} />;
