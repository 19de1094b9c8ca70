import type { Browser, BrowserContext } from 'playwright-core';
import { type Checks, hasPassed } from '../../compile/checks.ts';
import { isForVersion } from '../../schema/app-version.ts';
import type { GuideStep } from '../../schema/guide.ts';
import type { WalkthroughCheck } from '../../schema/walkthrough-check.ts';
import { listen, troubleAt } from './answers.ts';
import type { Auth } from './auth.ts';
import type { Guided } from './guided.ts';
import { type Patience, patience as usual, within, wordsOf } from './patience.ts';
import { pictureFile, schemes } from './picture/file.ts';
import { type KeptPicture, keepPicture } from './picture/keep.ts';
import { takePicture } from './picture/take.ts';
import { type PlayedStep, play } from './play.ts';
import { reset } from './reset.ts';
import { createStage, type Stage } from './stage.ts';
import { startUrl } from './start-url.ts';
import { Stopped } from './stopped.ts';
import { visit } from './visitor.ts';

/** What `checkWalkthroughs` needs. */
export interface CheckOptions {
  /** Address of the running app, without a path. */
  app: string;
  walkthroughs: readonly Guided[];
  browser: Browser;
  /** Day of the run. */
  today: string;
  /** Where its pictures go, a content folder. Default none are taken. */
  pictures?: string;
  /** What puts the app's sample data back, before each of them. */
  reset?: string;
  auth?: Auth;
  /** Version of the app. Default what its page says. */
  version?: string;
  /** Earlier results: pictures that are not taken this time stay. */
  earlier?: Checks;
  patience?: Patience;
  /** Hears of each as soon as it is over. */
  onPlayed?: (played: Played) => void;
  /** Hears of each that has no result this time. */
  onLeftOut?: (leftOut: LeftOut) => void;
}

/** A walkthrough that has no result this time: an earlier one stays. */
export interface LeftOut {
  walkthrough: Guided;
  /** It is for another version of the app, or the app was down: only that is somebody's fault. */
  reason: 'version' | 'down';
  why: string;
}

/** One walkthrough in one locale, played. */
export interface Played {
  walkthrough: Guided;
  check: WalkthroughCheck;
  passed: boolean;
  milliseconds: number;
  steps: PlayedStep[];
  pictures: KeptPicture[];
  /** Pictures that could not be taken: no result of a step. */
  warnings: Warning[];
}

export interface Warning {
  step: string;
  /** What was expected and found. */
  text: string;
}

/** Plays walkthroughs one after the other against a running app, each as a new visitor. */
export async function checkWalkthroughs(options: CheckOptions): Promise<Played[]> {
  const played: Played[] = [];
  for (const walkthrough of options.walkthroughs) {
    const one = await checkOne(walkthrough, options).catch((error: unknown) => ({ error }));
    // Whatever went wrong then was no fault of the app.
    if (!options.browser.isConnected()) throw new Stopped('found Chromium closed; expected it to go on');
    if ('error' in one) throw one.error;
    if ('reason' in one) {
      options.onLeftOut?.(one);
      continue;
    }
    played.push(one);
    options.onPlayed?.(one);
  }
  return played;
}

async function checkOne(walkthrough: Guided, options: CheckOptions): Promise<Played | LeftOut> {
  const { app, browser, auth = {}, patience = usual } = options;
  const other = forAnother(walkthrough, options.version);
  if (other) return other;
  const { locale } = walkthrough;
  const context = await visit(browser, { app, locale, auth });
  try {
    if (options.reset !== undefined)
      await reset(options.reset, walkthrough, { app, context, auth, limit: patience.reset });
    return await playIn(context, walkthrough, { ...options, patience });
  } finally {
    // A page in an endless loop does not close either; it ends with the browser.
    await within(patience.answer, context.close()).catch(() => {});
  }
}

function forAnother(walkthrough: Guided, version: string | undefined): LeftOut | undefined {
  const { app } = walkthrough.guide;
  if (isForVersion(app, version)) return undefined;
  return { walkthrough, reason: 'version', why: `it is for version ${app} of the app, and this is ${version}` };
}

async function playIn(
  context: BrowserContext,
  walkthrough: Guided,
  options: CheckOptions & { patience: Patience },
): Promise<Played | LeftOut> {
  const { app, patience, auth = {} } = options;
  const down = (why: string): LeftOut => ({ walkthrough, reason: 'down', why });
  const started = performance.now();
  const page = await context.newPage();
  const stage = await createStage(page, patience);
  const answers = listen(page);
  const start = startUrl(app, walkthrough.guide.start);
  // What is wrong with a page that came, its first step says.
  const late = await page
    .goto(start, { timeout: patience.load, waitUntil: 'domcontentloaded' })
    .then(() => false)
    .catch((error: Error) => error.name === 'TimeoutError' && !answers.any());
  const trouble = late ? `${walkthrough.guide.start} did not answer in ${patience.load / 1000} s` : answers.trouble();
  if (trouble !== undefined) return down(trouble);
  const version = options.version ?? (await stage.until(0, () => stage.version()).catch(() => undefined));
  const other = forAnother(walkthrough, version);
  if (other) return other;
  const pictures: KeptPicture[] = [];
  const warnings: Warning[] = [];
  const steps = await play(stage, walkthrough, async (step) => {
    const { pictures: root } = options;
    if (root !== undefined) await picture(stage, step, { root, walkthrough, pictures, warnings });
  });
  const check = checkOf(walkthrough, { steps, pictures, version, options });
  const passed = hasPassed(check, walkthrough.guide);
  const since = passed
    ? undefined
    : (answers.trouble() ?? (await troubleAt(start, { context, auth, timeout: patience.load })));
  if (since !== undefined) return down(since);
  return {
    walkthrough,
    check,
    passed,
    milliseconds: Math.round(performance.now() - started),
    steps,
    pictures,
    warnings,
  };
}

interface Album {
  root: string;
  walkthrough: Guided;
  pictures: KeptPicture[];
  warnings: Warning[];
}

/** Takes the pictures of a step. Whatever a page does meanwhile, its step goes on: one that cannot be taken is a warning. */
async function picture(stage: Stage, { id, anchor }: GuideStep, album: Album): Promise<void> {
  if (!anchor) return;
  const { root, walkthrough, pictures, warnings } = album;
  const { answer } = stage.patience;
  for (const scheme of schemes) {
    let trouble = 'its element gone';
    const take = async () => {
      // The page may have put another element in its place since.
      if (!(await stage.look(anchor))) return undefined;
      return takePicture(stage, scheme).catch((error) => {
        trouble = wordsOf(error);
        throw error;
      });
    };
    try {
      // Anew where the page went elsewhere while it was taken.
      const taken = await stage.until(answer, take);
      if (taken) pictures.push(await keepPicture(root, pictureFile(walkthrough, id, scheme), taken));
      else warnings.push({ step: id, text: `expected a picture, ${scheme}; found ${trouble}` });
    } catch (error) {
      warnings.push({ step: id, text: `expected a picture, ${scheme}; found ${wordsOf(error)}` });
    }
  }
  await within(answer, stage.page.emulateMedia({ colorScheme: 'light' })).catch(() => {});
}

interface Found {
  steps: PlayedStep[];
  pictures: KeptPicture[];
  version: string | undefined;
  options: CheckOptions;
}

function checkOf(walkthrough: Guided, { steps, pictures, version, options }: Found): WalkthroughCheck {
  const { id, locale, hash } = walkthrough;
  const earlier = options.earlier?.of(id, locale)?.steps;
  return {
    walkthrough: id,
    locale,
    guide: hash,
    ...(version !== undefined && { version }),
    on: options.today,
    steps: steps.map(({ id, result, by, expected, found, shows }) => {
      const [light, dark] = schemes.map((scheme) => pictureFile(walkthrough, id, scheme));
      const isTaken = pictures.some(({ file }) => file === light) && pictures.some(({ file }) => file === dark);
      const before = earlier?.find((step) => step.id === id);
      const kept = isTaken && light !== undefined && dark !== undefined ? { light, dark } : before?.pictures;
      const shown = isTaken ? shows : (before?.pictures && before.shows) || shows;
      return {
        id,
        result,
        ...(by && { by }),
        ...(expected !== undefined && { detail: `expected ${expected}; found ${found}` }),
        ...(shown && { shows: shown }),
        ...(kept && { pictures: kept }),
      };
    }),
  };
}
