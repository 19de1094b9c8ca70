import type { Block, Inline } from '../../content/schema/tree.ts';
import type { Translate } from '../i18n/translate.ts';

/** Fewer headings need no list of them. */
const fewest = 4;

const textOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if ('children' in node) return textOf(node.children);
      return node.tag === 'code' ? node.text : '';
    })
    .join('');

type Heading = Extract<Block, { tag: 'h2' | 'h3' | 'h4' }>;
/** Sections of the first level. */
const isHeading = (block: Block): block is Heading => block.tag === 'h2';

interface ContentsProps {
  blocks: readonly Block[];
  t: Translate;
  onGo: (anchor: string) => void;
}

/** "On this page", when an article is long. */
export const Contents = ({ blocks, t, onGo }: ContentsProps) => {
  const headings = blocks.filter(isHeading);
  if (headings.length < fewest) return null;
  return (
    <details class="contents">
      <summary>{t('article.contents')}</summary>
      <ul>
        {headings.map(({ id, children }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(id);
              }}
            >
              {textOf(children)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};
