import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWalkthroughs, type LeftOut, type Played } from '../../content/check/walkthrough/check.ts';
import { type Guided, readGuided } from '../../content/check/walkthrough/guided.ts';
import { chosen } from '../../content/check/walkthrough/options.ts';
import { commandLine } from '../../content/compile/command-line.ts';
import { siteContent } from '../../content/compile/site-content.ts';
import { startSampleData } from '../journey/sample-data.ts';
import { startSystem } from '../journey/system.ts';
import { launchChromium } from '../support/chromium.ts';

/** `npm run bench:walkthroughs`: each walkthrough of our own, played against the running system. Exits 1 when one fails. */
interface WalkthroughReport {
  walkthroughs: {
    id: string;
    locale: string;
    steps: number;
    passes: number;
    passed: boolean;
    /** From the first request to the end, pictures included. */
    milliseconds: number;
    /** Of the compiled document, and of the pictures of its steps. */
    bytes: { document: number; pictures: number };
    /** Of the first step that failed. */
    detail?: string;
  }[];
  /** What has no row, and why. */
  leftOut: { id: string; locale: string; why: string }[];
  passed: boolean;
}

const usage = `npm run bench:walkthroughs -- [--json] [--only SLUG]…
  --json        one JSON object instead of lines
  --only SLUG   walkthroughs to play; default all
Steps, passes, time and bytes of every walkthrough, played against the system itself. npm run build comes first.`;

const { values } = commandLine(usage, {
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});

async function measure(walkthroughs: readonly Guided[]): Promise<WalkthroughReport> {
  const documents = await documentBytes();
  const system = await startSystem();
  const [data, browser] = await Promise.all([startSampleData(system), launchChromium()]);
  const pictures = await mkdtemp(join(tmpdir(), 'tierzero-pictures-'));
  try {
    const leftOut: LeftOut[] = [];
    const played = await checkWalkthroughs({
      app: system.url,
      browser,
      pictures,
      walkthroughs,
      today: new Date().toISOString().slice(0, 10),
      auth: { storageState: data.storageState },
      reset: data.resetUrl,
      onLeftOut: (one) => leftOut.push(one),
    });
    const rows = await Promise.all(played.map((one) => rowOf(one, documents, pictures)));
    // One that was left out has no row, and has not passed.
    return {
      walkthroughs: rows,
      leftOut: leftOut.map(({ walkthrough: { id, locale }, why }) => ({ id, locale, why })),
      passed: rows.length === walkthroughs.length && rows.every(({ passed }) => passed),
    };
  } finally {
    await data.close();
    await browser.close();
    await system.close();
    await rm(pictures, { recursive: true, force: true });
  }
}

const keyOf = ({ id, locale }: Pick<Guided, 'id' | 'locale'>) => `${id} ${locale}`;

/** As it is published, uncompressed. */
async function documentBytes(): Promise<Map<string, number>> {
  const { locales } = siteContent.parse(JSON.parse(await readFile('dist/content/documents.json', 'utf8')));
  const documents = locales.flatMap(({ documents }) => documents);
  return new Map(documents.map((one) => [keyOf(one), Buffer.byteLength(JSON.stringify(one))]));
}

async function rowOf({ walkthrough, check, passed, milliseconds }: Played, documents: Map<string, number>, at: string) {
  const { id, locale, slug } = walkthrough;
  const folder = join(at, locale, 'walkthroughs', slug);
  const files = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  const failed = check.steps.find(({ detail }) => detail !== undefined);
  return {
    id,
    locale,
    steps: check.steps.length,
    passes: check.steps.filter(({ result }) => result === 'pass').length,
    passed,
    milliseconds,
    bytes: { document: documents.get(keyOf(walkthrough)) ?? 0, pictures: sizes.reduce((sum, size) => sum + size, 0) },
    ...(failed?.detail !== undefined && { detail: `${failed.id}: ${failed.detail}` }),
  };
}

function lineOf(row: WalkthroughReport['walkthroughs'][number]): string {
  const { id, locale, steps, passes, passed, milliseconds, bytes, detail } = row;
  const said = detail === undefined ? '' : `\n  ${detail}`;
  const size = `document ${bytes.document} bytes, pictures ${bytes.pictures}`;
  return `${passed ? 'passed' : 'FAILED'}  ${id} (${locale})  ${passes} of ${steps} steps, ${milliseconds} ms, ${size}${said}`;
}

const wanted = chosen((await readGuided('content')).walkthroughs, { only: values.only, static: false }, 'content');
if (wanted.ok) {
  const report = await measure(wanted.value);
  const left = report.leftOut.map(({ id, locale, why }) => `NOT CHECKED  ${id} (${locale})  ${why}`);
  console.log(values.json ? JSON.stringify(report) : [...report.walkthroughs.map(lineOf), ...left].join('\n'));
  if (!report.passed) process.exitCode = 1;
} else {
  console.error(wanted.errors.join('\n'));
  process.exitCode = 2;
}
