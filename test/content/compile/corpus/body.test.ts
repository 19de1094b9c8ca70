import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../content/compile/corpus/body.ts';
import type { Source } from '../../../../content/compile/source.ts';
import { block } from '../../../../content/schema/tree.ts';
import { seeded } from '../../../support/random.ts';

const source: Source = { file: 'a', locale: 'en', kind: 'article', slug: 'a', id: 'article:a' };
const read = (body: string) => readBody({ url: '/docs/a', body }, source);
const treeOf = (body: string) => read(body).body;
const p = (...children: unknown[]) => ({ tag: 'p', children });

describe('readBody', () => {
  it.each<[string, string, unknown[], object]>([
    [
      'raw HTML',
      '<div><h3>Title</h3>Some <b>fat</b> &amp; text<script>alert(1)</script></div>',
      [p('Title'), p('Some fat & text')],
      { html: 1 },
    ],
    [
      'HTML in a line',
      'One <kbd>Ctrl</kbd><br>two <img src="x" alt="a sign" onerror="run()">',
      [p('One Ctrl', { tag: 'br' }, 'two a sign')],
      { html: 4 },
    ],
    ['a comment', '<!-- hidden -->\n\nShown', [p('Shown')], { html: 1 }],
    [
      'a component',
      'Use <Tabs {...all}> in List<String> and <repo-url>',
      [p('Use  in List and <repo-url>')],
      { component: 1, html: 2 },
    ],
    ['import lines', "import Tabs from '@theme/Tabs'\nimport Item from 'x'\n\nText", [p('Text')], { component: 1 }],
    [
      'an unknown directive',
      ':::details[More]\nInside\n:::',
      [p({ tag: 'strong', children: ['More'] }), p('Inside')],
      { directive: 1 },
    ],
    ['a directive without an end', 'Before\n\n:::custom\nInside', [p('Before'), p('Inside')], { directive: 1 }],
    ['a leaf directive', '::video[The video]{src=x}', [p('The video')], { directive: 1 }],
    ['a picture', '![A screen](missing.png) and ![](x.png)', [p('A screen and ')], { picture: 2 }],
    ['a footnote', 'Text[^1]\n\n[^1]: Note', [p('Text[1]'), p('[1]'), p('Note')], { footnote: 2 }],
    ['a task list', '- [x] done', [{ tag: 'ul', items: [[p('done')]] }], {}],
    [
      'a fence with more than a language',
      '```js title="a.js" {1}\nx\n```',
      [{ tag: 'pre', language: 'js', text: 'x' }],
      {},
    ],
    [
      'a heading inside a list',
      '- # Big',
      [{ tag: 'ul', items: [[p({ tag: 'strong', children: ['Big'] })]] }],
      { heading: 1 },
    ],
    ['a heading without letters', '## 🎉', [p('🎉')], {}],
    ['text that looks like markup', '`<script>` \\<b> &lt;i>', [p({ tag: 'code', text: '<script>' }, ' <b> <i>')], {}],
  ])('makes readable text of %s', (_, markdown, tree, simplified) => {
    expect(read(markdown)).toEqual({ body: tree, simplified });
  });

  it('takes callouts of other dialects for its own', () => {
    const note = (kind: string, title?: string) => ({
      tag: 'callout',
      kind,
      ...(title && { title }),
      children: [p('x')],
    });
    expect(treeOf(':::info Read this\nx\n:::\n\n::: danger\nx\n:::\n\n:::tip[Short]\nx\n:::')).toEqual([
      note('note', 'Read this'),
      note('warning'),
      note('tip', 'Short'),
    ]);
    expect(treeOf('```\n::: note Title\n```')).toEqual([{ tag: 'pre', language: '', text: '::: note Title' }]);
  });

  it('puts headings on levels 2 to 4 without a gap, each with an anchor of its own', () => {
    const headings = treeOf('# A\n\n#### B\n\n###### C\n\n## A').map((one) => ('id' in one ? [one.tag, one.id] : one));
    expect(headings).toEqual([
      ['h2', 'a'],
      ['h3', 'b'],
      ['h4', 'c'],
      ['h2', 'a-1'],
    ]);
  });

  it('keeps every cell of a row that is wider than the head', () => {
    const table = treeOf('| a | b |\n|---|---|\n| 1 | 2 | 3 |')[0];
    expect(table).toMatchObject({ tag: 'table', head: [['a'], ['b'], []] });
    expect(JSON.stringify(table)).toContain('"3"');
  });

  it('makes a safe tree of whatever is put together at random', () => {
    const parts = [
      '# ',
      '\n\n',
      '<div onclick="x()">',
      '</div>',
      '<script>',
      '<!--',
      '-->',
      ':::note',
      ':::',
      '[a](javascript:x)',
      '![b](c)',
      '[^1]',
      '[^1]: n',
      '| a |\n|-|\n',
      '> ',
      '- ',
      '1. ',
      '```',
      '**',
      '_',
      '`',
      '<Foo bar={',
      '}>',
      '&#0;',
      '&lt;',
      '[x]: <y>\n',
      '[x]',
      'word',
      '\\',
      '\u2028',
      '\0',
      '===\n',
      'import a from "b"\n',
    ];
    const random = seeded(7);
    for (let round = 0; round < 400; round++) {
      const markdown = Array.from({ length: 1 + random() * 14 }, () => parts[Math.floor(random() * parts.length)]).join(
        '',
      );
      const { body } = read(markdown);
      for (const one of body) expect(block.safeParse(one).success, JSON.stringify(markdown)).toBe(true);
      // As a file keeps it, so that what was kept makes the same bytes.
      expect(JSON.stringify(JSON.parse(JSON.stringify(body)))).toBe(JSON.stringify(body));
    }
  });
});
