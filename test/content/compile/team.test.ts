import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../content/compile/compile.ts';
import { contentManifest } from '../../../content/schema/manifest.ts';
import { teamContent } from '../../../content/schema/team.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { openIndex } from '../../../content/search/reader.ts';
import { article, errorsOf, type Files, helpCenter } from '../../support/content/help-center.ts';
import { png } from '../../support/content/pictures.ts';
import { internal, reply, teamFiles } from '../../support/content/team.ts';

async function compiled(files: Files = teamFiles) {
  const folders = await helpCenter(files);
  const result = await compile(folders);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folders.out, name), 'utf8'));
  const { locales } = teamContent.parse(await json('team/team.json'));
  const search = async (place: number, words: string) => {
    const opened = openIndex(new Uint8Array(await readFile(join(folders.out, 'team', locales[place]!.index))));
    if (!opened.ok) throw new Error(opened.reason);
    return createEngine(opened.index)
      .search(words, 5)
      .results.map(({ record }): string => record.id);
  };
  return { ...folders, json, locales, search, manifest: contentManifest.parse(await json('manifest.json')) };
}

describe('what the compile step makes for agents', () => {
  it('is one search over readers’ documents and internal ones', async () => {
    const { search } = await compiled();
    expect(await search(0, 'refund by hand')).toEqual(['internal:refund-by-hand']);
    expect(await search(0, 'reset my password')).toContain('article:reset-password');
    expect(await search(0, 'pager')).toEqual(['internal:page-somebody']);
  });

  it('has in each language what is written in it, and the rest in the default one', async () => {
    const { locales, search } = await compiled();
    expect(
      locales.map(({ locale, documents, replies }) => ({
        locale,
        documents: documents.map(({ id, locale, title }) => `${id} ${locale} ${title}`),
        replies: replies.map(({ slug, locale }) => `${slug} ${locale}`),
      })),
    ).toEqual([
      {
        locale: 'en',
        documents: ['internal:page-somebody en Page somebody at night', 'internal:refund-by-hand en Refund by hand'],
        replies: ['ask-browser en', 'solved en'],
      },
      {
        locale: 'de',
        documents: [
          'internal:page-somebody en Page somebody at night',
          'internal:refund-by-hand de Von Hand erstatten',
        ],
        replies: ['ask-browser de', 'solved en'],
      },
    ]);
    expect(await search(1, 'kassenbuch')).toEqual(['internal:refund-by-hand']);
    expect(await search(1, 'password')).toContain('article:reset-password');
  });

  it('publishes no language in which there is nothing for readers', async () => {
    const { manifest, json } = await compiled();
    expect(Object.keys(manifest.content)).toEqual(['en']);
    expect(await json('documents.json')).toMatchObject({ locales: [{ locale: 'en' }] });
  });

  it('keeps a reply as it is written, with what is to be filled in', async () => {
    const { locales } = await compiled();
    expect(locales[0]?.replies[0]).toEqual({
      slug: 'ask-browser',
      locale: 'en',
      title: 'Ask for the browser',
      topics: ['other'],
      text: 'Hello {name},\n\nwhich browser is it?\n\n{agent}',
    });
  });

  it('is the index of readers where nothing is internal', async () => {
    const { out, locales, manifest, search } = await compiled({});
    expect(locales).toMatchObject([{ locale: 'en', documents: [], replies: [] }]);
    const bytes = (name: string) => readFile(join(out, name));
    expect(await bytes('team/en-search.txt')).toEqual(await bytes(manifest.content['en']!.index));
    expect(await search(0, 'password')).toContain('article:reset-password');
  });

  it('leads from an internal article to documents of readers and to others of the team', async () => {
    const text = internal(
      'See [passwords](../articles/account/reset-password.md#when-no-mail-comes) and [the pager](on-call/page-somebody.md).',
    );
    const { locales } = await compiled({ ...teamFiles, 'en/internal/refund-by-hand.md': text });
    const body = JSON.stringify(locales[0]?.documents[1]?.body);
    expect(body).toContain('{"document":"article:reset-password","anchor":"when-no-mail-comes"}');
    expect(body).toContain('{"document":"internal:page-somebody"}');
  });

  it('finds an internal article by the questions it promises to answer, or says that it does not', async () => {
    const promise = (question: string): Files => ({
      ...teamFiles,
      'en/internal/refund-by-hand.md': internal('Open the ledger.').replace(
        'updated',
        `expects: ["${question}"]\nupdated`,
      ),
    });
    expect(await errorsOf(promise('give money back'))).toEqual([]);
    expect(await errorsOf(promise('???'))).toEqual([
      'en/internal/refund-by-hand.md:4 expects[0]  found no document; expected internal:refund-by-hand among the first 3 for "???"',
    ]);
  });
});

const public_ = 'en/articles/account/reset-password.md';
const publicText = (link: string) => article(`See [it](${link}).\n\n## When no mail comes\n\nLook into spam.`);
const place = 'en/internal/refund-by-hand.md';
const said = 'en/replies/solved.md';
const forms = 'a source file (../writing/x.md#section), #section, https:// or mailto:';

const cases: Record<string, [changes: Files, ...errors: string[]]> = {
  'a link from an article of readers to an internal one': [
    { [public_]: publicText('../../internal/refund-by-hand.md') },
    `${public_}:7 body  found link "../../internal/refund-by-hand.md"; expected ${forms}`,
  ],
  'an internal article among what readers should read next': [
    { [public_]: article('a\n\n## When no mail comes\n\nb', { related: '[internal:refund-by-hand]' }) },
    `${public_}:6 related[0]  found "internal:refund-by-hand"; expected a kind and a slug, such as article:embed-the-widget`,
  ],
  'an internal link that leads nowhere': [
    { [place]: internal('[a](../articles/account/gone.md)\n[b](on-call/page-somebody.md#gone)') },
    `${place}:6 body  found link "../articles/account/gone.md"; expected a file that is there`,
    `${place}:7 body  found link "on-call/page-somebody.md#gone"; expected no section, since en/internal/on-call/page-somebody.md has none`,
  ],
  'two internal articles of one name': [
    { 'en/internal/on-call/refund-by-hand.md': internal('a') },
    `${place}:1 slug  found "refund-by-hand", as in en/internal/on-call/refund-by-hand.md; expected a slug of its own in every folder`,
  ],
  'a picture beside internal articles, and in one': [
    { 'en/internal/screen.png': png, [place]: internal('![A screen](screen.png)') },
    `${place}:6 body  found picture "screen.png"; expected no picture in an internal article`,
    'en/internal/screen.png:1 path  found file en/internal/screen.png; expected text alone in internal/',
  ],
  'keys that say something to readers alone': [
    { [place]: internal('a').replace('updated', 'featured: 1\nupdated') },
    `${place}:4 featured  found an unknown key; expected one of title, description, keywords, expects, updated`,
  ],
  'a day that no calendar has, and an article without text': [
    { [place]: internal('').replace('2026-11-22', '2026-02-30') },
    `${place}:4 updated  found "2026-02-30"; expected a day of the calendar`,
    `${place}:6 body  found nothing; expected what agents should know, in Markdown`,
  ],
  'a reply with a word in braces that nobody fills': [
    { [said]: reply('Hello {name},\n\nyour {order} and { name }.') },
    `${said}:6 body  found placeholder "{ name }"; expected one of {name}, {reference}, {agent}, {company}, {cursor}`,
    `${said}:6 body  found placeholder "{order}"; expected one of {name}, {reference}, {agent}, {company}, {cursor}`,
  ],
  'a reply with two cursors': [
    { [said]: reply('{cursor} and {cursor}') },
    `${said}:4 body  found 2 times {cursor}; expected it once: there is one cursor`,
  ],
  'a reply about a topic that is not there': [
    { [said]: reply('Hello.', 'topics: [other, billing]\n') },
    `${said}:3 topics[1]  found "billing"; expected a topic of settings.yaml: other`,
  ],
  'a reply without text, and one without a title': [
    { [said]: reply(''), 'en/replies/ask-browser.md': 'Hello.\n' },
    'en/replies/ask-browser.md:1 front matter  found none; expected title, description and more between two lines of ---',
    `${said}:4 body  found nothing; expected the text of the reply`,
  ],
  'a reply in a folder, and one in another format': [
    { 'en/replies/a/b.md': reply('a'), 'en/replies/c.txt': 'c' },
    'en/replies/a/b.md:1 path  found file en/replies/a/b.md; expected a file in articles/<category>/<slug>.md, articles/<category>/_category.yaml, faqs/<slug>.md, walkthroughs/<slug>.yaml, checklists/<slug>.yaml, internal/<slug>.md or replies/<slug>.md',
    'en/replies/c.txt:1 path  found file en/replies/c.txt; expected a file ending in .md, or a PNG, JPEG, GIF or WebP picture',
  ],
  'a first language that has nothing for readers': [
    { 'settings.yaml': String(teamFiles['settings.yaml']).replace('[en, de]', '[de, en]') },
    'settings.yaml:2 locales[0]  found no folder de; expected one with content',
  ],
};

describe('a mistake in what is for agents', () => {
  it.each(Object.entries(cases))('%s', async (_, [changes, ...errors]) => {
    expect(await errorsOf({ ...teamFiles, ...changes })).toEqual(errors);
  });

  it('says of a link to an internal article that readers cannot open it', async () => {
    const { root, out } = await helpCenter({ ...teamFiles, [public_]: publicText('../../internal/refund-by-hand.md') });
    const result = await compile({ root, out });
    expect(result.ok ? [] : result.errors.map(({ hint }) => hint)).toEqual([
      'internal articles are for agents alone: who reads this one cannot open it, so say here what they may know',
    ]);
  });
});
