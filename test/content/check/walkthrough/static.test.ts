import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareAnchors } from '../../../../content/check/walkthrough/static/anchors.ts';
import { anchorsIn } from '../../../../content/check/walkthrough/static/source.ts';
import { usedAnchors } from '../../../../content/check/walkthrough/static/used.ts';
import { helpCenter } from '../../../support/content/help-center.ts';
import { guidedBy } from '../../../support/guided.ts';

const namesIn = (text: string) => anchorsIn('a.tsx', text).map(({ name }) => name);

describe('anchors in a source', () => {
  it.each([
    ['HTML', '<p>\n<button data-tierzero-anchor="invoice.new">', ['invoice.new']],
    ['HTML in single quotes', "<a data-tierzero-anchor='a.b'>", ['a.b']],
    ['JSX', `<a data-tierzero-anchor={'a.b'}><i data-tierzero-anchor={"c"} />`, ['a.b', 'c']],
    ['a choice', `<a data-tierzero-anchor={is === 'open' ? 'a.b' : "c.d"} />`, ['a.b', 'c.d']],
    ['a template', '<a data-tierzero-anchor={`queue.\u0024{id}`} />', ['queue.*']],
    [
      'HTML without quotation marks',
      '<a data-tierzero-anchor=invoice.new><b data-tierzero-anchor=c.d >',
      ['invoice.new', 'c.d'],
    ],
    [
      'a sum',
      `<a :data-tierzero-anchor="'row.' + id"><a data-tierzero-anchor={'a.' + id + '.b'}>`,
      ['row.*', 'a.*', '*.b'],
    ],
    ['Vue', `<a :data-tierzero-anchor="'a.b'">`, ['a.b']],
    ['Svelte', '<a data-tierzero-anchor="row.{id}">', ['row.*']],
    ['a binding to a property, whose name is no anchor', '<a :data-tierzero-anchor="row.name">', []],
    ['properties', `h('a', { 'data-tierzero-anchor': 'a.b' }); el.dataset.tierzeroAnchor = "c.d"`, ['a.b', 'c.d']],
    ['a call', `el.setAttribute('data-tierzero-anchor', 'a.b')`, ['a.b']],
    ['HTML in capitals', '<b DATA-TIERZERO-ANCHOR="a.b">', ['a.b']],
    ['a text of a script', '"<b data-tierzero-anchor=\\"a.b\\">"', ['a.b']],
    [
      'a choice of a template',
      `<b data-tierzero-anchor="{% if x %}a{% else %}b{% endif %}"><b data-tierzero-anchor="c.<% if y %>d<% end %>">`,
      ['a', 'b', 'c.*'],
    ],
    [
      'Handlebars',
      '<b data-tierzero-anchor="a.{{ name }}"><b data-tierzero-anchor="{{#if x}}a.b{{/if}}">',
      ['a.*', 'a.b'],
    ],
    ['Twig', `<b data-tierzero-anchor="{{ 'a.b' }}"><b data-tierzero-anchor="{{ x ? 'c' : 'd' }}">`, ['a.b', 'c', 'd']],
    ['ERB', `<b data-tierzero-anchor="<%= 'a.b' %>"><b data-tierzero-anchor="c.<%= f["x"] %>">`, ['a.b', 'c.*']],
    ['PHP', `<b data-tierzero-anchor="a.<?= $row["id"] ?>">`, ['a.*']],
    ['Haml', `%b{ 'data-tierzero-anchor' => 'a.b' } %b{ data: { tierzero_anchor: 'c.d' } }`, ['a.b', 'c.d']],
    ['Pug', `b(data-tierzero-anchor=open ? 'a' : 'b', title='c')`, ['a', 'b']],
    ['Angular', `<b [attr.data-tierzero-anchor]="'a.b'">`, ['a.b']],
    [
      'a property with a choice',
      `h({ 'data-tierzero-anchor': x === 'y' ? 'a.b' : 'c.d', title: 'e' })`,
      ['a.b', 'c.d'],
    ],
    ['an argument with a choice', `a.setAttribute('data-tierzero-anchor', x ? 'a' : 'b'); c('d')`, ['a', 'b']],
    ['a choice over lines', "a.dataset.tierzeroAnchor = x\n  ? 'a'\n  : 'b'\nc('d')", ['a', 'b']],
    ['a property that is a sum', `h({ 'data-tierzero-anchor': 'row.' + id })`, ['row.*']],
    ['a comparison, which gives none', `if (a.dataset.tierzeroAnchor === 'a.b') c('d')`, []],
    ['a selector, which gives no name', '`[data-tierzero-anchor="\u0024{name}"] [data-tierzero-anchor="a.b"]`', []],
    [
      'what is no name, or stands for all',
      '<a data-tierzero-anchor="No Name"><a data-tierzero-anchor={`\u0024{x}`}>',
      [],
    ],
  ])('are found in %s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each(['{a}', '{{a}}', '<%a%>', '<?a?>', '#{a}', `\u0024{a}`, '@(a)', '\\\\', "'", '`'])(
    'are looked for also in what has no end: %s',
    (part) => expect(namesIn(`<a data-tierzero-anchor="${part.repeat(200)}`)).toEqual([]),
  );

  it('are known by their line', () => {
    expect(anchorsIn('a.tsx', '\n\n<a data-tierzero-anchor="b">')).toEqual([{ name: 'b', file: 'a.tsx', line: 3 }]);
  });
});

describe('anchors of walkthroughs', () => {
  const walkthrough = guidedBy('invite', '/', [
    { id: 'one', anchor: { name: 'a.step' }, before: { visible: [{ name: 'a.before' }] } },
    {
      id: 'two',
      advance: { by: 'appears', anchor: { name: 'a.appears' } },
      after: { absent: [{ name: 'a.absent' }], value: { of: { name: 'a.value' }, is: 'x' } },
      branch: [{ when: { visible: [{ selector: '#x' }, { name: 'a.branch' }] }, to: 'one' }],
    },
  ]);

  it('are those of steps, conditions and branches', () => {
    expect(usedAnchors([walkthrough]).map(({ name, line }) => [name, line])).toEqual([
      ['a.step', 10],
      ['a.before', 10],
      ['a.appears', 20],
      ['a.absent', 20],
      ['a.value', 20],
      ['a.branch', 20],
    ]);
  });

  it('are held against a source, both ways', async () => {
    const { root } = await helpCenter();
    await mkdir(join(root, 'app/node_modules'), { recursive: true });
    const source =
      '<a data-tierzero-anchor="a.step"><a data-tierzero-anchor="b.spare"><a data-tierzero-anchor={`a.\u0024{x}e`}>';
    await writeFile(join(root, 'app/page.tsx'), source);
    await writeFile(join(root, 'app/notes.md'), '<a data-tierzero-anchor="a.branch">');
    await writeFile(join(root, 'app/node_modules/x.js'), '<a data-tierzero-anchor="a.branch">');
    const { unknown, unused } = await compareAnchors([walkthrough], [join(root, 'app')]);
    expect(unknown.map(({ name }) => name)).toEqual(['a.appears', 'a.absent', 'a.branch']);
    expect(unused.map(({ name }) => name)).toEqual(['b.spare']);
    await writeFile(join(root, 'app/page.tsx'), '<a data-tierzero-anchor="a.s.ep">');
    expect((await compareAnchors([walkthrough], [join(root, 'app')])).known).toEqual([]);
  });

  it.each([
    ...[
      'php',
      'blade.php',
      'erb',
      'haml',
      'hbs',
      'ejs',
      'twig',
      'j2',
      'jinja',
      'pug',
      'liquid',
      'cshtml',
      'jsp',
      'mdx',
      'cjs',
    ],
  ])('are looked for in files that end with .%s', async (ending) => {
    const { root } = await helpCenter();
    await mkdir(join(root, 'app'));
    await writeFile(join(root, `app/page.${ending}`), '<b data-tierzero-anchor="a.step">');
    const { known } = await compareAnchors([walkthrough], [join(root, 'app')]);
    expect(known.map(({ name }) => name)).toEqual(['a.step']);
  });

  const comparedWith = async (source: string) => {
    const { root } = await helpCenter();
    await mkdir(join(root, 'app'), { recursive: true });
    await writeFile(join(root, 'app/names.ts'), "export const names = { one: 'a.step', other: 'a.appears' };");
    await writeFile(join(root, 'app/page.tsx'), source);
    const { unknown } = await compareAnchors([walkthrough], [join(root, 'app')]);
    return unknown.map(({ name }) => name);
  };

  it.each([
    ['a constant', '<a data-tierzero-anchor={names.one}>'],
    ['a bound constant', '<a :data-tierzero-anchor="names.one">'],
    ['a parameter', "const at = (name: string) => ({ 'data-tierzero-anchor': name });"],
    ['a call', "element.setAttribute('data-tierzero-anchor', names.one)"],
    ['a template', '<a data-tierzero-anchor="{{ names.one }}">'],
    ['the attribute by a constant', "const key = 'data-tierzero-anchor'; h({ [key]: names.one })"],
  ])('are looked for in all texts where an element is given %s', async (_, source) => {
    expect(await comparedWith(source)).toEqual(['a.before', 'a.absent', 'a.value', 'a.branch']);
  });

  it('are not those of texts where every element is given its name in place', async () => {
    expect(await comparedWith('<a data-tierzero-anchor="a.step">')).toContain('a.appears');
  });

  it.each([
    ['HTML', '<!-- <a data-tierzero-anchor="a.step"> -->'],
    ['a block', '{/* <a data-tierzero-anchor="a.step" />\n */}'],
    ['a line', '  // <a data-tierzero-anchor="a.step">'],
    ['Twig', '{# <a data-tierzero-anchor="a.step"> #}'],
    ['ERB', '<%# <a data-tierzero-anchor="a.step"> %>'],
    ['Blade', '{{-- <a data-tierzero-anchor="a.step"> --}}'],
  ])('are not those of comments: %s', async (_, source) => {
    expect(await comparedWith(source)).toContain('a.step');
  });

  it('are those beside a path that looks like a comment', async () => {
    expect(await comparedWith(`glob('src/*'); <a data-tierzero-anchor="a.step">; glob('b/*/c')`)).not.toContain(
      'a.step',
    );
  });
});
