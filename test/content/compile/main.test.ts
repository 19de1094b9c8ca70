import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Files, helpCenter } from '../../support/content/help-center.ts';

const run = promisify(execFile);

async function main(
  changes: Files,
  args: string[] = [],
  where = ['--out', 'out'],
): Promise<{ code: number; out: string; err: string }> {
  const { root } = await helpCenter(changes);
  const program = new URL('../../../content/compile/main.ts', import.meta.url).pathname;
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...where, ...args], { cwd: dirname(root) });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

describe('main', () => {
  it('prints one line about what it made', async () => {
    const { code, out, err } = await main({});
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^3 documents, \d+ terms, \d+ bytes, 14 files written in \d+ ms\n$/);
  });

  it('says what it knows when asked, and ends with 2 where it does not understand', async () => {
    const help = await main({}, ['--help']);
    expect({ code: help.code, err: help.err }).toEqual({ code: 0, err: '' });
    expect(help.out).toMatch(/^npm run compile -- /);
    for (const args of [['--nope'], ['--corpus'], ['somewhere']]) {
      const { code, out, err } = await main({}, args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('\n\nnpm run compile -- ');
      expect(err).not.toContain('    at ');
    }
    expect((await main({}, ['--nope'])).err).toMatch(/^--nope: found an option that nobody knows/);
  });

  it('writes no corpus where the own help center is, unless that is said', async () => {
    const { code, out, err } = await main({}, ['--corpus', 'articles.jsonl'], []);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^--out: found nothing; expected a folder for the corpus, .* dist\/content\n/);
  });

  it('prints every error with file, line and hint, and ends with 1', async () => {
    const { code, out, err } = await main({
      'en/faqs/x.md': '---\ntitle: Xy\n---\n[a](who-pays)\n',
      'fr/faqs/y.md': undefined,
      'en/faqs/z.mdx': '',
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.split('\n')).toEqual([
      'content/en/faqs/x.md:2 category  found nothing; expected text',
      'content/en/faqs/x.md:2 description  found nothing; expected text',
      'content/en/faqs/x.md:2 title  found "Xy"; expected at least 4 characters',
      'content/en/faqs/x.md:2 updated  found nothing; expected text',
      'content/en/faqs/x.md:4 body  found link "who-pays"; expected a source file (../writing/x.md#section), #section, https:// or mailto:; hint: name the file with its ending, .md or .yaml',
      'content/en/faqs/z.mdx:1 path  found file en/faqs/z.mdx; expected a file ending in .md, or a PNG, JPEG, GIF or WebP picture; hint: articles are plain Markdown: rename it to .md',
      '6 errors; nothing was written',
      '',
    ]);
  });
});

describe('main with a corpus', () => {
  it('compiles a JSONL file, and says what became simpler', async () => {
    const { code, out, err } = await main(
      { '../acme.jsonl': '{"id":"a","title":"About a","body":"One <b>word</b>."}\n' },
      ['--corpus', 'acme.jsonl'],
    );
    expect({ code, err }).toEqual({ code: 0, err: 'warning: 2 raw HTML elements became their text\n' });
    expect(out).toMatch(/^1 documents, \d+ terms, \d+ bytes, 12 files written in \d+ ms\n$/);
  });

  it('says what is wrong with file and locale, and ends with 1', async () => {
    const missing = await main({}, ['--corpus', 'none.jsonl']);
    expect(missing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('none.jsonl: found no file') });
    const locale = await main({}, ['--corpus', 'none.jsonl', '--locale', 'English']);
    expect(locale.err).toContain('--locale: found "English"; expected a tag such as en or pt-BR');
  });
});
