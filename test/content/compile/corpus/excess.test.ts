import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../content/compile/corpus/body.ts';
import { isDeep, isExcessive } from '../../../../content/compile/corpus/excess.ts';
import { syntaxTree } from '../../../../content/compile/markdown/parse.ts';
import type { Source } from '../../../../content/compile/source.ts';

const source: Source = { file: 'a', locale: 'en', kind: 'article', slug: 'a', id: 'article:a' };
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

/** Texts whose reading grows faster than they do, by how often their pieces stand in them. */
const hostile: Record<string, (times: number) => string> = {
  'quotes in each other': (times) => `${'>'.repeat(times)} a`,
  'lists in each other': (times) => `${'- '.repeat(times)}a`,
  'lists that each line takes further in': (times) =>
    numbers(times)
      .map((level) => `${'  '.repeat(Math.min(level, 2000))}- a`)
      .join('\n'),
  'deep lists, line by line': (times) => `${'- '.repeat(45)}a\n`.repeat(times),
  'empty lines in deep lists': (times) => `${'- '.repeat(45)}a\n${'\n'.repeat(times)}`,
  'footnotes in each other': (times) => `${'[^a]: '.repeat(times)}a`,
  'directives in each other': (times) => ':::a\n'.repeat(times),
  'directives with ever fewer colons': (times) =>
    numbers(Math.min(times, 200))
      .map((number) => `${':'.repeat(203 - number)}a\n`)
      .join(''),
  'the attributes of a directive': (times) => `::a{${'b '.repeat(times)}}`,
  'long runs of asterisks': (times) => `${'*'.repeat(times)}a${'*'.repeat(times)}`,
  'beginnings of emphasis': (times) => '**a '.repeat(times),
  'ends of emphasis': (times) => 'a** '.repeat(times),
  'emphasis of two kinds': (times) => '*a _ '.repeat(times),
  'runs of backticks, each of its own length': (times) =>
    numbers(Math.min(times, 3000))
      .map((number) => `${'`'.repeat(number + 1)} `)
      .join(''),
  'brackets in each other': (times) => `${'['.repeat(times)}a${']'.repeat(times)}`,
  'beginnings of links': (times) => '[ (]('.repeat(times),
  'beginnings of pictures': (times) => '![[]()'.repeat(times),
  'beginnings of tags': (times) => '<a '.repeat(times),
  'beginnings of CDATA': (times) => 'a<![CDATA['.repeat(times),
  definitions: (times) =>
    numbers(times)
      .map((number) => `[a${number}]: /b`)
      .join('\n'),
  addresses: (times) => 'www.a '.repeat(times),
  'mail addresses': (times) => 'a@b.c'.repeat(times),
  'lines of a paragraph': (times) => 'a\n'.repeat(times),
};

describe('a text that would take a parser minutes', () => {
  it.each(Object.entries(hostile))('is not given to it: %s', (_, text) => {
    expect(isExcessive(text(20_000))).toBe(true);
    const { body, isPlain } = readBody({ url: '', body: text(20_000) }, source);
    expect(isPlain).toBe(true);
    expect(body.length).toBeGreaterThan(0);
    expect(body.every((block) => block.tag === 'p')).toBe(true);
  });

  it.each(Object.entries(hostile))('is read as Markdown while there is little of it: %s', (_, text) => {
    expect(isExcessive(text(10))).toBe(false);
    expect(readBody({ url: '', body: text(10) }, source).isPlain).toBeUndefined();
  });

  it('keeps its paragraphs as they are written', () => {
    const body = `One <b>\nline.\n\n${'>'.repeat(200)} two\n\n`;
    expect(readBody({ url: '', body }, source)).toEqual({
      body: [
        { tag: 'p', children: ['One <b> line.'] },
        { tag: 'p', children: [`${'>'.repeat(200)} two`] },
      ],
      simplified: {},
      isPlain: true,
    });
  });
});

describe('a text that is only long', () => {
  it.each([
    ['paragraphs', 'Some **bold** text, [a link](https://example.com/) and `code`.\n\n'.repeat(5000)],
    ['a list', '- **Bold**: text with `code`\n  - [a link](https://example.com/)\n'.repeat(5000)],
    ['a table', `| a | b |\n|---|---|\n${'| `a` | _b_ |\n'.repeat(1000)}`],
    ['directives behind each other', ':::note\ntext\n:::\n\n'.repeat(500)],
    ['tabs', `::::tabs\n${':::tab[One]\ntext\n:::\n'.repeat(200)}::::`],
    ['a rule of a thousand dashes', `a\n\n${'-'.repeat(1000)}`],
    ['code', `\`\`\`\n${'    a[0] = b * c;\n'.repeat(1200)}\`\`\``],
  ])('is read as Markdown: %s', (_, text) => {
    expect(isExcessive(text)).toBe(false);
  });
});

describe('a tree', () => {
  it('is deep when its nodes nest more than a hundred times, in whatever way', () => {
    const strong = (levels: number) => `${'*'.repeat(2 * levels)}a${'*'.repeat(2 * levels)}`;
    expect(isDeep(syntaxTree(strong(50)))).toBe(false);
    expect(isDeep(syntaxTree(strong(110)))).toBe(true);
    expect(readBody({ url: '', body: strong(110) }, source).isPlain).toBe(true);
  });
});
