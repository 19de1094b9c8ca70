import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { compile } from '../../../content/compile/compile.ts';
import { contentManifest } from '../../../content/schema/manifest.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { openIndex } from '../../../content/search/reader.ts';
import { article, helpCenter } from '../../support/content/help-center.ts';

const program = new URL('../../../content/compile/search.ts', import.meta.url).pathname;
const run = promisify(execFile);

async function search(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...args]);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = z
      .object({ code: z.number(), stdout: z.string(), stderr: z.string() })
      .parse(error);
    return { code, out: stdout, err: stderr };
  }
}

const answer = z.object({
  query: z.string(),
  corrected: z.optional(z.string()),
  count: z.number(),
  results: z.array(z.object({ rank: z.number(), id: z.string(), title: z.string(), source: z.string() })),
});

async function compiled() {
  const { root, out } = await helpCenter({
    'en/articles/account/change-mail.md': article('Your mail address and password are yours.', {
      title: 'Change the mail',
    }),
    'en/articles/account/close.md': article('A password is asked for once more.', { title: 'Close the account' }),
  });
  const result = await compile({ root, out });
  if (!result.ok) throw new Error('does not compile');
  return out;
}

/** As a browser would: the manifest names the bytes, the engine reads them. */
async function inBrowser(out: string, words: string) {
  const manifest = contentManifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')));
  const opened = openIndex(new Uint8Array(await readFile(join(out, manifest.content['en']!.index))));
  if (!opened.ok) throw new Error(opened.reason);
  return createEngine(opened.index).search(words, 10);
}

describe('search', () => {
  it.each(['password', 'mail addr', 'forgot pasword ', 'who pays?'])(
    'finds for "%s" what the browser finds, in its order',
    async (words) => {
      const out = await compiled();
      const expected = await inBrowser(out, words);
      const { code, out: printed } = await search('--content', out, '--json', words);
      const found = answer.parse(JSON.parse(printed));
      expect(code).toBe(0);
      expect(expected.results.length).toBeGreaterThan(0);
      expect(found.results.map(({ id }) => id)).toEqual(expected.results.map(({ record }) => record.id));
      expect({ count: found.count, corrected: found.corrected }).toEqual({
        count: expected.count,
        corrected: expected.corrected,
      });
    },
  );

  it('prints rank, id, title and score, a result a line', async () => {
    const out = await compiled();
    const { out: printed } = await search('--content', out, '--limit', '1', 'change', 'the', 'mail');
    expect(printed).toMatch(/^1\tarticle:change-mail\tChange the mail\t\([\d.]+\)\n/);
    const { out: json } = await search('--content', out, '--json', '--limit', '1', 'change the mail');
    expect(answer.parse(JSON.parse(json)).results).toEqual([
      { rank: 1, id: 'article:change-mail', title: 'Change the mail', source: 'en/articles/account/change-mail.md' },
    ]);
    expect((await search('--content', out, 'qqqqq')).out).toBe('No results.\n');
  });

  it('says what is missing, and ends with 1', async () => {
    const { root, out } = await helpCenter();
    expect(await search('--content', out, 'a')).toEqual({
      code: 1,
      out: '',
      err: `${out}: found no compiled content (manifest.json); run npm run compile -- --out ${out} first\n`,
    });
    await compile({ root, out });
    expect((await search('--content', out, '--locale', 'fr', 'a')).err).toBe(
      '--locale: found "fr"; expected one of en\n',
    );
    expect((await search('--content', out, '--limit', 'x', 'a')).err).toContain('--limit: found "x"');
    expect((await search('--content', out)).err).toContain('Found no words');
    const { content } = contentManifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')));
    await writeFile(join(out, content['en']!.index), 'cut');
    expect(await search('--content', out, 'a')).toMatchObject({
      code: 1,
      err: expect.stringContaining('not a Tierzero file'),
    });
  });
});
