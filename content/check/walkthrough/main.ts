import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { checksFile } from '../../compile/checks.ts';
import { commandLine } from '../../compile/command-line.ts';
import { formatError } from '../../compile/compile-error.ts';
import type { CheckOptions, Played } from './check.ts';
import { type GuidedContent, readGuided } from './guided.ts';
import { jsonReport } from './json-report.ts';
import { junit } from './junit.ts';
import { anchorLines, playedLines, summaryLine } from './lines.ts';
import { chosen, reachable, sourceFolders } from './options.ts';
import { ResetFailed } from './reset.ts';
import { mergeChecks, writeChecks } from './results.ts';
import { type AnchorReport, compareAnchors } from './static/anchors.ts';

const usage = `npm run walkthroughs -- --app URL [--only SLUG]… [--locale TAG]… [--reset URL|COMMAND] [--auth FILE]
                     [--version V] [--json FILE] [--junit FILE] [--no-pictures] [--content DIR]
npm run walkthroughs -- --static [--source DIR]… [--content DIR]
  --app URL        the running app, which is played in Chromium as a person would
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
  --source DIR     where that is; default site and widget
Ends with 1 when a walkthrough failed or points at a name that no source has, with 2 when nothing could be checked.`;

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
const say = values.json === '-' ? console.error : console.log;
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
  const content = await readGuided(resolve(root)).catch(() => undefined);
  if (!content) return refuse([`--content: found no folder ${root}; expected one of content`]);
  if (content.errors.length > 0) return refuse(content.errors.map((error) => formatError(error, root)));

  const folders = await sourceFolders(compares ? (values.source ?? ['site', 'widget']) : []);
  if (!folders.ok) return refuse(folders.errors);
  const anchors = compares ? await compareAnchors(content.walkthroughs, folders.value) : undefined;
  if (anchors) for (const line of anchorLines(anchors, root)) say(line);
  const played = app === undefined ? [] : await playAll(app, content);
  if (!Array.isArray(played)) return played;
  await report(played, anchors);
  return played.every(({ passed }) => passed) && (anchors?.unknown.length ?? 0) === 0 ? 0 : 1;
}

async function playAll(app: string, content: GuidedContent): Promise<Played[] | 1 | 2> {
  const walkthroughs = chosen(content.walkthroughs, values, root);
  if (!walkthroughs.ok) return refuse(walkthroughs.errors);
  const visitor = await reachable({ app, auth: values.auth });
  if (!visitor.ok) return refuse(visitor.errors);
  // Only now: a browser and a bundler take longer to load than it takes to say what is wrong with the words typed.
  const [{ checkWalkthroughs }, { launchChromium }] = await Promise.all([
    import('./check.ts'),
    import('./chromium.ts'),
  ]);
  const browser = await launchChromium();
  try {
    const options: CheckOptions = {
      app,
      browser,
      walkthroughs: walkthroughs.value,
      today: new Date().toISOString().slice(0, 10),
      auth: visitor.value,
      earlier: content.checks,
      ...(values.reset !== undefined && { reset: values.reset }),
      ...(values.version !== undefined && { version: values.version }),
      ...(!values['no-pictures'] && { pictures: resolve(root) }),
      onPlayed: (played) => {
        for (const line of playedLines(played, root)) say(line);
      },
    };
    const played = await checkWalkthroughs(options);
    const now = played.map(({ check }) => check);
    await writeChecks(resolve(root), mergeChecks({ before: content.checks.all, now, known: content.walkthroughs }));
    say(summaryLine(played, root));
    return played;
  } catch (error) {
    if (!(error instanceof ResetFailed)) throw error;
    console.error(`${error.message}; nothing was written to ${root}/${checksFile}`);
    return 1;
  } finally {
    await browser.close();
  }
}

async function report(played: readonly Played[], anchors: AnchorReport | undefined): Promise<void> {
  const json = `${JSON.stringify(jsonReport(played, anchors, app), null, 2)}\n`;
  if (values.json === '-') process.stdout.write(json);
  else if (values.json !== undefined) await put(values.json, json);
  if (values.junit !== undefined) await put(values.junit, junit(played, root));
}

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, text);
}
