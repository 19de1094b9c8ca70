import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../content/compile/compile.ts';
import { contentManifest } from '../../../content/schema/manifest.ts';
import { errorsOf, type Files, helpCenter, walkthrough } from '../../support/content/help-center.ts';

const second = walkthrough.replace('Invite a colleague', 'Leave a team');
const start = (walkthroughs: string, more = '') =>
  `title: Start with your team\ndescription: All that a team needs.\n${more}walkthroughs: ${walkthroughs}\n`;
const at = 'en/checklists/start.yaml';
const settings = `name: Example
locales: [en, de]
firstReplyHours: 8
topics:
  - id: other
    title: { en: Something else, de: Anderes }
`;

/** What the compile step says of checklists to the readers of a locale. */
const published = async (changes: Files, locale: string) => {
  const place = await helpCenter(changes);
  expect((await compile(place)).ok).toBe(true);
  const manifest = contentManifest.parse(JSON.parse(await readFile(join(place.out, 'manifest.json'), 'utf8')));
  return manifest.content[locale]?.checklists ?? [];
};

describe('checklists', () => {
  it('are in the manifest with the titles of their walkthroughs, in their order', async () => {
    const files = {
      'en/walkthroughs/leave.yaml': second,
      [at]: start('[walkthrough:leave, walkthrough:invite]'),
      'en/checklists/first.yaml': start('[walkthrough:invite, walkthrough:leave]', 'order: 1\naudience: [owners]\n'),
    };
    const [first, last] = await published(files, 'en');
    expect(first).toMatchObject({ slug: 'first', audience: ['owners'] });
    expect(last).toEqual({
      slug: 'start',
      title: 'Start with your team',
      description: 'All that a team needs.',
      audience: [],
      items: [
        { id: 'walkthrough:leave', title: 'Leave a team' },
        { id: 'walkthrough:invite', title: 'Invite a colleague' },
      ],
    });
  });

  it('of the first locale stand in for those that another lacks, with translated titles', async () => {
    const files = {
      'settings.yaml': settings,
      'en/walkthroughs/leave.yaml': second,
      'de/walkthroughs/leave.yaml': second.replace('Leave a team', 'Ein Team verlassen'),
      [at]: start('[walkthrough:leave, walkthrough:invite]'),
    };
    const [shown] = await published(files, 'de');
    expect(shown?.items.map(({ title }) => title)).toEqual(['Ein Team verlassen', 'Invite a colleague']);
  });

  it('refuse what is no walkthrough, what is not there and what stands twice', async () => {
    const entries = '[article:reset-password, walkthrough:gone, walkthrough:invite, walkthrough:invite]';
    expect(await errorsOf({ [at]: start(entries) })).toEqual([
      `${at}:3 walkthroughs[0]  found "article:reset-password"; expected a walkthrough that is there, such as walkthrough:its-slug`,
      `${at}:3 walkthroughs[1]  found "walkthrough:gone"; expected a walkthrough that is there, such as walkthrough:its-slug`,
      `${at}:3 walkthroughs[3]  found "walkthrough:invite"; expected each walkthrough once`,
    ]);
  });

  it('are looked at whole, whatever the form of one of their keys', async () => {
    const entries = '[No Id, walkthrough:gone, walkthrough:invite, walkthrough:invite]';
    expect(await errorsOf({ [at]: start(entries, 'order: first\n') })).toEqual([
      `${at}:3 order  found "first"; expected a number`,
      `${at}:4 walkthroughs[0]  found "No Id"; expected a kind and a slug, such as article:embed-the-widget`,
      `${at}:4 walkthroughs[1]  found "walkthrough:gone"; expected a walkthrough that is there, such as walkthrough:its-slug`,
      `${at}:4 walkthroughs[3]  found "walkthrough:invite"; expected each walkthrough once`,
    ]);
  });

  it('are told to go, or to be written anew, where none of their walkthroughs is there', async () => {
    const place = await helpCenter({ [at]: start('[walkthrough:gone, walkthrough:lost]') });
    const result = await compile(place);
    expect(!result.ok && result.errors.map(({ hint }) => hint)).toEqual(
      Array(2).fill('none of them is there: delete the checklist, or name your own walkthroughs in it'),
    );
  });
});
