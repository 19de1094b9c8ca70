import type { Browser, BrowserContext } from 'playwright-core';
import { type Checks, hasPassed } from '../../compile/checks.ts';
import type { GuideStep } from '../../schema/guide.ts';
import type { WalkthroughCheck } from '../../schema/walkthrough-check.ts';
import type { Auth } from './auth.ts';
import type { Guided } from './guided.ts';
import { type Patience, patience as usual, within } from './patience.ts';
import { type KeptPicture, keepPicture } from './picture/keep.ts';
import { takePicture } from './picture/take.ts';
import { type PlayedStep, play } from './play.ts';
import { reset } from './reset.ts';
import { createStage, type Stage } from './stage.ts';
import { visit } from './visitor.ts';

/** What `checkWalkthroughs` needs. */
export interface CheckOptions {
  /** Address of the running app. */
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
}

/** One walkthrough in one locale, played. */
export interface Played {
  walkthrough: Guided;
  check: WalkthroughCheck;
  passed: boolean;
  milliseconds: number;
  steps: PlayedStep[];
  pictures: KeptPicture[];
}

/** Plays walkthroughs one after the other against a running app, each as a new visitor. */
export async function checkWalkthroughs(options: CheckOptions): Promise<Played[]> {
  const played: Played[] = [];
  for (const walkthrough of options.walkthroughs) {
    const one = await checkOne(walkthrough, options);
    played.push(one);
    options.onPlayed?.(one);
  }
  return played;
}

async function checkOne(walkthrough: Guided, options: CheckOptions): Promise<Played> {
  const { app, browser, auth = {}, patience = usual } = options;
  const { locale } = walkthrough;
  const context = await visit(browser, { app, locale, auth });
  try {
    if (options.reset !== undefined) await reset(options.reset, walkthrough, { app, context, auth });
    return await playIn(context, walkthrough, { ...options, patience });
  } finally {
    // A page in an endless loop does not close either; it ends with the browser.
    await within(patience.answer, context.close()).catch(() => {});
  }
}

async function playIn(
  context: BrowserContext,
  walkthrough: Guided,
  options: CheckOptions & { patience: Patience },
): Promise<Played> {
  const { app, patience } = options;
  const started = performance.now();
  const page = await context.newPage();
  const stage = createStage(page, patience);
  // What is wrong with the page, its first step says.
  await page
    .goto(new URL(walkthrough.guide.start, app).href, { timeout: patience.load, waitUntil: 'domcontentloaded' })
    .catch(() => undefined);
  const version = options.version ?? (await stage.until(0, () => stage.version()).catch(() => undefined));
  const pictures: KeptPicture[] = [];
  const steps = await play(stage, walkthrough, async (step) => {
    if (options.pictures !== undefined)
      pictures.push(...(await picturesOf(stage, step, { root: options.pictures, walkthrough })));
  });
  const check = checkOf(walkthrough, { steps, pictures, version, options });
  return {
    walkthrough,
    check,
    passed: hasPassed(check, walkthrough.guide),
    milliseconds: Math.round(performance.now() - started),
    steps,
    pictures,
  };
}

const schemes = ['light', 'dark'] as const;

/** Below the content folder. */
const pictureFile = ({ locale, slug }: Guided, step: string, scheme: (typeof schemes)[number]): string =>
  `${locale}/walkthroughs/${slug}/${step}-${scheme}.png`;

async function picturesOf(
  stage: Stage,
  step: GuideStep,
  { root, walkthrough }: { root: string; walkthrough: Guided },
): Promise<KeptPicture[]> {
  if (!step.anchor) return [];
  const kept: KeptPicture[] = [];
  for (const scheme of schemes) {
    // The page may have put another element in its place since.
    await stage.look(step.anchor);
    const taken = await takePicture(stage, scheme);
    if (taken) kept.push(await keepPicture(root, pictureFile(walkthrough, step.id, scheme), taken));
  }
  await stage.page.emulateMedia({ colorScheme: 'light' });
  return kept;
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
