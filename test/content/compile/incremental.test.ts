import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../content/compile/compile.ts';
import { guideHash } from '../../../content/compile/guide-hash.ts';
import type { WalkthroughCheck } from '../../../content/schema/walkthrough-check.ts';
import { checksJson, guided, guideOfIt, passed } from '../../support/content/checks.ts';
import { article, helpCenter, walkthrough } from '../../support/content/help-center.ts';
import { png } from '../../support/content/pictures.ts';
import { damage, filesOf } from '../../support/files.ts';
import { seeded } from '../../support/random.ts';

const account = 'en/articles/account';
const shot = 'en/walkthroughs/create-invoice/open-';
const words = ['invoice', 'zebra', 'password', 'colleague', 'spam', 'gear', 'owner', 'mail'];

/** Changes a content folder at random: edits, adds, deletes, renames, and now and then an error or another picture. */
function createEditor(root: string, random: () => number) {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const text = () => Array.from({ length: 4 }, () => one(words)).join(' ');
  const own = async () => (await readdir(join(root, account))).filter((name) => name.startsWith('own-'));
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  const page = () => {
    const section = random() < 0.5 ? `\n\n## ${text()}\n\n${text()}.` : '';
    const picture = random() < 0.4 ? '\n\n![A screen](./screen.png)' : '';
    const link = random() < 0.3 ? '\n\n[p](./reset-password.md#when-no-mail-comes)' : '';
    const keys = random() < 0.2 ? { keywords: `[${one(words)}]` } : {};
    return article(`${text()}${section}${picture}${link}`, { title: `About ${text()}`, ...keys });
  };
  const checked = (): Partial<WalkthroughCheck> => ({
    guide: guideHash(guideOfIt(random() < 0.5)),
    on: `2026-11-${10 + Math.floor(random() * 20)}`,
    steps: [
      {
        id: 'open',
        result: one(['pass', 'timed-out']),
        pictures: { light: `${shot}light.png`, dark: `${shot}dark.png` },
      },
    ],
  });
  let made = 0;
  const steps: (() => Promise<void>)[] = [
    () => write(`${account}/own-${made++}.md`, page()),
    async () => write(`${account}/${one([...(await own()), 'own-0.md'])}`, page()),
    async () => rm(join(root, account, one([...(await own()), 'none'])), { force: true }),
    async () => {
      const [name] = await own();
      if (name) await rename(join(root, account, name), join(root, account, `own-${made++}.md`));
    },
    () => write(`${account}/screen.png`, random() < 0.5 ? png : Buffer.concat([png, Buffer.from(text())])),
    () => write('en/walkthroughs/invite.yaml', walkthrough.replace('role *owner*', `role *${one(words)}*`)),
    () => write(`${account}/_category.yaml`, `title: ${one(words)}\ndescription: Signing in and out.\norder: 1\n`),
    () => write('en/walkthroughs/create-invoice.yaml', guided(random() < 0.5)),
    () => write('walkthrough-checks.json', checksJson(passed(checked()))),
    () => write(`${shot}light.png`, Buffer.concat([png, Buffer.from(text())])),
    // An error.
    () => write(`${account}/own-0.md`, article(`<b>${text()}</b>`)),
  ];
  return {
    async edit() {
      for (let count = 1 + random() * 3; count > 0; count--) await one(steps)();
    },
    async mend() {
      for (const name of await own()) await write(`${account}/${name}`, page());
    },
  };
}

describe('compiling again', () => {
  it.each([1, 2, 3])('makes what a first run makes, whatever was changed between (seed %i)', async (seed) => {
    const pictures = { [`${account}/screen.png`]: png, [`${shot}light.png`]: png, [`${shot}dark.png`]: png };
    const { root, out } = await helpCenter({ ...pictures, 'en/walkthroughs/create-invoice.yaml': guided() });
    const random = seeded(seed);
    const { edit, mend } = createEditor(root, random);
    let good = 0;
    for (let round = 0; round < 12; round++) {
      await edit();
      const again = await compile({ root, out });
      const fresh = join(dirname(root), `fresh-${round}`);
      const first = await compile({ root, out: fresh });
      expect(again.ok).toBe(first.ok);
      if (!again.ok || !first.ok) {
        expect(again).toEqual(first);
        await mend();
        continue;
      }
      good += 1;
      expect(again.warnings).toEqual(first.warnings);
      expect(await filesOf(out)).toEqual(await filesOf(fresh));
      if (random() < 0.3) await damage(`${out}.cache`, random);
    }
    expect(good).toBeGreaterThan(3);
  });

  it('reads only what has changed, and for a new title which texts name it', async () => {
    const { root, out } = await helpCenter();
    await compile({ root, out });
    /** Values that are kept after this text was written and were not before. */
    const addedBy = async (text: string): Promise<string[]> => {
      const kept = await readFile(`${out}.cache`, 'utf8');
      await writeFile(join(root, account, 'own.md'), article(text));
      await compile({ root, out });
      const lines = (await readFile(`${out}.cache`, 'utf8')).slice(kept.length).trim().split('\n');
      return lines.map((line) => line.split(' ').slice(2).join(' '));
    };
    /** Lists of the documents that a text links to or names; all else that is kept is an object. */
    const isNames = (value: string) => value.startsWith('[');
    const isAbout = (value: string) => /zebra|own\.md/i.test(value);

    const first = await addedBy('Zebra.');
    expect(first.filter(isAbout).length).toBeGreaterThan(0);
    expect(first.filter((value) => !isNames(value)).every(isAbout)).toBe(true);
    const second = await addedBy('Zebra, zebra.');
    expect(second.filter(isAbout).length).toBeGreaterThan(0);
    expect(second.filter((value) => !isAbout(value))).toEqual(['[]', '[]']);
  });

  it('hides no new result of a check behind what it kept', async () => {
    const { root, out } = await helpCenter({ 'en/walkthroughs/create-invoice.yaml': guided() });
    const sealAfter = async (checks: string) => {
      await writeFile(join(root, 'walkthrough-checks.json'), checks);
      await compile({ root, out });
      return /"seal":\{"result":"(\w+)"/.exec(await readFile(join(out, 'documents.json'), 'utf8'))?.[1];
    };
    expect(await sealAfter(checksJson())).toBeUndefined();
    expect(await sealAfter(checksJson(passed()))).toBe('passed');
    expect(await sealAfter(checksJson(passed({ steps: [{ id: 'open', result: 'timed-out' }] })))).toBe('failed');
  });

  it('believes what it kept, as long as the text is the same', async () => {
    const { root, out } = await helpCenter();
    const path = join(root, account, 'own.md');
    await writeFile(path, article('Zebra.'));
    await compile({ root, out });
    const before = await filesOf(out);
    await writeFile(path, article('Gear.'));
    await compile({ root, out });
    await writeFile(path, article('Zebra.'));
    await compile({ root, out });
    expect(await filesOf(out)).toEqual(before);
  });
});
