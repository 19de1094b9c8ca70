import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { compile } from '../../../content/compile/compile.ts';
import { siteContent } from '../../../content/compile/site-content.ts';
import { compiledDocument } from '../../../content/schema/document.ts';
import { contentManifest } from '../../../content/schema/manifest.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { type SealedKind, unseal } from '../../../content/search/envelope.ts';
import { openIndex } from '../../../content/search/reader.ts';
import { article, compileWith, type Files, helpCenter } from '../../support/content/help-center.ts';
import { png } from '../../support/content/pictures.ts';

const at = 'en/articles/account/reset-password.md';
const german: Files = {
  'settings.yaml':
    'name: Example\nlocales: [en, de, fr]\nfirstReplyHours: 8\ntopics: [{ id: other, title: { en: Else } }]\n',
  'de/articles/account/reset-password.md': article('Wähle *Vergessen?*.\n\n## Wenn keine Mail kommt\n\nSieh nach.', {
    title: 'Passwort zurücksetzen',
    aliases: '[passwort]',
  }),
};

async function compiled(changes: Files = {}) {
  const folders = await helpCenter(changes);
  const result = await compile(folders);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return { ...folders, result, ...read(folders.out) };
}

/** Reads what was written as those who use it do. */
function read(out: string) {
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(out, name), 'utf8'));
  const bytes = async (name: string) => new Uint8Array(await readFile(join(out, name)));
  return {
    json,
    manifest: async () => contentManifest.parse(await json('manifest.json')),
    site: async () => siteContent.parse(await json('documents.json')),
    unsealed: async (kind: SealedKind, name: string): Promise<unknown> => {
      const opened = unseal(kind, await bytes(name));
      return opened.ok ? JSON.parse(new TextDecoder().decode(opened.payload)) : opened.reason;
    },
    engine: async (name: string) => {
      const opened = openIndex(await bytes(name));
      if (!opened.ok) throw new Error(opened.reason);
      return createEngine(opened.index);
    },
  };
}

const library = z.object({ locale: z.string(), documents: z.array(compiledDocument) });

describe('compile', () => {
  it('says what it made', async () => {
    const { result } = await compiled();
    expect(result.summary).toMatchObject({ documents: 3, written: 14 });
    expect(result.summary.terms).toBeGreaterThan(20);
    expect(result.warnings).toEqual([]);
  });

  it('advises about questions that only expects leads to', async () => {
    const { result } = await compiled({
      'en/articles/account/reset-password.md': article('Choose *Forgotten?*.\n\n## When no mail comes\n\nLook again.', {
        title: 'Reset your password',
        expects: '[reset my password, locked out of everything]',
      }),
    });
    expect(result.advice).toEqual([
      expect.stringMatching(/^en\/articles\/account\/reset-password\.md:\d+: "locked out/),
    ]);
    expect(result.advice[0]).toContain('of 2 expected questions');
  });

  it('writes an index that leads to every document', async () => {
    const { manifest, engine, unsealed } = await compiled();
    const { content, settings } = await manifest();
    expect(settings).toMatchObject({ name: 'Example', locales: ['en'], firstReplyHours: 8 });
    const { head, search } = await engine(content.en!.index);
    expect(head.categories).toEqual([
      { slug: 'account', title: 'Account', description: 'Signing in and out.', count: 3 },
    ]);
    expect(search('forgot spam', 3).results[0]?.record.id).toBe('article:reset-password');
    for (const record of head.records) {
      expect(compiledDocument.parse(await unsealed('D', record.file)).id).toBe(record.id);
    }
  });

  it('writes every document of a locale into its library', async () => {
    const { out, manifest, unsealed } = await compiled();
    const { en } = (await manifest()).content;
    const { documents, locale } = library.parse(await unsealed('L', en!.library));
    expect(locale).toBe('en');
    expect(documents.map(({ id }) => id)).toEqual(['article:reset-password', 'faq:who-pays', 'walkthrough:invite']);
    expect(documents[0]).toMatchObject({ type: 'how-to', source: at, updated: '2026-11-22' });
    expect(documents[2]).toMatchObject({
      body: [],
      steps: [
        { do: [{ tag: 'p', children: ['Open ', { tag: 'strong', children: ['Settings'] }, '.'] }] },
        { do: [{ tag: 'p', children: ['Select Invite.'] }], say: [] },
      ],
    });
    expect((await stat(join(out, en!.library))).size).toBe(en!.libraryBytes);
  });

  it('fills what a locale lacks from the default one, and leaves out a locale without a folder', async () => {
    const { manifest, site, unsealed, engine } = await compiled(german);
    const { content } = await manifest();
    expect(Object.keys(content)).toEqual(['en', 'de']);
    const { documents } = library.parse(await unsealed('L', content.de!.library));
    expect(documents.map(({ id, locale }) => [id, locale])).toEqual([
      ['article:reset-password', 'de'],
      ['faq:who-pays', 'en'],
      ['walkthrough:invite', 'en'],
    ]);
    const { locales } = await site();
    expect(locales.map(({ locale }) => locale)).toEqual(['en', 'de']);
    expect(locales[1]?.documents).toEqual(documents);
    expect(locales[1]?.categories[0]?.title).toBe('Account');
    // One file, whatever the locales that show it.
    const files = await Promise.all(
      [content.en!, content.de!].map(async ({ index }) => (await engine(index)).head.records.map(({ file }) => file)),
    );
    expect(files[0]?.[1]).toBe(files[1]?.[1]);
    expect(files[0]?.[0]).not.toBe(files[1]?.[0]);
    // A result says when its texts are in another language.
    const records = (await engine(content.de!.index)).head.records;
    expect(records.map((record) => record.locale)).toEqual([undefined, 'en', 'en']);
  });

  it('lets a translation link to what only the default locale has', async () => {
    const text = article('Siehe [Kosten](../../faqs/who-pays.md).\n\n## Wenn keine Mail kommt\n\nSieh nach.');
    expect((await compileWith({ ...german, 'de/articles/account/reset-password.md': text })).ok).toBe(true);
  });

  it('sends former addresses to the present ones, with the locale where it is not the default', async () => {
    const aliased = article('a\n\n## When no mail comes\n\nb', { aliases: '[forgot, lost-password]' });
    const { json, manifest, engine } = await compiled({ ...german, [at]: aliased });
    expect(await json('redirects.json')).toEqual({
      '/articles/forgot/': '/articles/reset-password/',
      '/articles/lost-password/': '/articles/reset-password/',
      '/de/articles/passwort/': '/de/articles/reset-password/',
    });
    const { head } = await engine((await manifest()).content.en!.index);
    expect(head.aliases).toEqual({
      'article:forgot': 'article:reset-password',
      'article:lost-password': 'article:reset-password',
    });
  });

  it('puts pins into the index of a locale, in the order of the records, and nothing where there are none', async () => {
    const pinned = (title: string) => article('a', { title, pins: '[Sign in, "2FA"]' });
    const { manifest, engine } = await compiled({
      ...german,
      'en/articles/account/second.md': pinned('Second one'),
      'en/articles/account/first.md': pinned('First one'),
    });
    const { head } = await engine((await manifest()).content.en!.index);
    expect(head.pins).toEqual({
      'sign in': ['article:first', 'article:second'],
      '2fa': ['article:first', 'article:second'],
    });
    const none = await compiled();
    expect((await none.engine((await none.manifest()).content.en!.index)).head).not.toHaveProperty('pins');
  });

  it('leads a former slug nowhere where a locale uses it again', async () => {
    const { json, manifest, engine } = await compiled({
      ...german,
      [at]: article('a\n\n## When no mail comes\n\nb', { aliases: '[forgot]' }),
      'de/articles/account/reset-password.md': undefined,
      'de/articles/account/forgot.md': article('Wähle.', { title: 'Vergessen' }),
    });
    expect(await json('redirects.json')).toEqual({ '/articles/forgot/': '/articles/reset-password/' });
    const { head } = await engine((await manifest()).content.de!.index);
    expect(head.aliases).toEqual({});
    expect(head.records.map(({ id }) => id)).toContain('article:reset-password');
  });

  it('keeps in the records what the first screen needs', async () => {
    const changes = {
      [at]: article('a\n\n## When no mail comes\n\nb', { featured: '2', pages: '[/billing/**]', audience: '[owners]' }),
      'en/articles/account/sign-in.md': article('a', { featured: '1' }),
    };
    const { result, manifest, engine, site } = await compiled(changes);
    const { head } = await engine((await manifest()).content.en!.index);
    expect(head.records[0]).toMatchObject({ featured: 2, pages: ['/billing/**'], audience: ['owners'] });
    expect(head.records[2]).not.toHaveProperty('pages');
    expect((await site()).locales[0]?.featured).toEqual(['article:sign-in', 'article:reset-password']);
    expect(result.warnings).toEqual([
      `${at}: audience is a filter, not protection: the search index and every document are public`,
    ]);
  });

  it('publishes the pictures that are shown, named by their content', async () => {
    const { out, site } = await compiled({
      'en/articles/account/a.md': article('![One pixel](./My%20Screen.PNG)'),
      'en/articles/account/My Screen.PNG': png,
      'en/articles/account/unused.png': Buffer.concat([png, Buffer.from('x')]),
    });
    const names = (await readdir(join(out, 'tz'))).filter((name) => name.endsWith('.png'));
    expect(names).toEqual([expect.stringMatching(/^my-screen-[0-9a-f]{10}\.png$/)]);
    expect(await readFile(join(out, 'tz', names[0]!))).toEqual(png);
    expect((await site()).locales[0]?.documents[0]?.body).toEqual([
      { tag: 'p', children: [{ tag: 'img', src: `tz/${names[0]}`, alt: 'One pixel', width: 1, height: 1 }] },
    ]);
  });

  it('makes the same bytes of the same content, wherever it is and however its lines end', async () => {
    const windows = article('a\n\n## When no mail comes\n\nb').replaceAll('\n', '\r\n');
    const one = await compiled({ [at]: windows });
    const two = await compiled({ [at]: windows.replaceAll('\r', '') });
    const names = await readdir(join(one.out, 'tz'));
    expect(await readdir(join(two.out, 'tz'))).toEqual(names);
    for (const name of [
      ...names.map((file) => `tz/${file}`),
      'manifest.json',
      'settings.json',
      'routing.json',
      'walkthroughs.json',
      'documents.json',
    ]) {
      expect(await readFile(join(two.out, name))).toEqual(await readFile(join(one.out, name)));
    }
  });

  it('changes the build when anything changes', async () => {
    const builds = await Promise.all(
      [{}, { 'settings.yaml': german['settings.yaml'] }, { [at]: article('b\n\n## When no mail comes\n\nc') }].map(
        async (changes) => (await (await compiled(changes)).manifest()).build,
      ),
    );
    expect(new Set(builds).size).toBe(3);
  });

  it('writes only what changed, and removes what is left from before', async () => {
    const { root, out, manifest } = await compiled();
    const before = await readdir(join(out, 'tz'));
    expect(await compile({ root, out })).toMatchObject({ summary: { written: 0 } });

    await writeFile(
      join(root, 'en/faqs/who-pays.md'),
      (await readFile(join(root, 'en/faqs/who-pays.md'), 'utf8')).replace('The owner.', 'You.'),
    );
    await writeFile(join(out, 'tz/doc-0000000000.txt.part'), 'cut');
    // The FAQ, the index, that of the team, the library, documents.json and the manifest.
    expect(await compile({ root, out })).toMatchObject({ summary: { written: 6 } });
    const after = await readdir(join(out, 'tz'));
    expect(after).toHaveLength(before.length);
    expect(after.filter((name) => !before.includes(name))).toHaveLength(3);
    expect(after.map((name) => `tz/${name}`)).toContain((await manifest()).content.en?.library);
  });

  it('mends a damaged file of its last run', async () => {
    const { root, out, manifest, engine } = await compiled();
    const { index } = (await manifest()).content.en!;
    await writeFile(join(out, index), 'cut');
    await compile({ root, out });
    expect((await engine(index)).head.records).toHaveLength(3);
  });

  it('writes nothing when there is an error', async () => {
    const { root, out } = await compiled();
    const before = await readFile(join(out, 'manifest.json'), 'utf8');
    await writeFile(join(root, at), 'a');
    await rm(join(out, 'settings.json'));
    expect((await compile({ root, out })).ok).toBe(false);
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe(before);
    expect(await readdir(out)).not.toContain('settings.json');
  });

  it('tells the widget where the application is, where the settings do', async () => {
    expect((await (await compiled()).manifest()).app).toBeUndefined();
    const app = 'walkthroughs: { app: "https://app.example/" }\n';
    const { manifest } = await compiled({
      'settings.yaml': `${german['settings.yaml']}${app}`.replace(', de, fr', ''),
    });
    expect((await manifest()).app).toBe('https://app.example/');
  });

  it.each(['settings.json', 'routing.json', 'walkthroughs.json', 'redirects.json', 'documents.json', 'a hashed file'])(
    'leaves the last manifest, and all it names, when %s cannot be written',
    async (blocked) => {
      const { root, out, manifest, engine, unsealed } = await compiled();
      const old = await manifest();
      const changed = {
        [at]: article('Zebra.\n\n## When no mail comes\n\nb', { aliases: '[old]' }),
        'settings.yaml': german['settings.yaml'],
      };
      const other = await compiled(changed);
      const name = blocked === 'a hashed file' ? (await other.manifest()).content.en!.library : blocked;
      for (const [path, text] of Object.entries(changed)) await writeFile(join(root, path), text!);
      // A folder in a file's place: the rename onto it fails.
      await rm(join(out, name), { force: true });
      await mkdir(join(out, name, 'full'), { recursive: true });

      await expect(compile({ root, out })).rejects.toThrow();
      expect(await manifest()).toEqual(old);
      const { head } = await engine(old.content.en!.index);
      for (const { id, file } of head.records) expect(compiledDocument.parse(await unsealed('D', file)).id).toBe(id);
      expect(library.parse(await unsealed('L', old.content.en!.library)).documents).toHaveLength(3);
    },
  );
});
