import GithubSlugger from 'github-slugger';
import type { Definition, Nodes, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import type { Block } from '../../schema/tree.ts';
import { blocksOf } from './block.ts';
import type { Reading } from './reading.ts';

/** What the caller knows of a piece of Markdown; the rest of `Reading` starts empty. */
export type MarkdownInput = Omit<Reading, 'definitions' | 'slugger' | 'level'> & { headings: boolean };

/** Reads Markdown into the safe tree. Links to documents are left in `input.links`, everything wrong in `input.report`. */
export function parseMarkdown({ headings, ...input }: MarkdownInput): Block[] {
  const tree = syntaxTree(input.text);
  const definitions = new Map<string, Definition>();
  // As in CommonMark, the first of two definitions counts.
  for (const node of nodesOf(tree)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  return blocksOf(tree.children, {
    ...input,
    definitions,
    slugger: new GithubSlugger(),
    level: headings ? 1 : undefined,
  });
}

// Directives in text (`:name`) stay off: they would take `10:30` and `:smile` away from authors.
const { flow = {} } = directive();
// The transform finds addresses that the tokenizer missed and makes nodes without a position, hence no line for errors.
const gfmNodes = gfmFromMarkdown().map(({ transforms, ...extension }) => extension);

/** Markdown with GFM and directives, understood but not yet judged. */
export function syntaxTree(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), { flow }],
    mdastExtensions: [gfmNodes, directiveFromMarkdown()],
  });
}

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}
