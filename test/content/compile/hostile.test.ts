import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { toHtml } from '../../../content/compile/html.ts';
import { parseMarkdown } from '../../../content/compile/markdown/parse.ts';
import { pictureFrom } from '../../../content/compile/picture.ts';
import { type Block, block } from '../../../content/schema/tree.ts';
import { png } from '../../support/content/pictures.ts';

/** Pieces that break parsers when they meet: scripts, handlers, schemes, fences and quotes in all nestings. */
const pieces = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<!--',
  '-->',
  '" onmouseover="alert(1)',
  "' onclick='alert(1)",
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](&#106;avascript&colon;alert(1))',
  '[x](data:text/html,<script>)',
  '[x](vbscript:x)',
  '[x](https://e.com/"onclick="a)',
  '[x](<https://e.com/ onclick=a>)',
  '<https://e.com/"onclick=a>',
  '<javascript:alert(1)>',
  '[r]: javascript:alert(1)\n',
  '[r]',
  '![a"onerror="b](./screen.png)',
  '![a](javascript:b)',
  '[x](other.md#"><script>)',
  ':::note[',
  ':::tip\n',
  '::::tabs\n',
  ':::tab[',
  ':::steps\n',
  ':::figure{src="./screen.png" alt="',
  '"}\n',
  ':::\n',
  '::::\n',
  '```',
  '```js"onclick="\n',
  '`',
  '|a|b|\n|-|:-:|\n|',
  '## ',
  '# ',
  '- ',
  '1. ',
  '> ',
  '    ',
  '\n',
  '\n\n',
  '*',
  '**',
  '~~',
  '](',
  ')',
  '\\',
  '&lt;script&gt;',
  '&quot;',
  '\u0000',
  '\u2028',
  '[^1]',
  'www.e.com',
  'a',
];
const hostile = fc.string({
  unit: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string()),
  maxLength: 30,
});

const attributes: Record<string, string[]> = {
  a: ['href'],
  aside: ['class', 'role'],
  code: ['class'],
  div: ['class', 'data-tabs', 'tabindex', 'role', 'aria-label'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  ol: ['class', 'start'],
  p: ['class'],
  pre: ['tabindex'],
  section: ['class', 'data-tab'],
  span: ['class', 'aria-hidden'],
  td: ['class'],
  th: ['class', 'scope'],
};
const bare = 'blockquote br del em figcaption figure hr li strong table tbody thead tr ul'.split(' ');

/** Holds HTML against the list of elements and attributes there are, and its addresses against the schemes. */
function expectHarmless(html: string): void {
  const rest = html.replace(/<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g, (_, __, name: string, list: string) => {
    expect([...Object.keys(attributes), ...bare]).toContain(name);
    for (const [, key = '', value = ''] of list.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      expect(attributes[name]).toContain(key);
      if (key === 'href') expect(value).toMatch(/^(?:https:\/\/|mailto:|#|\/articles\/)/);
      if (key === 'src') expect(value).toMatch(/^\/tz\/[\w.-]+$/);
    }
    return '';
  });
  expect(rest).not.toMatch(/[<>"']/);
}

const write = (blocks: Block[]) =>
  toHtml(blocks, {
    href: (to) => ('href' in to ? to.href : `/articles/${to.document}/#${to.anchor ?? ''}`),
    src: (file) => `/${file}`,
    words: { note: 'Note', tip: 'Tip', warning: 'Warning', table: 'Table' },
  });

const screen = pictureFrom('en/articles/a/screen.png', png);
const read = (text: string, headings: boolean) =>
  parseMarkdown({
    source: { file: 'en/articles/a/b.md', locale: 'en', kind: 'article', slug: 'b', id: 'article:b' },
    field: 'body',
    text,
    fileLine: (line) => line,
    report: ({ line, found }) => {
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(text.split('\n').length);
      expect(found).not.toBe('');
    },
    picture: (path) => (path === 'en/articles/a/screen.png' ? screen : undefined),
    links: [],
    headings,
  });

describe('hostile Markdown', () => {
  it('never leaves the allow-list, as tree and as HTML', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, headings) => {
        const blocks = read(text, headings);
        expect(z.array(block).safeParse(blocks).success).toBe(true);
        expectHarmless(write(blocks));
      }),
      { numRuns: 2000 },
    );
  });

  // What that costs is counted in work.test.ts.
  it.each(['<a', '> ', ':::note[', '[x](', '- ', '**a', '`', '|a', '<', '!['])(
    'is harmless however often a piece stands in a row: %s',
    (piece) => {
      expectHarmless(write(read(piece.repeat(1500), true)));
    },
  );
});

describe('a hostile tree', () => {
  const text = hostile;
  const { blocks } = fc.letrec<{ inline: unknown; inlines: unknown; block: unknown; blocks: unknown }>((tie) => ({
    inline: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.record({ tag: fc.constant('code'), text }),
      fc.record({ tag: fc.constant('img'), src: fc.constant('tz/a.png'), alt: text }),
      fc.record({ tag: fc.constantFrom('strong', 'em', 'del'), children: tie('inlines') }),
      fc.record({
        tag: fc.constant('a'),
        to: fc.record({ href: text.map((end) => `https://${end}`) }),
        children: tie('inlines'),
      }),
    ),
    inlines: fc.array(tie('inline'), { maxLength: 3 }),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ tag: fc.constantFrom('h2', 'h3', 'h4'), id: text, children: tie('inlines') }),
      fc.record({ tag: fc.constant('pre'), language: text, text }),
      fc.record({ tag: fc.constant('p'), children: tie('inlines') }),
      fc.record({ tag: fc.constantFrom('ul', 'steps'), items: fc.array(tie('blocks'), { maxLength: 2 }) }),
      fc.record({
        tag: fc.constant('callout'),
        kind: fc.constantFrom('note', 'tip'),
        title: text,
        children: tie('blocks'),
      }),
      fc.record({
        tag: fc.constant('tabs'),
        tabs: fc.array(fc.record({ label: text, children: tie('blocks') }), { maxLength: 2 }),
      }),
      fc.record({
        tag: fc.constant('table'),
        align: fc.constant(['start', null]),
        head: fc.array(tie('inlines'), { maxLength: 2 }),
        rows: fc.array(fc.array(tie('inlines'), { maxLength: 2 }), { maxLength: 2 }),
      }),
    ),
    blocks: fc.array(tie('block'), { maxLength: 4 }),
  }));

  it('is escaped whole, whatever its texts, ids, labels and languages say', () => {
    fc.assert(
      fc.property(blocks, (tree) => {
        expectHarmless(write(z.array(block).parse(tree)));
      }),
      { numRuns: 1000 },
    );
  });
});
