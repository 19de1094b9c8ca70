import type { ComponentChildren } from 'preact';
import type { Inline } from '../../content/schema/tree.ts';
import type { Frame, FrameLink } from './frame.ts';
import { Picture } from './picture.tsx';

const isPlain = (event: MouseEvent): boolean => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** SECURITY: the schema allows these only; a tree that came another way gets no other scheme either. */
const isSafe = (href: string): boolean => /^(?:https?:\/\/|mailto:|#)/.test(href);

export const Link = ({ link, children }: { link: FrameLink; children: ComponentChildren }): ComponentChildren => {
  if (!isSafe(link.href)) return children;
  return (
    <a
      href={link.href}
      {...(link.away ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      onClick={(event) => {
        if (!link.onOpen || !isPlain(event)) return;
        event.preventDefault();
        link.onOpen();
      }}
    >
      {children}
    </a>
  );
};

/** Text with what may stand in a line. Anything the list does not know is left out. */
export const Inlines = ({ nodes, frame }: { nodes: readonly Inline[]; frame: Frame }) => (
  <>{nodes.map((node) => inline(node, frame))}</>
);

const inline = (node: Inline, frame: Frame): ComponentChildren => {
  if (typeof node === 'string') return node;
  switch (node.tag) {
    case 'strong':
      return (
        <strong>
          <Inlines nodes={node.children} frame={frame} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inlines nodes={node.children} frame={frame} />
        </em>
      );
    case 'del':
      return (
        <del>
          <Inlines nodes={node.children} frame={frame} />
        </del>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'a':
      return (
        <Link link={frame.link(node.to)}>
          <Inlines nodes={node.children} frame={frame} />
        </Link>
      );
    case 'br':
      return <br />;
    case 'img':
      return <Picture image={node} frame={frame} />;
    default:
      return null;
  }
};
