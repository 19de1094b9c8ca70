import GithubSlugger from 'github-slugger';
import type { Block } from '../../schema/tree.ts';
import { blocksOf } from '../markdown/block.ts';
import { syntaxTree } from '../markdown/parse.ts';
import type { Source } from '../source.ts';
import type { CorpusArticle } from './article.ts';
import { sameDirectives } from './directives.ts';
import { isDeep, isExcessive } from './excess.ts';
import { addressIn } from './link.ts';
import { addTo, type Simplified } from './simplified.ts';
import { simplify } from './simplify.ts';

/** The body of an article, read by itself. */
export interface CorpusBody {
  body: Block[];
  simplified: Simplified;
  /** Its Markdown was not read: it asks more of a parser than a text for readers would. */
  isPlain?: true;
}

/** Reads foreign Markdown into the safe tree. Nothing fails: what the tree cannot hold has become text, and is counted. */
export function readBody({ url, body }: Pick<CorpusArticle, 'url' | 'body'>, source: Source): CorpusBody {
  const tree = isExcessive(body) ? undefined : syntaxTree(sameDirectives(body));
  if (!tree || isDeep(tree)) return { body: paragraphsOf(body), simplified: {}, isPlain: true };
  const simplified: Simplified = {};
  const nodes = simplify(tree, {
    count: (kind) => addTo(simplified, { [kind]: 1 }),
    address: (target) => addressIn(url, target),
  });
  const blocks = blocksOf(nodes, {
    source,
    field: 'body',
    // Nodes have no place any more, so nothing is read from the source again.
    text: '',
    fileLine: (line) => line,
    report: () => {},
    picture: () => undefined,
    links: [],
    definitions: new Map(),
    slugger: new GithubSlugger(),
    level: 1,
  });
  return { body: blocks.flatMap(withAnchor), simplified };
}

/** The text as it is, a paragraph for each of its. */
const paragraphsOf = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', ' '))
    .filter(Boolean)
    .map((paragraph) => ({ tag: 'p', children: [paragraph] }));

/** A heading without letters of its own has no anchor, and is a line. */
const withAnchor = (block: Block): Block =>
  (block.tag === 'h2' || block.tag === 'h3' || block.tag === 'h4') && block.id === ''
    ? { tag: 'p', children: [{ tag: 'strong', children: block.children }] }
    : block;
