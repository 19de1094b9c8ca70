import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { checksFile } from '../../compile/checks.ts';
import { commandLine } from '../../compile/command-line.ts';
import { formatError } from '../../compile/compile-error.ts';
import type { CheckOptions, LeftOut, Played } from './check.ts';
import { type Guided, type GuidedContent, readGuided } from './guided.ts';
import { jsonReport } from './json-report.ts';
import { junit } from './junit.ts';
import { anchorLines, leftOutLine, onOneLine, playedLines, summaryLine } from './lines.ts';
import { chosen, reachable, reportFiles, sourceFolders } from './options.ts';
import { endOf, type Outcome } from './outcome.ts';
import { wordsOf } from './patience.ts';
import { forgetPictures } from './picture/file.ts';
import { mergeChecks, writeChecks } from './results.ts';
import { type AnchorReport, compareAnchors } from './static/anchors.ts';
import { Stopped } from './stopped.ts';

const usage = `npm run walkthroughs -- --app URL [--only SLUG]… [--locale TAG]… [--reset URL|COMMAND] [--auth FILE]
                     [--version V] [--json FILE] [--junit FILE] [--no-pictures] [--content DIR]
npm run walkthroughs -- --static --source DIR… [--content DIR]
  --app URL        the running app, which is played in Chromium as a person would; without a path, which start has
  --only SLUG      walkthroughs to play, and --locale TAG languages; default all, each in every language it is written in
  --reset HOOK     puts the app's sample data back before each of them: an address or a path to POST to, else a command,
                   which finds TIERZERO_WALKTHROUGH and TIERZERO_LOCALE in its environment
  --auth FILE      what makes a visitor a known one: Playwright's storageState, or {"headers": {…}}
  --version V      version of the app; default data-app-version of the tag in its page
  --json FILE      one JSON object; - prints it
  --junit FILE     JUnit XML
  --no-pictures    takes none, and leaves those there are
  --content DIR    default content; results go to walkthrough-checks.json in it
  --static         compares the anchors of walkthroughs with those of the app's source
  --source DIR     where that is; as often as it has folders
Ends with 1 when a walkthrough failed or points at a name that no source has, with 2 when not
all could be checked and kept: the app was down, its sample data could not be put back, Chromium does not start, a file
cannot be written. Earlier results of those stay.`;

const { values } = commandLine(usage, {
  options: {
    app: { type: 'string' },
    auth: { type: 'string' },
    only: { type: 'string', multiple: true },
    locale: { type: 'string', multiple: true },
    reset: { type: 'string' },
    version: { type: 'string' },
    json: { type: 'string' },
    junit: { type: 'string' },
    'no-pictures': { type: 'boolean', default: false },
    content: { type: 'string', default: 'content' },
    static: { type: 'boolean', default: false },
    source: { type: 'string', multiple: true },
  },
});
/** Where lines go: JSON that is printed stands alone. */
const print = values.json === '-' ? console.error : console.log;
const say = (line: string) => print(onOneLine(line));
const { content: root, app } = values;
process.exitCode = await run();

function refuse(errors: readonly string[]): 2 {
  for (const error of errors) console.error(error);
  return 2;
}

async function run(): Promise<0 | 1 | 2> {
  const compares = values.static || values.source !== undefined;
  if (app === undefined && !compares) {
    return refuse([`--app: found nothing; expected the address of the running app, or --static\n\n${usage}`]);
  }
  const files = await reportFiles(values);
  if (files.length > 0) return refuse(files);
  const content = await readGuided(resolve(root)).catch(() => undefined);
  if (!content) return refuse([`--content: found no folder ${root}; expected one of content`]);
  if (content.errors.length > 0) return refuse(content.errors.map((error) => formatError(error, root)));

  const folders = await sourceFolders(compares ? (values.source ?? []) : undefined);
  if (!folders.ok) return refuse(folders.errors);
  const anchors = compares ? await compareAnchors(content.walkthroughs, folders.value) : undefined;
  if (anchors) for (const line of anchorLines(anchors, root)) say(line);
  const outcome = app === undefined ? undefined : await playAll(app, content);
  if (outcome === 2) return outcome;
  const isReported = await report(outcome, anchors);
  const end = outcome ? endOf(outcome) : 'passed';
  if (end === 'unchecked' || !isReported) return 2;
  return end === 'passed' && (anchors?.unknown.length ?? 0) === 0 ? 0 : 1;
}

async function playAll(app: string, content: GuidedContent): Promise<Outcome | 2> {
  const walkthroughs = chosen(content.walkthroughs, values, root);
  if (!walkthroughs.ok) return refuse(walkthroughs.errors);
  const visitor = await reachable({ app, auth: values.auth });
  if (!visitor.ok) return refuse(visitor.errors);
  // Only now: a browser and a bundler take longer to load than it takes to say what is wrong with the words typed.
  const [{ checkWalkthroughs }, { launchChromium }, { isVisitor }] = await Promise.all([
    import('./check.ts'),
    import('./chromium.ts'),
    import('./visitor.ts'),
  ]);
  const browser = await launchChromium({ handleSIGINT: false }).catch((error: Error) => error);
  if (browser instanceof Error)
    return ended({ played: [], leftOut: [], stopped: `Chromium: ${browser.message}` }, content);
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    void browser.close();
  };
  process.once('SIGINT', interrupt);
  try {
    const auth = visitor.value;
    if (values.auth !== undefined && !(await isVisitor(browser, { app, auth })))
      return refuse([
        `--auth: found a cookie or an origin that Chromium refuses in ${values.auth}; expected valid ones`,
      ]);
    const played: Played[] = [];
    const leftOut: LeftOut[] = [];
    const options: CheckOptions = {
      app,
      browser,
      walkthroughs: walkthroughs.value,
      today: new Date().toISOString().slice(0, 10),
      auth,
      earlier: content.checks,
      ...(values.reset !== undefined && { reset: values.reset }),
      ...(values.version !== undefined && { version: values.version }),
      ...(!values['no-pictures'] && { pictures: resolve(root) }),
      // From Ctrl-C on, what goes wrong is no fault of anybody.
      onPlayed: (one) => {
        if (isInterrupted) return;
        played.push(one);
        for (const line of playedLines(one, root)) say(line);
      },
      onLeftOut: (one) => {
        if (isInterrupted) return;
        leftOut.push(one);
        say(leftOutLine(one));
      },
    };
    const trouble = await checkWalkthroughs(options).then(
      () => undefined,
      (error) => {
        if (isInterrupted || error instanceof Stopped) return error.message;
        throw error;
      },
    );
    const stopped = isInterrupted ? 'stopped by Ctrl-C' : trouble;
    return await ended({ played, leftOut, ...(stopped !== undefined && { stopped }) }, content);
  } finally {
    process.off('SIGINT', interrupt);
    await browser.close();
  }
}

/** What a run has come to is kept where that can be, and told in any case. */
async function ended(run: Outcome, content: GuidedContent): Promise<Outcome> {
  const unwritten = await keep(run, content).then(
    () => undefined,
    (error) =>
      `${root}/${checksFile}: found no way to write it (${wordsOf(error)}); expected a file that can be written`,
  );
  const outcome: Outcome = { ...run, ...(unwritten !== undefined && { unwritten }) };
  if (outcome.stopped !== undefined) console.error(onOneLine(`${outcome.stopped}; the rest was not checked`));
  if (unwritten !== undefined) console.error(`${unwritten}; mend: remove what is in its place, or make it writable`);
  say(summaryLine(outcome, root));
  return outcome;
}

async function keep({ played }: Outcome, content: GuidedContent): Promise<void> {
  const now = played.map(({ check }) => check);
  if (now.length === 0) return;
  await writeChecks(resolve(root), mergeChecks({ before: content.checks.all, now, known: content.walkthroughs }));
  if (!values['no-pictures']) for (const { walkthrough } of played) await forget(walkthrough, content);
}

/** Only once the new results, which name them no more, are written. */
async function forget(walkthrough: Guided, { checks }: GuidedContent): Promise<void> {
  const files = await forgetPictures(resolve(root), walkthrough, checks.of(walkthrough.id, walkthrough.locale));
  for (const file of files) say(`removed picture ${root}/${file}  its step is gone`);
}

/** Says whether all that was asked for is written. */
async function report(outcome: Outcome | undefined, anchors: AnchorReport | undefined): Promise<boolean> {
  const json = `${JSON.stringify(jsonReport(outcome, anchors, app), null, 2)}\n`;
  if (values.json === '-') process.stdout.write(json);
  const written = [
    values.json === '-' || (await put('--json', values.json, json)),
    await put('--junit', values.junit, junit(outcome, anchors, root)),
  ];
  return written.every(Boolean);
}

async function put(option: string, file: string | undefined, text: string): Promise<boolean> {
  if (file === undefined) return true;
  try {
    await mkdir(dirname(resolve(file)), { recursive: true });
    await writeFile(file, text);
    return true;
  } catch (error) {
    console.error(`${option}: found no way to write ${file} (${wordsOf(error)}); expected a file that can be written`);
    return false;
  }
}
