import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readChecks } from '../../../../content/compile/checks.ts';
import { checksJson, passed } from '../../../support/content/checks.ts';
import { type Files, helpCenter } from '../../../support/content/help-center.ts';
import { type NastyApp, startNastyApp } from '../../../support/nasty-app.ts';

const execute = promisify(execFile);
const program = new URL('../../../../content/check/walkthrough/main.ts', import.meta.url).pathname;
const failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

const walkthrough = (start: string, anchor: string) => `title: Go where it leads
description: One press is all it takes, on a page of its own.
updated: 2026-11-26
category: account
start: ${start}
steps:
  - id: go
    do: Select **Go**.
    anchor: ${anchor}
    advance: click
  - do: Read on.
`;
const files: Files = {
  'en/walkthroughs/go.yaml': walkthrough('/plain', 'plain.go'),
  'en/walkthroughs/gone.yaml': walkthrough('/plain', 'plain.gone'),
};

let app: NastyApp;
beforeAll(async () => {
  app = await startNastyApp();
});
afterAll(() => app.close());

async function run(root: string, args: string[], env: Record<string, string> = {}) {
  try {
    const options = { cwd: dirname(root), env: { ...process.env, ...env } };
    const { stdout, stderr } = await execute(process.execPath, [program, ...args], options);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = failure.parse(error);
    return { code, out: stdout, err: stderr };
  }
}
const refusedWith = async (args: string[], changes: Files = files) => run((await helpCenter(changes)).root, args);

describe('npm run walkthroughs', () => {
  it('plays them, keeps what it found, and ends with 1 when one failed', async () => {
    const { root } = await helpCenter(files);
    const at = dirname(root);
    const shared = ['--app', app.url, '--json', '-', '--junit', join(at, 'out/junit.xml')];
    const good = await run(root, [...shared, '--only', 'go']);
    expect(good).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^passed {2}walkthrough:go \(en\) {2}2 of 2 steps/),
    });
    expect(JSON.parse(good.out)).toMatchObject({
      passed: true,
      walkthroughs: [{ changedPictures: [{ was: 'new' }, { was: 'new' }] }],
    });
    expect(await readFile(join(at, 'out/junit.xml'), 'utf8')).toContain('name="walkthrough:go (en)"');

    const bad = await run(root, [...shared, '--only', 'gone', '--no-pictures', '--version', '3']);
    expect(bad).toMatchObject({
      code: 1,
      err: expect.stringContaining('gone.yaml:7 step go  anchor-missing: expected'),
    });
    const { checks } = readChecks(await readFile(join(root, 'walkthrough-checks.json'), 'utf8'));
    expect(checks.all.map(({ walkthrough, version }) => [walkthrough, version])).toEqual([
      ['walkthrough:go', '2.4'],
      ['walkthrough:gone', '3'],
    ]);
  });

  it('takes away the pictures of a step that is gone, and no others', async () => {
    const { root } = await helpCenter({ 'en/walkthroughs/go.yaml': walkthrough('/plain', 'plain.go') });
    const folder = join(root, 'en/walkthroughs/go');
    expect(await run(root, ['--app', app.url])).toMatchObject({ code: 0 });
    await writeFile(join(folder, 'old-light.png'), 'mine');
    const renamed = walkthrough('/plain', 'plain.go').replace('id: go', 'id: press');
    await writeFile(join(root, 'en/walkthroughs/go.yaml'), renamed);
    const { out } = await run(root, ['--app', app.url]);
    expect(out).toContain('removed picture content/en/walkthroughs/go/go-light.png  its step is gone');
    expect((await readdir(folder)).sort()).toEqual(['old-light.png', 'press-dark.png', 'press-light.png']);
  });

  it('compares anchors without an app', async () => {
    const { root } = await helpCenter(files);
    const page = join(dirname(root), 'page.html');
    await writeFile(page, '<a data-tierzero-anchor="plain.go"><a data-tierzero-anchor="plain.spare">');
    const { code, out } = await run(root, ['--static', '--source', '.']);
    expect(code).toBe(1);
    expect(out).toContain('gone.yaml:7 step go  expected data-tierzero-anchor="plain.gone" in the source');
    expect(out).toContain('page.html:1 plain.spare');
    await writeFile(page, '<a data-tierzero-anchor="plain.go"><a data-tierzero-anchor="plain.gone">');
    expect(await run(root, ['--static', '--source', '.'])).toMatchObject({ code: 0 });
  });

  it('keeps no result when the sample data could not be put back', async () => {
    const { root } = await helpCenter(files);
    const { code, out, err } = await run(root, ['--app', app.url, '--reset', '/reset-none', '--no-pictures']);
    expect(code).toBe(2);
    expect(err).toContain('/reset-none answered 404; expected 2xx; the rest was not checked');
    expect(out).toContain('nothing was written to');
    await expect(readFile(join(root, 'walkthrough-checks.json'))).rejects.toThrow('ENOENT');
  });

  it('keeps and reports what was played before that', async () => {
    const { root } = await helpCenter(files);
    const xml = join(dirname(root), 'junit.xml');
    const only = '[ "$TIERZERO_WALKTHROUGH" = walkthrough:go ]';
    const { code, err } = await run(root, ['--app', app.url, '--reset', only, '--no-pictures', '--junit', xml]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('the rest was not checked') });
    const { checks } = readChecks(await readFile(join(root, 'walkthrough-checks.json'), 'utf8'));
    expect(checks.all.map(({ walkthrough }) => walkthrough)).toEqual(['walkthrough:go']);
    expect(await readFile(xml, 'utf8')).toMatch(/walkthrough:go[\s\S]*<error message="--reset/);
  });

  it('says that its results cannot be kept, and reports them', async () => {
    const { root } = await helpCenter({ 'en/walkthroughs/go.yaml': walkthrough('/plain', 'plain.go') });
    await mkdir(join(root, 'walkthrough-checks.json'));
    const at = (file: string) => join(dirname(root), file);
    const args = ['--app', app.url, '--no-pictures', '--json', at('a.json'), '--junit', at('a.xml')];
    const { code, out, err } = await run(root, args);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /^content\/walkthrough-checks\.json: found no way to write it \(E.*\); expected a file that can be written; mend: /,
      ),
    });
    expect(out).toMatch(/^passed[\s\S]*1 passed, 0 failed; nothing was written to/);
    expect(JSON.parse(await readFile(at('a.json'), 'utf8'))).toMatchObject({
      passed: false,
      unwritten: expect.stringContaining('found no way'),
      walkthroughs: [{ passed: true }],
    });
    expect(await readFile(at('a.xml'), 'utf8')).toContain('<testcase classname="the run" name="results"><error');
  });

  it('says that Chromium does not start, and reports that', async () => {
    const { root } = await helpCenter(files);
    const [chromium, xml] = [join(dirname(root), 'chromium'), join(dirname(root), 'a.xml')];
    await writeFile(chromium, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const { code, out, err } = await run(root, ['--app', app.url, '--junit', xml], { CHROMIUM: chromium });
    expect({ code, out }).toEqual({ code: 2, out: expect.stringContaining('nothing was written to') });
    expect(err).toBe(
      `Chromium: ${chromium} does not start. Name another one: CHROMIUM=/path/to/chrome; the rest was not checked\n`,
    );
    expect(await readFile(xml, 'utf8')).toContain('name="end"><error message="Chromium: ');
  });

  it('says how to mend a file of results that is none', async () => {
    const broken = { ...files, 'walkthrough-checks.json': '{"format": 2, "checks": []}' };
    const { code, err } = await refusedWith(['--app', app.url], broken);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('or delete the file: npm run') });
  });

  it('says of each that the app was down, with earlier results as they were', async () => {
    const earlier = checksJson(passed({ walkthrough: 'walkthrough:go' }));
    const { root } = await helpCenter({
      'en/walkthroughs/go.yaml': walkthrough('/error', 'plain.go'),
      'walkthrough-checks.json': earlier,
    });
    const { code, out } = await run(root, ['--app', app.url]);
    expect(code).toBe(2);
    expect(out).toContain('NOT CHECKED  walkthrough:go (en)  /error answered 503');
    expect(await readFile(join(root, 'walkthrough-checks.json'), 'utf8')).toBe(earlier);
  });

  it('refuses an app that is down, a folder to report to, and what makes nobody a visitor', async () => {
    const cookie = {
      name: 'sid',
      value: 'secret',
      path: '/',
      expires: -1,
      httpOnly: false,
      secure: false,
      sameSite: 'Lax',
    };
    const { root } = await helpCenter({
      ...files,
      '../domain.json': JSON.stringify({ cookies: [{ ...cookie, domain: '' }], origins: [] }),
      '../expires.json': JSON.stringify({ cookies: [{ ...cookie, domain: '127.0.0.1', expires: -7 }], origins: [] }),
      '../header.json': '{"headers": {"x key": "secret"}}',
      '../host.json': '{"headers": {"Host": "secret.example"}}',
    });
    const refused = async (...args: string[]) => {
      const { code, out, err } = await run(root, ['--app', app.url, ...args]);
      expect({ code, out, isTrace: /^ {4}at /m.test(err), isSecret: err.includes('secret') }).toEqual({
        code: 2,
        out: '',
        isTrace: false,
        isSecret: false,
      });
      return err;
    };
    expect(await refused('--json', '.')).toContain('--json: found a folder');
    expect(await refused('--junit', 'content')).toContain('--junit: found a folder');
    expect(await refused('--auth', 'domain.json')).toContain('--auth: found something else in domain.json');
    expect(await refused('--auth', 'header.json')).toContain('--auth: found something else in header.json');
    expect(await refused('--auth', 'host.json')).toContain('--auth: found something else in host.json');
    expect(await refused('--auth', 'expires.json')).toContain(
      '--auth: found a cookie or an origin that Chromium refuses',
    );
    app.down = 'busy';
    expect(await refused()).toContain('--app: found 503 at http://127.0.0.1');
    app.down = undefined;
  });

  it.each([
    ['no app', [], '--app: found nothing; expected the address of the running app, or --static'],
    ['a word that is no address', ['--app', 'localhost:1'], '--app: found "localhost:1"; expected an address'],
    [
      'a path in the address',
      ['--app', 'http://x/shop?a'],
      '--app: found /shop?a behind the address; expected http://x',
    ],
    ['an app that is not there', ['--app', 'http://127.0.0.1:9'], '--app: found nothing at http://127.0.0.1:9 ('],
    ['an unknown walkthrough', ['--app', 'http://x', '--only', 'no'], '--only: found "no"; expected one of go, gone'],
    ['a language that none is in', ['--app', 'http://x', '--locale', 'de'], '--locale: found "de"; expected one of en'],
    ['a source that nobody named', ['--static'], '--source: found none; expected a folder'],
    ['a folder that is not there', ['--static', '--source', 'none'], '--source: found no folder none'],
    [
      'a language that this one is not in',
      ['--app', 'http://x', '--only', 'go', '--locale', 'de'],
      'expected one of en, which go is written in',
    ],
    [
      'a password in the address',
      ['--app', 'http://me:secret@x:1'],
      '--app: found a name or a password before x:1; expected http://x:1, and --auth',
    ],
    ['an unknown option', ['--nope'], '--nope: found an option that nobody knows'],
    ['no content', ['--app', 'http://x', '--content', 'none'], '--content: found no folder none'],
  ])('ends with 2 for %s', async (_, args, message) => {
    const { code, out, err } = await refusedWith(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
    expect(err).not.toContain('secret');
  });

  it('ends with 2 where nothing leads a page, or something is written wrong', async () => {
    expect(await refusedWith(['--app', app.url], {})).toMatchObject({
      code: 2,
      err: expect.stringContaining('content: found no walkthrough that leads a page'),
    });
    const wrong = await refusedWith(['--app', app.url], { 'en/walkthroughs/go.yaml': 'title: Go\n' });
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('content/en/walkthroughs/go.yaml:1 ') });
  });

  it('ends on Ctrl-C with what it has, and says nothing of the app', async () => {
    const { root } = await helpCenter({
      'en/walkthroughs/go.yaml': walkthrough('/plain', 'plain.go'),
      'en/walkthroughs/never.yaml': walkthrough('/never', 'never.go'),
    });
    const check = spawn(process.execPath, [program, '--app', app.url, '--no-pictures'], { cwd: dirname(root) });
    let said = '';
    for (const stream of [check.stdout, check.stderr]) stream.on('data', (text) => (said += text));
    const isAsked = () => [...app.asked.keys()].some((place) => place.endsWith('/never'));
    await expect.poll(isAsked, { timeout: 50_000 }).toBe(true);
    check.kill('SIGINT');
    const [code] = await once(check, 'close');
    expect({ code, said }).toEqual({
      code: 2,
      said: expect.stringMatching(
        /^passed .*\nstopped by Ctrl-C; the rest was not checked\n1 passed, 0 failed; written/,
      ),
    });
  });

  it('never prints what is in the file of --auth', async () => {
    const { root } = await helpCenter({ ...files, '../auth.json': '{"headers": {"x-key": "secret"' });
    const { code, err } = await run(root, ['--app', app.url, '--auth', 'auth.json']);
    expect(code).toBe(2);
    expect(err).toMatch(/^--auth: found no JSON in auth\.json; expected/);
    expect(err).not.toContain('secret');
  });
});
