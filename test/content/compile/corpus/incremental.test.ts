import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compileCorpus } from '../../../../content/compile/corpus/compile.ts';
import { damage, filesOf } from '../../../support/files.ts';
import { seeded } from '../../../support/random.ts';

interface Line {
  id: string;
  url: string;
  title: string;
  description: string;
  category: string;
  headings: string[];
  redirects: string[];
  body: string;
}

const words = ['invoice', 'zebra', 'password', 'colleague', 'spam', 'Gear', 'owner', 'Mail'];
const pieces = [
  (text: string) => `${text}. See also <b>${text}</b>.`,
  (text: string) => `## ${text}`,
  (text: string) => `- ${text}\n- more`,
  (text: string) => `[${text}](/docs/0) and [more](/docs/1#zebra-spam) or [less](/old/2)`,
  (text: string) => `[here](#${text.replaceAll(' ', '-')}), [there](https://example.com/${text.length})`,
  (text: string) => `:::note ${text}\nRead About ${text}\n:::`,
];

/** Changes a corpus at random: articles are written, removed, moved, renamed, and sorted into other categories. */
function createEditor(random: () => number) {
  const below = (count: number) => Math.floor(random() * count);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const text = (count: number) => Array.from({ length: count }, () => one(words)).join(' ');
  const body = () => Array.from({ length: 1 + below(4) }, () => one(pieces)(text(2))).join('\n\n');
  const lines: Line[] = [];
  let made = 0;
  const add = () => {
    const id = `a/${made++}`;
    lines.push({
      id,
      url: `/docs/${below(6)}`,
      title: `About ${text(2)}`,
      description: random() < 0.5 ? '' : `${text(6)}.`,
      category: one(['', 'a', 'Billing']),
      headings: random() < 0.3 ? [text(2)] : [],
      redirects: random() < 0.3 ? [`/old/${below(4)}`] : [],
      body: body(),
    });
  };
  const change = (part: () => Partial<Line>) => {
    if (lines.length > 0) Object.assign(one(lines), part());
  };
  const steps = [
    add,
    () => change(() => ({ body: body() })),
    () => change(() => ({ body: `${body()} One more sentence.` })),
    () => change(() => ({ title: `About ${text(2)}` })),
    () => change(() => ({ url: `/docs/${below(6)}` })),
    () => change(() => ({ category: one(['', 'a', 'Billing', 'New']) })),
    () => change(() => ({ redirects: [`/old/${below(4)}`] })),
    () => lines.splice(below(lines.length), 1),
    () => lines.reverse(),
  ];
  for (let count = 0; count < 8; count++) add();
  return {
    lines,
    edit() {
      for (let count = 1 + below(3); count > 0; count--) one(steps)();
      if (lines.length === 0) add();
    },
  };
}

describe('compiling a corpus again', () => {
  it.each([1, 2, 3])('makes what a first run makes, whatever was changed between (seed %i)', async (seed) => {
    const path = await mkdtemp(join(tmpdir(), 'tierzero-corpus-again-'));
    onTestFinished(() => rm(path, { recursive: true }));
    const file = join(path, 'acme.jsonl');
    const out = join(path, 'out');
    const random = seeded(seed);
    const { lines, edit } = createEditor(random);
    for (let round = 0; round < 16; round++) {
      await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      const fresh = join(path, `fresh-${round}`);
      const again = await compileCorpus({ file, out, locale: 'en' });
      const first = await compileCorpus({ file, out: fresh, locale: 'en' });
      expect(again.ok && again.warnings).toEqual(first.ok && first.warnings);
      expect(await filesOf(out)).toEqual(await filesOf(fresh));
      if (random() < 0.3) await damage(`${out}.cache`, random);
      edit();
    }
  });

  it('mends files of the last run that were damaged since', async () => {
    const path = await mkdtemp(join(tmpdir(), 'tierzero-corpus-again-'));
    onTestFinished(() => rm(path, { recursive: true }));
    const file = join(path, 'acme.jsonl');
    const out = join(path, 'out');
    await writeFile(file, JSON.stringify({ id: 'a', title: 'Title', body: 'Text.' }));
    await compileCorpus({ file, out, locale: 'en' });
    const whole = await filesOf(out);
    for (const name of whole.keys()) await damage(join(out, name), seeded(name.length));
    expect(await compileCorpus({ file, out, locale: 'en' })).toMatchObject({ summary: { written: whole.size } });
    expect(await filesOf(out)).toEqual(whole);
  });
});
