import type { Nodes, PhrasingContent, Text } from 'mdast';
import { htmlLines } from './html-text.ts';
import type { Simplifying } from './simplify.ts';

/** Text as it is, without a place: nothing is read from its source any more. */
export const text = (value: string): Text => ({ type: 'text', value });

/** All text in a node. */
export function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value.trim();
  if (node.type === 'break') return '';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Tags of components, which CommonMark reads as text when they hold braces; `List<String>` is none. */
const component = /(?<![\p{L}\p{N}])<\/?[A-Z][\w.]*(?:\s[^<>]*)?\/?>/gu;

function withoutComponents(value: string, at: Simplifying): string {
  const found = value.match(component) ?? [];
  for (const _ of found) at.count('component');
  return found.length > 0 ? value.replace(component, '') : value;
}

/** Text-level nodes that the safe tree can hold. */
export const simpleInlines = (nodes: readonly PhrasingContent[], at: Simplifying): PhrasingContent[] =>
  nodes.flatMap((node) => simpleInline(node, at));

function simpleInline(node: PhrasingContent, at: Simplifying): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return [text(withoutComponents(node.value, at))];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ type: node.type, children: simpleInlines(node.children, at) }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return linkOf(node.url, node.children, at);
    case 'linkReference':
      return linkOf(at.definitions.get(node.identifier)?.url ?? '', node.children, at);
    case 'image':
    case 'imageReference':
      at.count('picture');
      return node.alt ? [text(node.alt)] : [];
    case 'html':
      return htmlOf(node.value, at);
    case 'footnoteReference':
      at.count('footnote');
      return [text(`[${node.label ?? node.identifier}]`)];
    default:
      return [];
  }
}

/** Tags come one by one, with the text between them as text. */
function htmlOf(html: string, at: Simplifying): PhrasingContent[] {
  at.count('html');
  if (/^<br\b/i.test(html)) return [{ type: 'break' }];
  return htmlLines(html).map(text);
}

function linkOf(url: string, nodes: readonly PhrasingContent[], at: Simplifying): PhrasingContent[] {
  const children = simpleInlines(nodes, at);
  const words = children.map(wordsOf).join('');
  const address = words === '' ? undefined : at.address(url);
  if (address !== undefined) return [{ type: 'link', url: address, children }];
  at.count('link');
  return children;
}
