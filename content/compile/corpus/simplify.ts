import type { Definition, Heading, List, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { htmlLines } from './html-text.ts';
import type { SimplifiedKind } from './simplified.ts';
import { simpleInlines, text, wordsOf } from './simplify-inline.ts';

/** What is known while a tree is made simpler. */
export interface Simplifying {
  count(kind: SimplifiedKind): void;
  definitions: ReadonlyMap<string, Definition>;
  /** The address a link goes into the tree with; `undefined` for one that no tree may hold. */
  address(url: string): string | undefined;
  /** Level of the last heading; the title is level 1. */
  level: number;
}

/** A syntax tree of which the safe tree can hold every node: what it cannot hold has become text. */
export function simplify(tree: Root, given: Pick<Simplifying, 'count' | 'address'>): RootContent[] {
  const definitions = new Map<string, Definition>();
  for (const node of definitionsOf(tree)) if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  const at: Simplifying = { ...given, definitions, level: 1 };
  return tree.children.flatMap((node) => (node.type === 'heading' ? headingOf(node, at) : blocksOf(node, at)));
}

function* definitionsOf(node: Nodes): Generator<Definition> {
  if (node.type === 'definition') yield node;
  if ('children' in node) for (const child of node.children) yield* definitionsOf(child);
}

const inner = (nodes: readonly RootContent[], at: Simplifying) => nodes.flatMap((node) => blocksOf(node, at));
const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const strong = (children: PhrasingContent[]): Paragraph => paragraph([{ type: 'strong', children }]);

function blocksOf(node: RootContent, at: Simplifying): RootContent[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node, at);
    case 'list':
      return listOf(node, at);
    case 'blockquote':
      return filled({ type: 'blockquote', children: blockContent(inner(node.children, at)) });
    case 'code':
      return [{ type: 'code', lang: /^[\w+#.-]*/.exec(node.lang ?? '')?.[0] ?? '', value: node.value }];
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return [tableOf(node, at)];
    case 'html':
      at.count('html');
      return htmlLines(node.value).map((line) => paragraph([text(line)]));
    case 'heading':
      at.count('heading');
      return filled(strong(simpleInlines(node.children, at)));
    case 'containerDirective':
      return directiveOf(node, at);
    case 'leafDirective':
      at.count('directive');
      return filled(paragraph(simpleInlines(node.children, at)));
    case 'footnoteDefinition':
      at.count('footnote');
      return [paragraph([text(`[${node.label ?? node.identifier}]`)]), ...inner(node.children, at)];
    default:
      return [];
  }
}

/** A block, unless nothing is left in it. */
const filled = (node: RootContent): RootContent[] => (wordsOf(node) === '' ? [] : [node]);

type BlockContent = Extract<RootContent, { type: 'blockquote' }>['children'][number];
const inlineTypes = new Set(['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'break', 'link']);
/** What stands inside a block; all that `blocksOf` makes may. */
const blockContent = (nodes: RootContent[]): BlockContent[] =>
  nodes.filter((node): node is BlockContent => !inlineTypes.has(node.type));

/** Statements of MDX, and colons that made no directive. */
const statement = /^\s*(?:import\s.*\sfrom\s+['"].*|import\s+['"].*|export\s+(?:default|const|let|function)\b.*)$/;

function paragraphOf(node: Paragraph, at: Simplifying): RootContent[] {
  const [first] = node.children;
  if (node.children.length === 1 && first?.type === 'text') {
    const lines = first.value.split('\n');
    if (lines.every((line) => statement.test(line))) {
      at.count('component');
      return [];
    }
    const words = lines.map((line) => line.replace(/^\s*:{3,}\s*/, ''));
    if (words.some((line, place) => line !== lines[place])) at.count('directive');
    return filled(paragraph(simpleInlines([text(words.join('\n'))], at)));
  }
  return filled(paragraph(simpleInlines(node.children, at)));
}

/** Levels 2 to 4, none left out on the way down. */
function headingOf(node: Heading, at: Simplifying): RootContent[] {
  const children = simpleInlines(node.children, at);
  if (!/[\p{L}\p{N}]/u.test(wordsOf(paragraph(children)))) return filled(paragraph(children));
  const depth = Math.min(Math.max(node.depth, 2), 4, at.level + 1);
  if (depth !== node.depth) at.count('heading');
  at.level = depth;
  return [{ type: 'heading', depth: depth === 2 ? 2 : depth === 3 ? 3 : 4, children }];
}

function listOf({ ordered, start, children }: List, at: Simplifying): RootContent[] {
  const items = children
    .map((item) => blockContent(inner(item.children, at)))
    .filter((blocks) => blocks.length > 0)
    .map((blocks) => ({ type: 'listItem' as const, children: blocks }));
  return items.length > 0 ? [{ type: 'list', ordered: ordered ?? false, start: start ?? null, children: items }] : [];
}

/** As wide as its widest row: cells without a head are text too. */
function tableOf({ align, children }: Table, at: Simplifying): Table {
  const rows = children.map((row) => row.children.map((cell) => simpleInlines(cell.children, at)));
  const width = Math.max(...rows.map((row) => row.length));
  const cellsOf = (row: PhrasingContent[][]) =>
    Array.from({ length: width }, (_, column) => ({ type: 'tableCell' as const, children: row[column] ?? [] }));
  return {
    type: 'table',
    align: align ?? null,
    children: rows.map((row) => ({ type: 'tableRow', children: cellsOf(row) })),
  };
}

/** Names of other dialects for the three callouts there are. */
const callouts: Record<string, string> = {
  note: 'note',
  info: 'note',
  important: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  warning: 'warning',
  caution: 'warning',
  danger: 'warning',
};

function directiveOf(node: ContainerDirective | LeafDirective, at: Simplifying): RootContent[] {
  if (node.type === 'leafDirective') return [];
  const [first] = node.children;
  const labelled = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
  const label = labelled ? simpleInlines(labelled.children, at) : [];
  const children = blockContent(inner(labelled ? node.children.slice(1) : node.children, at));
  const callout = callouts[node.name.toLowerCase()];
  if (!callout || children.length === 0) {
    at.count('directive');
    return [...filled(strong(label)), ...children];
  }
  const head: Paragraph = { ...paragraph(label), data: { directiveLabel: true } };
  return [{ type: 'containerDirective', name: callout, children: [...(label.length > 0 ? [head] : []), ...children] }];
}
