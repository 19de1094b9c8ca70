import type { Browser, BrowserContext } from 'playwright-core';
import { pictureScale } from '../../compile/checked.ts';
import type { Auth } from './auth.ts';
import { sendHeaders } from './own-headers.ts';
import { pageScript } from './page-script.ts';

export const viewport = { width: 1280, height: 800 };

/** Whether Chromium takes what is to make a visitor a known one: a cookie may have every part and be none. */
export async function isVisitor(browser: Browser, who: { app: string; auth: Auth }): Promise<boolean> {
  try {
    await (await visit(browser, { ...who, locale: 'en' })).close();
    return true;
  } catch {
    return false;
  }
}

/** A fresh profile, known to the app by `auth` alone. */
export async function visit(
  browser: Browser,
  { app, locale, auth }: { app: string; locale: string; auth: Auth },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale,
    viewport,
    deviceScaleFactor: pictureScale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    acceptDownloads: false,
    ...(auth.storageState && { storageState: auth.storageState }),
  });
  if (auth.headers) {
    const own = await sendHeaders(browser, { app, headers: auth.headers });
    context.once('close', () => own.stop());
  }
  await context.addInitScript(await pageScript());
  await context.addInitScript((wanted) => window.tierzeroCheck.speak(wanted), locale);
  return context;
}
