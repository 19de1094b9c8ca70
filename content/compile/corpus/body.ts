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

/** The body of an article, read by itself: what a cache keeps. */
export interface CorpusBody {
  body: Block[];
  /** Some text of it is a link. */
  linked: boolean;
  simplified: Simplified;
}

/** Reads foreign Markdown into the safe tree. Nothing fails: what the tree cannot hold has become text, and is counted. */
export function readBody({ url, body }: Pick<CorpusArticle, 'url' | 'body'>, source: Source): CorpusBody {
  const simplified: Simplified = {};
  let linked = false;
  const nodes = simplify(syntaxTree(sameDirectives(body)), {
    count: (kind) => addTo(simplified, { [kind]: 1 }),
    address(target) {
      const address = addressIn(url, target);
      linked ||= address !== undefined;
      return address;
    },
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
  return { body: blocks.flatMap(withAnchor), linked, simplified };
}

/** A heading without letters of its own has no anchor, and is a line. */
const withAnchor = (block: Block): Block =>
  (block.tag === 'h2' || block.tag === 'h3' || block.tag === 'h4') && block.id === ''
    ? { tag: 'p', children: [{ tag: 'strong', children: block.children }] }
    : block;
