import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../../content/compile/headings.ts';
import { type HtmlOptions, toHtml } from '../../../content/compile/html.ts';
import type { Block } from '../../../content/schema/tree.ts';

const options: HtmlOptions = {
  href: (to) =>
    'href' in to ? to.href : `/help/${to.document.replace(':', 's/')}/${to.anchor ? `#${to.anchor}` : ''}`,
  src: (file) => `/help/${file}`,
  words: { note: 'Note', tip: 'Tip', warning: 'Warning', table: 'Table' },
};
const p = (...children: Extract<Block, { tag: 'p' }>['children']): Block => ({ tag: 'p', children });
const html = (...blocks: Block[]) => toHtml(blocks, options);

describe('toHtml', () => {
  it('writes headings with the ids of the tree', () => {
    const blocks: Block[] = [
      { tag: 'h2', id: 'a-b', children: ['A ', { tag: 'code', text: 'b' }] },
      p('c'),
      { tag: 'h3', id: 'd', children: ['D'] },
    ];
    expect(html(...blocks)).toBe('<h2 id="a-b">A <code>b</code></h2><p>c</p><h3 id="d">D</h3>');
    expect(headingsOf(blocks)).toEqual([
      { depth: 2, slug: 'a-b', text: 'A b' },
      { depth: 3, slug: 'd', text: 'D' },
    ]);
  });

  it('asks the page for the addresses of links and pictures', () => {
    expect(
      html(
        p(
          { tag: 'a', to: { document: 'article:x', anchor: 'y' }, children: ['a'] },
          { tag: 'a', to: { href: 'https://example.com/?a=1&b=2' }, children: ['b'] },
          { tag: 'img', src: 'tz/s-1.png', alt: 'A "screen"', width: 640, height: 480 },
        ),
      ),
    ).toBe(
      '<p><a href="/help/articles/x/#y">a</a><a href="https://example.com/?a=1&amp;b=2">b</a>' +
        '<img src="/help/tz/s-1.png" alt="A &quot;screen&quot;" width="640" height="480" loading="lazy" decoding="async"></p>',
    );
  });

  it('escapes text, code, labels and titles', () => {
    const hostile = `<script>"'&`;
    const safe = '&lt;script&gt;&quot;&#39;&amp;';
    const written = html(
      p(hostile, { tag: 'code', text: hostile }),
      { tag: 'pre', language: 'x', text: hostile },
      { tag: 'callout', kind: 'note', title: hostile, children: [] },
      { tag: 'tabs', tabs: [{ label: hostile, children: [] }] },
    );
    expect(written).not.toContain('<script');
    expect(written.split(safe)).toHaveLength(7);
  });

  it('writes list items without paragraphs of their own, unless they have several', () => {
    expect(
      html({
        tag: 'ul',
        items: [
          [p('a'), { tag: 'ol', start: 3, items: [[p('b')]] }],
          [p('c'), p('d')],
        ],
      }),
    ).toBe('<ul><li>a<ol start="3"><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>');
    expect(html({ tag: 'steps', items: [[p('a')]] })).toBe('<ol class="steps"><li>a</li></ol>');
  });

  it('says the kind of a callout in a word', () => {
    expect(html({ tag: 'callout', kind: 'warning', title: 'Mind', children: [p('a')] })).toBe(
      '<aside class="callout callout-warning" role="note"><p class="callout-title">' +
        '<span class="callout-icon" aria-hidden="true"></span><span class="callout-word">Warning</span> ' +
        '<span class="callout-name">Mind</span></p><div class="callout-body"><p>a</p></div></aside>',
    );
  });

  it('writes tabs that read in order without JavaScript', () => {
    expect(html({ tag: 'tabs', tabs: [{ label: 'npm', children: [p('a')] }] })).toBe(
      '<div class="tabs" data-tabs=""><section class="tab" data-tab="npm"><p class="tab-label">npm</p><p>a</p></section></div>',
    );
  });

  it('puts tables into boxes that scroll by keyboard and are named differently', () => {
    const table: Block = { tag: 'table', align: [null, 'end'], head: [['Key'], ['Size']], rows: [[['a'], ['1']]] };
    const written = html(table, table);
    expect(written).toContain(
      '<div class="table-scroll" tabindex="0" role="region" aria-label="Table 1: Key, Size"><table><thead><tr>' +
        '<th scope="col">Key</th><th scope="col" class="align-end">Size</th></tr></thead>' +
        '<tbody><tr><td>a</td><td class="align-end">1</td></tr></tbody></table></div>',
    );
    expect(written).toContain('aria-label="Table 2: Key, Size"');
  });

  it('writes code, quotes, lines and figures', () => {
    expect(
      html(
        { tag: 'pre', language: 'yaml', text: 'a: 1\n' },
        { tag: 'pre', language: '', text: 'b' },
        { tag: 'blockquote', children: [p('c', { tag: 'br' }, { tag: 'del', children: ['d'] })] },
        { tag: 'hr' },
        { tag: 'figure', image: { tag: 'img', src: 'tz/a.png', alt: 'e' }, caption: ['f'] },
      ),
    ).toBe(
      '<pre tabindex="0"><code class="language-yaml">a: 1\n</code></pre><pre tabindex="0"><code>b</code></pre>' +
        '<blockquote><p>c<br><del>d</del></p></blockquote><hr>' +
        '<figure><img src="/help/tz/a.png" alt="e" loading="lazy" decoding="async"><figcaption>f</figcaption></figure>',
    );
  });
});
