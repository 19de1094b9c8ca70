import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../../../content/compile/corpus/article.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierzero-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'corpus.jsonl');
const readText = (text: string | Uint8Array) => {
  writeFileSync(path, text);
  return readCorpus(path);
};
const readLines = (...lines: unknown[]) => readText(lines.map((line) => JSON.stringify(line)).join('\n'));
const errorsOf = async (reading: ReturnType<typeof readCorpus>) => {
  const read = await reading;
  return read.ok ? [] : read.errors.map((error) => error.replace(path, 'F'));
};
const short = { id: 'a', title: 'Reset a password', body: 'Select Forgot.' };

describe('a corpus', () => {
  it('is read with every field', async () => {
    const whole = {
      ...short,
      url: '/a',
      description: 'When it is lost.',
      headings: ['By mail'],
      category: 'account',
      redirects: ['/old'],
      license: 'CC-BY-4.0',
    };
    expect(await readLines(whole)).toEqual({ ok: true, articles: [whole] });
  });

  it('may leave out all but id, title and body, and may say more', async () => {
    const rest = { url: '', description: '', headings: [], category: '', redirects: [], license: '' };
    const read = await readLines({ ...short, description: null, headings: null, toc: 'Reset' });
    expect(read).toEqual({ ok: true, articles: [{ ...short, ...rest }] });
  });

  it('may have Windows line ends, empty lines, line separators in a text and no last line end', async () => {
    const read = await readText(
      `${JSON.stringify({ ...short, body: 'a\u2028b' })}\r\n\r\n{"id":"b","title":"B","body":""}`,
    );
    expect(read.ok && read.articles.map(({ id, body }) => [id, body])).toEqual([
      ['a', 'a\u2028b'],
      ['b', ''],
    ]);
  });

  it('is read whole when a line is longer than a chunk of the file', async () => {
    const body = 'ä'.repeat(200_000);
    const read = await readLines({ ...short, body }, { ...short, id: 'b' });
    expect(read.ok && read.articles.map((article) => article.body.length)).toEqual([200_000, short.body.length]);
  });

  it('is refused with every mistake at once, each at its line and field', async () => {
    const text = [
      JSON.stringify(short),
      '{"id": "b", "title": ',
      JSON.stringify({ id: 3, title: ' ', headings: ['x', 4] }),
      '[]',
      JSON.stringify(short),
    ].join('\n');
    const errors = await errorsOf(readText(text));
    expect(errors[0]).toMatch(/^F:2: line: found .*; expected JSON$/);
    expect(errors.slice(1)).toEqual([
      'F:3: id: found 3; expected text',
      'F:3: title: found " "; expected something in it',
      'F:3: headings[1]: found 4; expected text',
      'F:3: body: found nothing; expected text',
      'F:4: line: found []; expected an object',
      'F:5: id: found "a", which line 1 has; expected one of its own',
    ]);
  });

  it('names bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    expect(await errorsOf(readText(bytes))).toEqual(['F:1: line: found other bytes; expected UTF-8']);
  });

  it('shows the first 50 mistakes and counts the others', async () => {
    const errors = await errorsOf(readLines(...Array.from({ length: 60 }, () => [])));
    expect(errors).toHaveLength(51);
    expect(errors[50]).toBe('F: … and 10 more');
  });

  it('is refused when there is no such file, and when it is empty', async () => {
    const expected = 'expected one JSON object a line';
    expect(await readCorpus('none.jsonl')).toEqual({ ok: false, errors: [`none.jsonl: found no file; ${expected}`] });
    expect(await errorsOf(readText('\n'))).toEqual([`F: found no line; ${expected}`]);
  });
});
