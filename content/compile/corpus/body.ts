import GithubSlugger from 'github-slugger';
import type { Block } from '../../schema/tree.ts';
import { blocksOf } from '../markdown/block.ts';
import { syntaxTree } from '../markdown/parse.ts';
import type { Source } from '../source.ts';
import type { CorpusArticle } from './article.ts';
import { sameDirectives } from './directives.ts';
import { addressIn } from './link.ts';
import { addTo, type Simplified } from './simplified.ts';
import { simplify } from './simplify.ts';

/** The body of an article, read by itself. */
export interface CorpusBody {
  body: Block[];
  simplified: Simplified;
}

/** Reads foreign Markdown into the safe tree. Nothing fails: what the tree cannot hold has become text, and is counted. */
export function readBody({ url, body }: Pick<CorpusArticle, 'url' | 'body'>, source: Source): CorpusBody {
  const simplified: Simplified = {};
  const nodes = simplify(syntaxTree(sameDirectives(body)), {
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

/** A heading without letters of its own has no anchor, and is a line. */
const withAnchor = (block: Block): Block =>
  (block.tag === 'h2' || block.tag === 'h3' || block.tag === 'h4') && block.id === ''
    ? { tag: 'p', children: [{ tag: 'strong', children: block.children }] }
    : block;
