import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { type CompileResult, compile } from '../../../content/compile/compile.ts';

/** Files of a content folder by path; `undefined` leaves one of the small valid help center out. */
export type Files = Record<string, string | Uint8Array | undefined>;

/** An article that holds; its keys can be replaced. Its body starts at line 8. */
export function article(body: string, keys: Record<string, string> = {}): string {
  const { title = 'Reset a password', updated = '2026-11-22', ...rest } = keys;
  const more = Object.entries(rest).map(([key, value]) => `${key}: ${value}\n`);
  return `---
title: ${title}
description: The link in the sign-in form sends a new password.
type: how-to
updated: ${updated}
${more.join('')}---
${body}
`;
}

/** A walkthrough that holds, with two steps from line 5 on. */
export const walkthrough = `title: Invite a colleague
description: Two screens and one address are all it takes.
updated: 2026-11-22
category: account
steps:
  - do: Open **Settings**.
    say: |
      The gear is at the top right.

      It needs the role *owner*.
  - do: Select Invite.
`;

/** One locale, one category, an article, a FAQ and a walkthrough. */
const base: Files = {
  'settings.yaml': `name: Example
locales: [en]
firstReplyHours: 8
topics:
  - id: other
    title: { en: Something else }
`,
  'en/articles/account/_category.yaml': 'title: Account\ndescription: Signing in and out.\norder: 1\n',
  'en/articles/account/reset-password.md': article(
    'Select **Forgot?** and open the mail.\n\n## When no mail comes\n\nLook into spam.',
  ),
  'en/faqs/who-pays.md': `---
title: Who pays for this?
description: The owner of the account pays, by card or invoice.
category: account
updated: 2026-11-22
---
The owner. See [passwords](../articles/account/reset-password.md#when-no-mail-comes).
`,
  'en/walkthroughs/invite.yaml': walkthrough,
};

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** An empty folder that goes when the test ends. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tierzero-compile-'));
  folders.push(folder);
  return folder;
}

/** Writes the small help center with changes into a folder of its own. */
export async function helpCenter(changes: Files = {}): Promise<{ root: string; out: string }> {
  const folder = await temporaryFolder();
  const root = join(folder, 'content');
  for (const [path, text] of Object.entries({ ...base, ...changes })) {
    if (text === undefined) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return { root, out: join(folder, 'out') };
}

/** Compiles the small help center with changes. */
export async function compileWith(changes: Files = {}): Promise<CompileResult> {
  return compile(await helpCenter(changes));
}

/** Its errors as `file:line field  found …; expected …`. */
export async function errorsOf(changes: Files): Promise<string[]> {
  const result = await compileWith(changes);
  return result.ok
    ? []
    : result.errors.map((e) => `${e.file}:${e.line} ${e.field}  found ${e.found}; expected ${e.expected}`);
}
