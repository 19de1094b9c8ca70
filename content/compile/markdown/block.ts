import type { Heading, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import type { Block, Inline } from '../../schema/tree.ts';
import { quote } from '../compile-error.ts';
import { directiveOf } from './directive.ts';
import { refuseLines } from './foreign-syntax.ts';
import { inlinesOf, textOf } from './inline.ts';
import { complain, type Reading } from './reading.ts';

/** Blocks of a document at its top level, where headings may stand. */
export function blocksOf(nodes: readonly RootContent[], reading: Reading): Block[] {
  return nodes.flatMap((node) => (node.type === 'heading' ? headingOf(node, reading) : (blockOf(node, reading) ?? [])));
}

/** Blocks inside another block. */
function innerBlocks(nodes: readonly RootContent[], reading: Reading): Block[] {
  return nodes.flatMap((node) => blockOf(node, reading) ?? []);
}

function blockOf(node: RootContent, reading: Reading): Block | undefined {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node, reading);
    case 'list':
      return listOf(node, reading);
    case 'blockquote':
      return { tag: 'blockquote', children: innerBlocks(node.children, reading) };
    case 'code':
      return codeOf(node, reading);
    case 'thematicBreak':
      return { tag: 'hr' };
    case 'table':
      return tableOf(node, reading);
    case 'containerDirective':
    case 'leafDirective':
      return directiveOf(node, reading, innerBlocks);
    case 'definition':
      return undefined;
    default:
      return refuse(node, reading);
  }
}

function refuse(node: RootContent, reading: Reading): undefined {
  if (node.type === 'html') {
    const hint = 'put code into a fenced block; comments are published too, so leave them out';
    complain(reading, node, { found: `raw HTML ${quote(node.value)}`, expected: 'Markdown', hint });
  } else if (node.type === 'heading') {
    complain(reading, node, { found: 'a heading inside another block', expected: 'headings between blocks only' });
  } else if (node.type === 'footnoteDefinition') {
    complain(reading, node, {
      found: 'a footnote',
      expected: 'its text in place',
      hint: 'footnotes are not supported',
    });
  } else {
    complain(reading, node, { found: node.type, expected: 'paragraphs, lists, tables, code or a directive' });
  }
}

function paragraphOf(node: Paragraph, reading: Reading): Block | undefined {
  refuseLines(node, reading);
  const children = inlinesOf(node.children, reading);
  return children.length > 0 ? { tag: 'p', children } : undefined;
}

function headingOf(node: Heading, reading: Reading): Block[] {
  if (reading.level === undefined) {
    complain(reading, node, { found: 'a heading', expected: 'no headings in a step' });
    return [];
  }
  const children = inlinesOf(node.children, reading);
  const text = textOf(children);
  const id = reading.slugger.slug(text);
  if (text.trim() === '' || id === '') {
    complain(reading, node, { found: `heading ${quote(text)}`, expected: 'a heading with letters or digits' });
  }
  const level = tagOf(node, reading, reading.level);
  if (!level) return [];
  reading.level = node.depth;
  return [{ tag: level, id, children }];
}

/** The heading's element; a level that is not there or skipped is reported. */
function tagOf(node: Heading, reading: Reading, last: number): 'h2' | 'h3' | 'h4' | undefined {
  const found = `heading level ${node.depth} (${'#'.repeat(node.depth)})`;
  if (node.depth === 1) {
    complain(reading, node, { found, expected: 'level 2 to 4', hint: 'level 1 is the title of the front matter' });
  } else if (node.depth > 4) {
    complain(reading, node, { found, expected: 'level 2 to 4', hint: 'split the article, or use a list' });
  } else if (node.depth > last + 1) {
    complain(reading, node, { found: `${found} after level ${last}`, expected: `level ${last + 1} or higher` });
  }
  return node.depth === 2 ? 'h2' : node.depth === 3 ? 'h3' : node.depth === 4 ? 'h4' : undefined;
}

function listOf(node: List, reading: Reading): Block {
  const items = node.children.map((item) => itemOf(item, reading));
  return node.ordered ? { tag: 'ol', start: node.start ?? 1, items } : { tag: 'ul', items };
}

function itemOf(node: ListItem, reading: Reading): Block[] {
  if (typeof node.checked === 'boolean') {
    complain(reading, node, { found: 'a task list', expected: 'a plain list', hint: 'leave out [ ] and [x]' });
  }
  return innerBlocks(node.children, reading);
}

function codeOf(node: Extract<RootContent, { type: 'code' }>, reading: Reading): Block {
  const language = node.lang ?? '';
  if (node.meta || !/^[\w+#.-]*$/.test(language)) {
    const found = quote(`${language} ${node.meta ?? ''}`.trim());
    complain(reading, node, { found, expected: 'a language alone after the fence, such as yaml' });
  }
  return { tag: 'pre', language, text: node.value };
}

const aligns = { left: 'start', center: 'center', right: 'end' } as const;

function tableOf(node: Table, reading: Reading): Block {
  const [head = [], ...rows] = node.children.map((row) =>
    row.children.map((cell) => inlinesOf(cell.children, reading)),
  );
  for (const [index, row] of rows.entries()) {
    if (row.length > head.length) {
      const place = node.children[index + 1] ?? node;
      complain(reading, place, { found: `${row.length} cells`, expected: `${head.length}, as in the head` });
    }
  }
  const fill = (row: Inline[][]) => head.map((_, column) => row[column] ?? []);
  const align = head.map((_, column) => node.align?.[column]).map((side) => (side ? aligns[side] : null));
  return { tag: 'table', align, head, rows: rows.map(fill) };
}
