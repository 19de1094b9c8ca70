import type { Paragraph, Text } from 'mdast';
import { complain, type Reading, sourceOf } from './reading.ts';

// Looked for in the source of a text, not in its value: there, `\<b>` and `&lt;b>` are told from `<b>`.
const tag = /(?<!\\)<(?=[/A-Za-z>])[^\s>]*>?/g;
const statement =
  /^(?:import\s+(?:[{*'"]|[\w$]+\s*(?:,|from\s+['"]))|export\s+(?:[{*]|(?:default|const|let|var|class|async|function)\b))/;

/** Finds JSX that CommonMark reads as text, for example `<Foo bar={x}>`. */
export function refuseTags(text: Text, reading: Reading): void {
  for (const found of sourceOf(reading, text).matchAll(tag)) {
    complain(reading, text, {
      found: `${found[0]} (JSX or HTML)`,
      expected: 'Markdown',
      hint: 'put code into `backticks`, or write \\< for the sign',
      inside: found.index,
    });
  }
}

/** Finds `import` and `export` statements and colons that made no directive, at the start of a paragraph's lines. */
export function refuseLines(paragraph: Paragraph, reading: Reading): void {
  for (const [index, child] of paragraph.children.entries()) {
    if (child.type !== 'text') continue;
    const source = sourceOf(reading, child);
    const startsLine = index === 0 || paragraph.children[index - 1]?.type === 'break';
    let inside = 0;
    for (const [number, line] of source.split('\n').entries()) {
      if (number > 0 || startsLine) refuseLine(line.replace(/^[\s>]+/, ''), { child, inside, reading });
      inside += line.length + 1;
    }
  }
}

function refuseLine(line: string, at: { child: Text; inside: number; reading: Reading }): void {
  if (statement.test(line)) {
    complain(at.reading, at.child, {
      found: line,
      expected: 'Markdown without import and export',
      hint: 'put code into a fenced block',
      inside: at.inside,
    });
  } else if (line.startsWith(':::')) {
    complain(at.reading, at.child, {
      found: line,
      expected: 'a directive such as :::note or :::note[Title], closed by its own line of colons',
      hint: 'the outer of two directives takes more colons (::::tabs around :::tab)',
      inside: at.inside,
    });
  }
}
