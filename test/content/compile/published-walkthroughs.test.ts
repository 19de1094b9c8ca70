import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../../content/compile/compile.ts';
import { publishedWalkthroughs } from '../../../content/schema/published-walkthrough.ts';
import { type Files, helpCenter } from '../../support/content/help-center.ts';

const leading = (title: string) => `title: ${title}
description: Send an invitation to somebody who works with you, and see that it has arrived.
category: account
updated: 2026-11-21
start: /team/
steps:
  - id: open-form
    do: Choose **Invite**.
    anchor: team.invite
    advance: click
  - do: Type the *address*.
    anchor: team.address
    advance: input
    sample: mo@example.com
`;

async function published(changes: Files) {
  const folders = await helpCenter(changes);
  const result = await compile(folders);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const text = await readFile(join(folders.out, 'walkthroughs.json'), 'utf8');
  return publishedWalkthroughs.parse(JSON.parse(text)).walkthroughs;
}

it('tells the API the walkthroughs that lead a page, with the names and words of their steps, in each language they are written in', async () => {
  const walkthroughs = await published({
    'settings.yaml':
      'name: Example\nlocales: [en, de]\nfirstReplyHours: 8\ntopics: [{ id: other, title: { en: Else } }]\n',
    'en/walkthroughs/lead.yaml': leading('Invite somebody'),
    'de/walkthroughs/lead.yaml': leading('Jemanden einladen'),
    'en/walkthroughs/english.yaml': leading('Invite in English'),
  });
  const steps = [
    { id: 'open-form', text: 'Choose Invite.' },
    { id: 'step-2', text: 'Type the address.' },
  ];
  expect(walkthroughs).toEqual([
    { id: 'walkthrough:english', locale: 'en', title: 'Invite in English', steps },
    { id: 'walkthrough:lead', locale: 'en', title: 'Invite somebody', steps },
    { id: 'walkthrough:lead', locale: 'de', title: 'Jemanden einladen', steps },
  ]);
});

it('leaves out what is only read', async () => {
  expect(await published({})).toEqual([]);
});
