import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Block } from '../../../content/schema/tree.ts';
import { Blocks } from '../../../widget/article/blocks.tsx';
import { checkDocument } from '../../../widget/article/check.ts';
import type { Frame } from '../../../widget/article/frame.ts';

const opened = vi.fn();
const frame: Frame = {
  t: (key) => key,
  base: 'https://help.example.com/',
  level: 3,
  announce: vi.fn(),
  link: (target) =>
    'document' in target
      ? { href: `https://help.example.com/${target.document}`, onOpen: () => opened(target.document) }
      : { href: target.href, away: true },
};
const show = (blocks: unknown[]) => render(<Blocks blocks={blocks as Block[]} frame={frame} />).container;

afterEach(() => {
  cleanup();
  opened.mockClear();
});

describe('a document', () => {
  const good = {
    id: 'article:a',
    kind: 'article',
    slug: 'a',
    locale: 'en',
    category: 'c',
    title: 'A',
    description: 'A',
    updated: '2026-11-22',
    related: [],
    body: [{ tag: 'p', children: ['Hello'] }],
    source: 'en/a.md',
  };
  it.each<[string, unknown]>([
    ['a tag that is none of ours', [{ tag: 'script', children: ['alert(1)'] }]],
    ['a property nobody knows', [{ tag: 'p', children: ['x'], onclick: 'alert(1)' }]],
    ['HTML', '<b>x</b>'],
    [
      'a script as a link',
      [{ tag: 'p', children: [{ tag: 'a', to: { href: 'javascript:alert(1)' }, children: ['x'] }] }],
    ],
    ['a vnode', [{ type: 'script', props: {}, constructor: undefined }]],
  ])('with %s is refused whole', (_, body) => {
    expect(checkDocument({ ...good, body })).toBeUndefined();
  });
  it('is taken when it is what the compile step makes', () => {
    expect(checkDocument(good)?.title).toBe('A');
  });
});

describe('blocks that were never checked', () => {
  it('become nothing, text at most', () => {
    const container = show([
      { tag: 'script', children: ['alert(1)'] },
      { tag: 'iframe', src: 'https://evil.example' },
      { tag: 'p', children: ['<img src=x onerror=alert(1)>', { tag: 'style', children: ['*{}'] }] },
    ]);
    expect(container.querySelector('script, iframe, style, img')).toBeNull();
    expect(container.textContent).toBe('<img src=x onerror=alert(1)>');
  });
  it('lead nowhere but where addresses may lead', () => {
    const link = (href: string) => ({ tag: 'a', to: { href }, children: [href] });
    const container = show([
      { tag: 'p', children: ['javascript:alert(1)', 'data:text/html,x', 'https://example.com/'].map(link) },
    ]);
    expect([...container.querySelectorAll('a')].map((a) => a.href)).toEqual(['https://example.com/']);
  });
  it('show pictures of this help center only', () => {
    const container = show([
      { tag: 'figure', image: { tag: 'img', src: 'https://evil.example/x.png', alt: 'words' }, caption: [] },
      { tag: 'figure', image: { tag: 'img', src: 'tz/../x.png', alt: 'words' }, caption: [] },
    ]);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('words');
  });
});

describe('blocks', () => {
  it('start their headings below the title', () => {
    show([
      { tag: 'h2', id: 'one', children: ['One'] },
      { tag: 'h3', id: 'two', children: ['Two'] },
    ]);
    expect(screen.getByRole('heading', { level: 4 }).id).toBe('one');
    expect(screen.getByRole('heading', { level: 5 }).id).toBe('two');
  });
  it('open other documents in place and addresses beside it', () => {
    show([
      {
        tag: 'p',
        children: [
          { tag: 'a', to: { document: 'article:b' }, children: ['inside'] },
          { tag: 'a', to: { href: 'https://example.com/' }, children: ['outside'] },
        ],
      },
    ]);
    expect(fireEvent.click(screen.getByText('inside'))).toBe(false);
    expect(opened).toHaveBeenCalledWith('article:b');
    expect(screen.getByText('outside')).toHaveProperty('target', '_blank');
    expect(screen.getByText('outside').getAttribute('rel')).toContain('noopener');
  });
  it('say the kind of a callout in words', () => {
    const container = show([{ tag: 'callout', kind: 'warning', children: [{ tag: 'p', children: ['Careful'] }] }]);
    expect(container.textContent).toBe('callout.warningCareful');
  });
  it('keep lists, tables and code in their places', () => {
    const container = show([
      { tag: 'ol', start: 3, items: [[{ tag: 'p', children: ['third'] }]] },
      { tag: 'table', align: ['end', null], head: [['A'], ['B']], rows: [[['1'], ['2']]] },
      { tag: 'pre', language: 'html', text: '<script>x</script>' },
    ]);
    expect(container.querySelector('ol')?.start).toBe(3);
    expect(container.querySelector('td')?.dataset['align']).toBe('end');
    expect(container.querySelector('code')?.textContent).toBe('<script>x</script>');
    expect(container.querySelector('.table')?.getAttribute('tabindex')).toBe('0');
  });
  it('put the words of a picture in its place when the page forbids it', async () => {
    const container = show([{ tag: 'figure', image: { tag: 'img', src: 'tz/a-1.png', alt: 'A panel' }, caption: [] }]);
    const picture = container.querySelector('img');
    if (!picture) throw new Error('no picture');
    fireEvent.error(picture);
    await screen.findByText('article.picture');
    expect(container.querySelector('img')).toBeNull();
  });
  it('are tabs with one stop and arrows', () => {
    show([
      {
        tag: 'tabs',
        tabs: [
          { label: 'npm', children: [{ tag: 'p', children: ['npm start'] }] },
          { label: 'docker', children: [{ tag: 'p', children: ['docker run'] }] },
        ],
      },
    ]);
    const [npm, docker] = screen.getAllByRole('tab');
    if (!npm || !docker) throw new Error('no tabs');
    expect([npm.tabIndex, docker.tabIndex]).toEqual([0, -1]);
    fireEvent.keyDown(npm, { key: 'ArrowRight' });
    expect(docker.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(docker);
    fireEvent.keyDown(docker, { key: 'Home' });
    expect(npm.getAttribute('aria-selected')).toBe('true');
  });
});
