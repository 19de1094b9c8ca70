import { describe, expect, it } from 'vitest';
import { article, compileWith, errorsOf, type Files, walkthrough } from '../../support/content/help-center.ts';

const at = 'en/articles/account/reset-password.md';
const faq = 'en/faqs/who-pays.md';
const steps = 'en/walkthroughs/invite.yaml';
const settings = (lines: Record<string, string>) =>
  Object.entries({
    name: 'Example',
    locales: '[en]',
    firstReplyHours: '8',
    topics: '[{ id: other, title: { en: Something else } }]',
    ...lines,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
/** The small help center links to this section from its FAQ. */
const section = '\n\n## When no mail comes\n\nLook into spam.';
const faqText =
  '---\ntitle: Who pays?\ndescription: The owner of the account pays.\nupdated: 2026-11-22\ncategory: account\n---\nThe owner.\n';
const base = article(`Select Forgot.${section}`);

/** What is changed, and every error that follows, in order. */
const cases: Record<string, [changes: Files, ...errors: string[]]> = {
  'a title that is too short': [
    { [at]: base.replace('Reset a password', 'Pw') },
    `${at}:2 title  found "Pw"; expected at least 4 characters`,
  ],
  'a missing field, at the start of the front matter': [
    { [at]: base.replace(/description: .*\n/, '') },
    `${at}:2 description  found nothing; expected text`,
  ],
  'an unknown key': [
    { [at]: article(`a${section}`, { tags: '[a]' }) },
    `${at}:6 tags  found an unknown key; expected one of title, description, keywords, expects, pins, related, updated, aliases, featured, pages, audience, type`,
  ],
  'an unknown page type': [
    { [at]: base.replace('how-to', 'guide') },
    `${at}:4 type  found "guide"; expected one of how-to, concept, reference, troubleshooting, overview, api, policy, release-notes`,
  ],
  'a number among keywords': [
    { [at]: article(`a${section}`, { keywords: '[a, 404]' }) },
    `${at}:6 keywords[1]  found 404; expected text`,
  ],
  'a path without a slash, on its own line': [
    { [at]: article(`a${section}`, { pages: '\n  - /a\n  - b' }) },
    `${at}:8 pages[1]  found "b"; expected a path such as /billing/**`,
  ],
  'a day that no calendar has': [
    { [at]: base.replace('2026-11-22', '2026-02-30') },
    `${at}:5 updated  found "2026-02-30"; expected a day of the calendar`,
  ],
  'broken YAML': [
    { [at]: base.replace('Reset a', '"Reset" a') },
    `${at}:2 yaml  found Unexpected scalar at node end; expected valid YAML`,
  ],
  'a key that stands twice': [
    { [at]: article(`a${section}`, { type: 'concept' }) },
    `${at}:6 yaml  found Map keys must be unique; expected valid YAML`,
  ],
  'a value that YAML takes for an alias': [
    { [at]: article(`a${section}`, { keywords: '[card, *card]' }) },
    `${at}:6 yaml  found *card; expected an anchor of that name above`,
  ],
  'an alias inside what it stands for': [
    { [at]: article(`a${section}`, { keywords: '&all [*all]' }) },
    `${at}:6 yaml  found *all; expected an anchor of that name above`,
  ],
  'no front matter': [
    { [at]: 'a\n\n## When no mail comes\n' },
    `${at}:1 front matter  found none; expected title, description and more between two lines of ---`,
  ],
  'front matter without an end': [
    { [at]: '---\ntitle: Reset\n', [faq]: undefined },
    `${at}:1 front matter  found no second line ---; expected title, description and more between two lines of ---`,
  ],
  'an empty body': [
    { [at]: article(''), [faq]: undefined },
    `${at}:7 body  found nothing; expected the answer, in Markdown`,
  ],
  'Markdown that is refused, at its line in the file': [
    { [at]: article(`a\n\nb <b>c${section}`) },
    `${at}:9 body  found raw HTML "<b>"; expected Markdown`,
  ],
  'a link to a file that is not there': [
    { [at]: article(`a\n[b](gone.md)${section}`) },
    `${at}:8 body  found link "gone.md"; expected a file that is there`,
  ],
  'a link to a section that is not there': [
    { [at]: article(`[a](#b)${section}\n\n[c](../../faqs/who-pays.md#d)`) },
    `${at}:7 body  found link "#b"; expected a section of ${at}`,
    `${at}:13 body  found link "../../faqs/who-pays.md#d"; expected no section, since ${faq} has none`,
  ],
  'related documents that are missing, itself or named twice': [
    {
      [at]: article(`a${section}`, {
        related: '[article:gone, article:reset-password, faq:who-pays, faq:who-pays, x]',
      }),
    },
    `${at}:6 related[0]  found "article:gone"; expected the id of a document that is there, such as article:its-slug`,
    `${at}:6 related[1]  found "article:reset-password"; expected another document`,
    `${at}:6 related[3]  found "faq:who-pays"; expected each document once`,
    `${at}:6 related[4]  found "x"; expected a kind and a slug, such as article:embed-the-widget`,
  ],
  'a slug in two categories': [
    {
      'en/articles/billing/_category.yaml': 'title: Billing\ndescription: Cards and invoices.\norder: 2\n',
      'en/articles/billing/reset-password.md': base,
    },
    `en/articles/billing/reset-password.md:1 slug  found "reset-password", as in ${at}; expected a slug of its own in every category`,
  ],
  'an alias that is a slug or an alias already': [
    {
      'en/articles/account/a.md': article('a', { aliases: '\n  - reset-password\n  - old' }),
      'en/articles/account/b.md': article('b', { aliases: '\n  - old' }),
    },
    `en/articles/account/a.md:7 aliases[0]  found "reset-password", which is the slug of ${at}; expected a former slug that nothing else has`,
    'en/articles/account/b.md:7 aliases[0]  found "old", which is an alias of en/articles/account/a.md; expected a former slug that nothing else has',
  ],
  'a category without its file, once for all of its articles': [
    { 'en/articles/billing/a.md': article('a'), 'en/articles/billing/b.md': article('b') },
    'en/articles/billing/_category.yaml:1 file  found no such file; expected title, description and order of the category',
  ],
  'a category with a wrong file': [
    { 'en/articles/account/_category.yaml': 'title: Account\ndescription: Signing in and out.\norder: first\n' },
    'en/articles/account/_category.yaml:3 order  found "first"; expected a number',
  ],
  'an unknown category of a FAQ and of a walkthrough': [
    {
      [faq]: faqText.replace('account\n', 'money\n'),
      [steps]: walkthrough.replace('account', 'team'),
    },
    `${faq}:5 category  found "money"; expected one of account`,
    `${steps}:4 category  found "team"; expected one of account`,
  ],
  'a question that does not find its document': [
    {
      [at]: article(`a${section}`, { expects: '\n  - zebra crossing' }),
      ...Object.fromEntries(
        ['one', 'two', 'three', 'four'].map((name) => [
          `en/articles/account/${name}.md`,
          article('Zebra crossing. Zebra crossing.', { title: `Zebra crossing ${name}`, keywords: '[zebra crossing]' }),
        ]),
      ),
    },
    `${at}:7 expects[0]  found article:four, article:one, article:three; expected article:reset-password among the first 3 for "zebra crossing"`,
  ],
  'Markdown in a step, at its line': [
    { [steps]: walkthrough.replace('role *owner*', '<b>role</b>').replace('Select Invite.', '"[a](/x)"') },
    `${steps}:10 steps[0].say  found raw HTML "</b>"; expected Markdown`,
    `${steps}:10 steps[0].say  found raw HTML "<b>"; expected Markdown`,
    `${steps}:11 steps[1].do  found link "/x"; expected a source file (../writing/x.md#section), #section, https:// or mailto:`,
  ],
  'a heading in a step': [
    { [steps]: walkthrough.replace('It needs', '## It needs') },
    `${steps}:10 steps[0].say  found a heading; expected no headings in a step`,
  ],
  'a step that does two things': [
    { [steps]: walkthrough.replace('Select Invite.', '|\n      Select.\n\n      Invite.') },
    `${steps}:11 steps[1].do  found 2 blocks; expected one paragraph`,
  ],
  'a walkthrough of one step, with an unknown key': [
    { [steps]: walkthrough.replace('  - do: Select Invite.\n', '').replace('say:', 'tell:') },
    `${steps}:5 steps  found ${JSON.stringify([{ do: 'Open **Settings**.', tell: 'The gear is at the top right.\n\nIt needs the role' }]).slice(0, 79)}…; expected at least 2 entries`,
    `${steps}:7 steps[0].tell  found an unknown key; expected one of id, do, say, anchor, advance, matches, sample, before, after, fallback, branch, skip, alt`,
  ],
  'files in places where nothing reads them': [
    {
      'en/articles/loose.md': 'a',
      'en/articles/account/page.mdx': 'a',
      'en/articles/account/Reset Password.md': 'a',
      'en/articles/Account/x.md': 'a',
      'en/walkthroughs/a.yml': 'a',
      'en/articles/account/b.svg': '<svg/>',
      'en/notes.txt': 'a',
      'english/articles/a/b.md': 'a',
    },
    'en/articles/account/b.svg:1 path  found file en/articles/account/b.svg; expected a file ending in .md, or a PNG, JPEG, GIF or WebP picture',
    'en/articles/account/page.mdx:1 path  found file en/articles/account/page.mdx; expected a file ending in .md, or a PNG, JPEG, GIF or WebP picture',
    'en/articles/account/Reset Password.md:1 path  found file en/articles/account/Reset Password.md; expected a name of lower case letters, digits and hyphens, at most 80',
    'en/articles/Account/x.md:1 path  found file en/articles/Account/x.md; expected a category folder of lower case letters, digits and hyphens',
    'en/articles/loose.md:1 path  found file en/articles/loose.md; expected a file in articles/<category>/<slug>.md, articles/<category>/_category.yaml, faqs/<slug>.md, walkthroughs/<slug>.yaml, checklists/<slug>.yaml, internal/<slug>.md or replies/<slug>.md',
    'en/notes.txt:1 path  found file en/notes.txt; expected a file in articles/<category>/<slug>.md, articles/<category>/_category.yaml, faqs/<slug>.md, walkthroughs/<slug>.yaml, checklists/<slug>.yaml, internal/<slug>.md or replies/<slug>.md',
    'en/walkthroughs/a.yml:1 path  found file en/walkthroughs/a.yml; expected a file ending in .yaml, or a PNG, JPEG, GIF or WebP picture',
    'english:1 path  found folder english; expected a folder named by its locale, such as en or pt-BR',
  ],
  'text that is not UTF-8': [
    { [at]: Buffer.from('---\ntitle: Gr\xfcn\n---\n', 'latin1'), [faq]: undefined },
    `${at}:1 file  found bytes that are not UTF-8; expected UTF-8 text`,
  ],
  'a picture that is none': [
    { [at]: article(`![a](x.png)${section}`), 'en/articles/account/x.png': 'no picture' },
    `${at}:7 body  found picture "x.png", which cannot be read; expected a valid picture file`,
  ],
  'missing settings': [
    { 'settings.yaml': undefined },
    'settings.yaml:1 file  found no such file; expected name, locales, firstReplyHours and topics',
  ],
  'settings beyond their limits': [
    { 'settings.yaml': settings({ firstReplyHours: '0', editUrl: 'x' }) },
    'settings.yaml:3 firstReplyHours  found 0; expected at least 0.25',
    'settings.yaml:5 editUrl  found "x"; expected an https address with {path} in it',
  ],
  'an application whose address has a path': [
    { 'settings.yaml': settings({ walkthroughs: '{ app: "https://app.example.com/shop" }' }) },
    'settings.yaml:5 walkthroughs.app  found "https://app.example.com/shop"; expected the address of the application without a path, such as https://app.example.com; each walkthrough says its path in "start"',
  ],
  'a locale folder that is not in settings': [
    { 'fr/faqs/x.md': faqText },
    'settings.yaml:2 locales  found folder fr, not listed; expected every locale folder',
  ],
  'a default locale without a folder, and locales listed twice': [
    { 'settings.yaml': settings({ locales: '[de, en, en]', topics: '[{ id: a, title: { de: A } }]' }) },
    'settings.yaml:2 locales[0]  found no folder de; expected one with content',
    'settings.yaml:2 locales[2]  found "en" again; expected each locale once',
  ],
  'topics without a title in the default locale or of one id': [
    {
      'settings.yaml': settings({
        topics: '\n  - { id: a, title: { de: A } }\n  - { id: a, title: { en: B, EN: C } }',
      }),
    },
    `settings.yaml:6 topics[1].title.EN  found key "EN"; expected a tag such as en or pt-BR`,
  ],
  'topics once their locales are right': [
    { 'settings.yaml': settings({ topics: '\n  - { id: a, title: { de: A } }\n  - { id: a, title: { en: B } }' }) },
    'settings.yaml:5 topics[0].title  found no en; expected a title in the default locale',
    'settings.yaml:6 topics[1].id  found "a" again; expected an id of its own',
  ],
};

describe('compile refuses', () => {
  it.each(Object.entries(cases))('%s', async (_, [changes, ...errors]) => {
    expect(await errorsOf(changes)).toEqual(errors);
  });
});

describe('a question that no longer finds its document', () => {
  it('names the document that is first now', async () => {
    const crossing = (name: string) =>
      article('Zebra crossing.', { title: `Zebra crossing ${name}`, keywords: '[zebra crossing]' });
    const result = await compileWith({
      [at]: article(`a${section}`, { expects: '\n  - zebra crossing' }),
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`en/articles/account/${name}.md`, crossing(name)])),
    });
    const hints = result.ok ? [] : result.errors.map(({ found, hint }) => [found.split(',')[0], hint]);
    const [[first, hint] = []] = hints;
    expect(first).toMatch(/^article:[a-d]$/);
    expect(hint).toContain(`first is now ${first}`);
  });
});

describe('what is not YAML', () => {
  const hintOf = async (title: string) => {
    const result = await compileWith({ [at]: base.replace('title: Reset a password', title) });
    return result.ok ? [] : result.errors.map(({ hint }) => hint);
  };

  it('is told how to be: indented with spaces, with its text in quotes', async () => {
    expect(await hintOf('title:\n\tReset a password')).toEqual(['indent with spaces, not with tabs']);
    expect(await hintOf('title: "Reset" a')).toEqual([
      'put text with a colon, a # or quotation marks into double quotes',
    ]);
  });
});
