import type { Browser, BrowserContext } from 'playwright-core';
import { pictureScale } from '../../compile/checked.ts';
import type { Auth } from './auth.ts';
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
    // What a service worker asks for goes past the route below.
    serviceWorkers: auth.headers ? 'block' : 'allow',
    acceptDownloads: false,
    ...(auth.storageState && { storageState: auth.storageState }),
  });
  const { headers } = auth;
  if (headers) {
    const { origin } = new URL(app);
    // SECURITY: to the app alone. Headers of a whole context would go to every origin that its pages talk to, and those of
    // a request that is let through would go along when it is redirected: here the browser asks anew, without them.
    await context.route(
      (url) => url.origin === origin,
      async (route) => {
        const request = route.request();
        const all = { ...(await request.allHeaders()), ...headers };
        // A stream has no end to wait for.
        if (request.resourceType() === 'eventsource') return route.continue({ headers: all });
        const response = await route.fetch({ headers: all, maxRedirects: 0 }).catch(() => undefined);
        return response ? route.fulfill({ response }) : route.abort();
      },
    );
  }
  await context.addInitScript(await pageScript());
  await context.addInitScript((wanted) => window.tierzeroCheck.speak(wanted), locale);
  return context;
}
