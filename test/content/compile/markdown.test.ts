import { describe, expect, it } from 'vitest';
import { type MarkdownInput, parseMarkdown } from '../../../content/compile/markdown/parse.ts';
import { pictureFrom } from '../../../content/compile/picture.ts';
import type { Block } from '../../../content/schema/tree.ts';
import { png } from '../../support/content/pictures.ts';

const screen = pictureFrom('en/articles/widget/screen.png', png);

/** The tree of Markdown in an article, and its errors as `line found`. */
function read(text: string): { blocks: Block[]; errors: string[]; links: MarkdownInput['links'] } {
  const errors: string[] = [];
  const links: MarkdownInput['links'] = [];
  const blocks = parseMarkdown({
    source: { file: 'en/articles/widget/embed.md', locale: 'en', kind: 'article', slug: 'embed', id: 'article:embed' },
    field: 'body',
    text,
    fileLine: (line) => line,
    report: ({ line, found }) => errors.push(`${line} ${found}`),
    picture: (path) => (path === 'en/articles/widget/screen.png' ? screen : undefined),
    links,
    headings: true,
  });
  return { blocks, errors, links };
}

/** The tree of Markdown without errors. */
function treeOf(text: string): Block[] {
  const { blocks, errors } = read(text);
  expect(errors).toEqual([]);
  return blocks;
}

const p = (...children: Extract<Block, { tag: 'p' }>['children']): Block => ({ tag: 'p', children });

describe('parseMarkdown', () => {
  it('reads emphasis, code, strikethrough and breaks', () => {
    expect(treeOf('a *b* **c** ~~d~~ `e`\\\nf\ng')).toEqual([
      p(
        'a ',
        { tag: 'em', children: ['b'] },
        ' ',
        { tag: 'strong', children: ['c'] },
        ' ',
        { tag: 'del', children: ['d'] },
        ' ',
        { tag: 'code', text: 'e' },
        { tag: 'br' },
        'f g',
      ),
    ]);
  });

  it('gives headings ids that are unique in the document', () => {
    expect(treeOf('## What `x` is\n\n### Über uns\n\n## What `x` is')).toEqual([
      { tag: 'h2', id: 'what-x-is', children: ['What ', { tag: 'code', text: 'x' }, ' is'] },
      { tag: 'h3', id: 'über-uns', children: ['Über uns'] },
      { tag: 'h2', id: 'what-x-is-1', children: ['What ', { tag: 'code', text: 'x' }, ' is'] },
    ]);
  });

  it('reads lists, quotes, code and lines', () => {
    expect(treeOf('- a\n  - b\n\n3. c\n4. d\n\n> e\n\n```yaml\nf: 1\n```\n\n---')).toEqual([
      { tag: 'ul', items: [[p('a'), { tag: 'ul', items: [[p('b')]] }]] },
      { tag: 'ol', start: 3, items: [[p('c')], [p('d')]] },
      { tag: 'blockquote', children: [p('e')] },
      { tag: 'pre', language: 'yaml', text: 'f: 1' },
      { tag: 'hr' },
    ]);
  });

  it('reads tables and fills short rows', () => {
    expect(treeOf('| a | b | c |\n| :- | :-: | -: |\n| 1 | *2* |')).toEqual([
      {
        tag: 'table',
        align: ['start', 'center', 'end'],
        head: [['a'], ['b'], ['c']],
        rows: [[['1'], [{ tag: 'em', children: ['2'] }], []]],
      },
    ]);
  });

  it('reads callouts with and without a title', () => {
    expect(treeOf(':::note\na\n:::\n\n:::warning[Before *you* start]\nb\n:::')).toEqual([
      { tag: 'callout', kind: 'note', children: [p('a')] },
      { tag: 'callout', kind: 'warning', title: 'Before you start', children: [p('b')] },
    ]);
  });

  it('reads steps with blocks in them', () => {
    expect(treeOf('::::steps\n1. a\n\n   :::tip\n   b\n   :::\n\n2. c\n::::')).toEqual([
      { tag: 'steps', items: [[p('a'), { tag: 'callout', kind: 'tip', children: [p('b')] }], [p('c')]] },
    ]);
  });

  it('reads tabs', () => {
    expect(treeOf('::::tabs\n:::tab[npm]\na\n:::\n:::tab[Docker]\nb\n:::\n::::')).toEqual([
      {
        tag: 'tabs',
        tabs: [
          { label: 'npm', children: [p('a')] },
          { label: 'Docker', children: [p('b')] },
        ],
      },
    ]);
  });

  it('reads figures and pictures with their size', () => {
    const image = { tag: 'img', src: screen.file, alt: 'The panel', width: 1, height: 1 } as const;
    expect(
      treeOf(':::figure{src="./screen.png" alt="The panel"}\nThe *panel*.\n:::\n\n![The panel](screen.png)'),
    ).toEqual([{ tag: 'figure', image, caption: ['The ', { tag: 'em', children: ['panel'] }, '.'] }, p(image)]);
  });

  it.each(['It opens at 10:30.', 'Say :smile or :foo[bar]{x=1}.', 'a::b c:::d', 'Ratio 1:2, see std::vec.'])(
    'leaves colons in text alone: %s',
    (text) => {
      expect(treeOf(text)).toEqual([p(text)]);
    },
  );

  it.each([
    ['\\<b> and &lt;script>', '<b> and <script>'],
    ['1 < 2 <3 and a <- b', '1 < 2 <3 and a <- b'],
    ['you can\nimport your articles and\nexport them', 'you can import your articles and export them'],
    ['\\:::note', ':::note'],
  ])('takes %j as text', (text, value) => {
    expect(treeOf(text)).toEqual([p(value)]);
  });

  it('leaves code alone, whatever it says', () => {
    const code = '<Foo bar={1} />\nimport x from "y"\n:::note\n<!-- c -->';
    expect(treeOf(`\`\`\`mdx\n${code}\n\`\`\`\n\nUse \`<Foo bar={1} />\`.`)).toEqual([
      { tag: 'pre', language: 'mdx', text: code },
      p('Use ', { tag: 'code', text: '<Foo bar={1} />' }, '.'),
    ]);
  });

  it('reads links to documents, sections and addresses', () => {
    const a = (to: object, text: string) => ({ tag: 'a', to, children: [text] });
    const { blocks, errors, links } = read(
      '[a](other.md) [b](../writing/x.md#y) [c](../../faqs/z.md) [d](../../walkthroughs/w.yaml)\n[e](#s) [f](https://example.com/a b) <me@example.com> https://example.com [h][ref]\n\n[ref]: other.md'.replace(
        'a b',
        'a%20b',
      ),
    );
    expect(errors).toEqual([]);
    expect(blocks).toEqual([
      {
        tag: 'p',
        children: [
          a({ document: 'article:other' }, 'a'),
          ' ',
          a({ document: 'article:x', anchor: 'y' }, 'b'),
          ' ',
          a({ document: 'faq:z' }, 'c'),
          ' ',
          a({ document: 'walkthrough:w' }, 'd'),
          ' ',
          a({ href: '#s' }, 'e'),
          ' ',
          a({ href: 'https://example.com/a%20b' }, 'f'),
          ' ',
          a({ href: 'mailto:me@example.com' }, 'me@example.com'),
          ' ',
          a({ href: 'https://example.com/' }, 'https://example.com'),
          ' ',
          a({ document: 'article:other' }, 'h'),
        ],
      },
    ]);
    expect(links.map(({ line, file, anchor }) => [line, file, anchor])).toEqual([
      [1, 'en/articles/widget/other.md', undefined],
      [1, 'en/articles/writing/x.md', 'y'],
      [1, 'en/faqs/z.md', undefined],
      [1, 'en/walkthroughs/w.yaml', undefined],
      [2, 'en/articles/widget/embed.md', 's'],
      [2, 'en/articles/widget/other.md', undefined],
    ]);
  });

  it.each([
    ['a\n\n<div>b</div>', '3 raw HTML "<div>b</div>"'],
    ['a <b>c</b>', '1 raw HTML "<b>"', '1 raw HTML "</b>"'],
    ['a\n<!-- b -->', '2 raw HTML "<!-- b -->"'],
    ['<script>alert(1)</script>', '1 raw HTML "<script>alert(1)</script>"'],
    ['a\nb <Foo bar={() => 1}>c', '2 <Foo (JSX or HTML)'],
    ['a <>b</>', '1 <> (JSX or HTML)', '1 </> (JSX or HTML)'],
    ["a\n\nimport X from './x'", "3 import X from './x'"],
    ['a\nexport const x = 1', '2 export const x = 1'],
    ["> import { x } from './y'", "1 import { x } from './y'"],
    [':::danger\na\n:::', '1 :::danger'],
    ['::youtube[a]', '1 ::youtube'],
    ['a\n\n:::note Title\nb\n:::', '3 :::note Title', '5 :::'],
    [':::note\na\n\n## b', '1 :::note without an end', '4 a heading inside another block'],
    [':::note\n:::', '1 an empty :::note'],
    [':::note{.big}\na\n:::', '1 attribute class on :::note'],
    [':::tab[a]\nb\n:::', '1 :::tab alone'],
    ['::::tabs\n:::tab[a]\nb\n:::\n::::', '1 1 tabs'],
    [
      '::::tabs\na\n:::tab[a]\nb\n:::\n:::tab[a]\nc\n:::\n::::',
      '2 something else in ::::tabs',
      '1 two tabs of one label',
    ],
    ['::::tabs\n:::tab\na\n:::\n:::tab[b]\nc\n:::\n::::', '2 :::tab without a label'],
    [':::steps\na\n:::', '1 something else in :::steps'],
    [':::steps\n2. a\n:::', '1 a list that starts at 2 in :::steps'],
    [':::figure{alt="a"}\n:::', '1 src nothing'],
    [':::figure{src="./screen.png"}\n:::', '1 picture "./screen.png" without alt text'],
    [':::figure{src="./screen.png" alt="a"}\nb\n\nc\n:::', '1 more than a caption in :::figure'],
    ['![](screen.png)', '1 picture "screen.png" without alt text'],
    ['a\n\n![b](gone.png)', '3 picture "gone.png"'],
    ['![b](https://example.com/x.png)', '1 picture "https://example.com/x.png"'],
    ['![b](screen.png "c")', '1 title "c"'],
    ['[a](other.md "b")', '1 title "b"'],
    ['[](other.md)', '1 a link to other.md without text'],
    ['[a](/articles/other/)', '1 link "/articles/other/"'],
    ['[a](//example.com)', '1 link "//example.com"'],
    ['[a](http://example.com)', '1 link "http://example.com"'],
    ['See www.example.com', '1 link "http://www.example.com"'],
    ['[a](javascript:alert(1))', '1 link "javascript:alert(1)"'],
    ['[a](java&#10;script:alert)', '1 link "java\\nscript:alert"'],
    ['[a](&#x6A;avascript:alert)', '1 link "javascript:alert"'],
    [':::steps\n1. a\n\n   :::tip\n   b\n   :::\n:::', '4 :::tip without an end', '7 :::'],
    ['[a](data:text/html,b)', '1 link "data:text/html,b"'],
    ['[a](other)', '1 link "other"'],
    ['[a](../../../de/articles/widget/other.md)', '1 link "../../../de/articles/widget/other.md"'],
    ['[a](../../../../secret.md)', '1 link "../../../../secret.md"'],
    ['[a](#)', '1 link "#"'],
    ['# a', '1 heading level 1 (#)'],
    ['## a\n\n#### b', '3 heading level 4 (####) after level 2'],
    ['### a', '1 heading level 3 (###) after level 1'],
    ['## a\n\n### b\n\n#### c\n\n##### d', '7 heading level 5 (#####)'],
    ['## ?', '1 heading "?"'],
    ['- ## a', '1 a heading inside another block'],
    ['- [ ] a', '1 a task list'],
    ['a[^1]\n\n[^1]: b', '1 a footnote', '3 a footnote'],
    ['```js {2}\na\n```', '1 "js {2}"'],
    ['| a |\n| - |\n| b | c |', '3 2 cells'],
  ])('refuses %j', (text, ...found) => {
    expect(read(text).errors).toEqual(found);
  });
});
