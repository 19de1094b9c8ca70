import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Block } from '../../schema/tree.ts';
import { quote } from '../compile-error.ts';
import { inlinesOf, pictureOf, textOf } from './inline.ts';
import { complain, type Reading, sourceOf } from './reading.ts';

type Directive = ContainerDirective | LeafDirective;
type Content = BlockContent | DefinitionContent;
/** Reads what stands inside a directive. */
type BlocksOf = (nodes: readonly RootContent[], reading: Reading) => Block[];

const known = ':::note, :::tip, :::warning, :::steps, ::::tabs, :::tab or :::figure';

/** A directive of the closed list as a block of the tree. */
export function directiveOf(node: Directive, reading: Reading, blocksOf: BlocksOf): Block | undefined {
  if (node.type === 'leafDirective') {
    complain(reading, node, {
      found: `::${node.name}`,
      expected: known,
      hint: 'directives take three colons and an end',
    });
    return undefined;
  }
  if (!isClosed(node, reading)) {
    const hint = 'end it with a line of as many colons; the outer of two takes more colons than the inner';
    complain(reading, node, {
      found: `${colons(node, reading)}${node.name} without an end`,
      expected: 'a closing line',
      hint,
    });
  }
  switch (node.name) {
    case 'note':
    case 'tip':
    case 'warning':
      return calloutOf(node, node.name, { reading, blocksOf });
    case 'steps':
      return stepsOf(node, reading, blocksOf);
    case 'tabs':
      return tabsOf(node, reading, blocksOf);
    case 'figure':
      return figureOf(node, reading);
    case 'tab':
      complain(reading, node, { found: ':::tab alone', expected: ':::tab inside ::::tabs' });
      return undefined;
    default:
      complain(reading, node, { found: `:::${node.name}`, expected: known });
      return undefined;
  }
}

const colons = (node: Directive, reading: Reading) => /^:+/.exec(sourceOf(reading, node))?.[0] ?? ':::';

/** micromark closes at the end of the file what the author left open, and so swallows the rest of the article. */
function isClosed(node: Directive, reading: Reading): boolean {
  const lines = sourceOf(reading, node).trimEnd().split('\n');
  const end = /^[\s>]*(:{3,})\s*$/.exec(lines.at(-1) ?? '')?.[1] ?? '';
  return lines.length > 1 && end.length >= colons(node, reading).length;
}

/** Splits the `[label]` of a directive from its content, and refuses what the directive does not take. */
function partsOf(node: ContainerDirective, reading: Reading, takes: { label: boolean; attributes: string[] }) {
  const [first] = node.children;
  const labelled = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
  const content: Content[] = labelled ? node.children.slice(1) : node.children;
  if (labelled && !takes.label) {
    complain(reading, node, { found: `a label on :::${node.name}`, expected: 'no label' });
  }
  for (const key of Object.keys(node.attributes ?? {})) {
    if (takes.attributes.includes(key)) continue;
    const expected = takes.attributes.length > 0 ? `only ${takes.attributes.join(' and ')}` : 'no attributes';
    complain(reading, node, { found: `attribute ${key} on :::${node.name}`, expected });
  }
  const label = labelled ? textOf(inlinesOf(labelled.children, reading)).trim() : '';
  return { label, content };
}

function calloutOf(
  node: ContainerDirective,
  kind: 'note' | 'tip' | 'warning',
  { reading, blocksOf }: { reading: Reading; blocksOf: BlocksOf },
): Block {
  const { label, content } = partsOf(node, reading, { label: true, attributes: [] });
  const children = blocksOf(content, reading);
  if (children.length === 0) complain(reading, node, { found: `an empty :::${kind}`, expected: 'text in it' });
  return { tag: 'callout', kind, ...(label && { title: label }), children };
}

function stepsOf(node: ContainerDirective, reading: Reading, blocksOf: BlocksOf): Block | undefined {
  const { content } = partsOf(node, reading, { label: false, attributes: [] });
  const [list, ...rest] = blocksOf(content, reading);
  if (list?.tag === 'ol' && list.start === 1 && rest.length === 0) return { tag: 'steps', items: list.items };
  const found = list?.tag === 'ol' && rest.length === 0 ? `a list that starts at ${list.start}` : 'something else';
  const hint = 'indent what belongs to a step by three spaces';
  complain(reading, node, { found: `${found} in :::steps`, expected: 'one numbered list from 1', hint });
  return undefined;
}

function tabsOf(node: ContainerDirective, reading: Reading, blocksOf: BlocksOf): Block {
  const { content } = partsOf(node, reading, { label: false, attributes: [] });
  const tabs: { label: string; children: Block[] }[] = [];
  for (const child of content) {
    if (child.type === 'containerDirective' && child.name === 'tab') tabs.push(tabOf(child, reading, blocksOf));
    else complain(reading, child, { found: 'something else in ::::tabs', expected: 'only :::tab[Label]' });
  }
  const labels = new Set(tabs.map((tab) => tab.label));
  if (tabs.length < 2) complain(reading, node, { found: `${tabs.length} tabs`, expected: 'two or more' });
  else if (labels.size < tabs.length)
    complain(reading, node, { found: 'two tabs of one label', expected: 'different labels' });
  return { tag: 'tabs', tabs };
}

function tabOf(node: ContainerDirective, reading: Reading, blocksOf: BlocksOf) {
  if (!isClosed(node, reading)) {
    const hint = 'the colons of ::::tabs must be more than those of :::tab';
    complain(reading, node, { found: ':::tab without an end', expected: 'a closing line', hint });
  }
  const { label, content } = partsOf(node, reading, { label: true, attributes: [] });
  if (!label) complain(reading, node, { found: ':::tab without a label', expected: ':::tab[Label]' });
  return { label, children: blocksOf(content, reading) };
}

function figureOf(node: ContainerDirective, reading: Reading): Block | undefined {
  const { content } = partsOf(node, reading, { label: false, attributes: ['src', 'alt'] });
  const [caption, ...rest] = content;
  if (rest.length > 0 || (caption && caption.type !== 'paragraph')) {
    complain(reading, node, { found: 'more than a caption in :::figure', expected: 'one paragraph or nothing' });
  }
  const { src, alt } = node.attributes ?? {};
  if (!src) complain(reading, node, { found: `src ${quote(src)}`, expected: ':::figure{src="./screen.png" alt="…"}' });
  const image = src ? pictureOf({ src, alt: alt ?? '' }, node, reading) : undefined;
  const words = caption?.type === 'paragraph' ? inlinesOf(caption.children, reading) : [];
  return image && { tag: 'figure', image, caption: words };
}
