import type { Browser } from 'playwright-core';

interface Sent {
  app: string;
  headers: Record<string, string>;
}

/**
 * Sends headers with all that the browser asks the app for, whoever asks: pages, frames, workers. The browser itself asks and
 * reads the answer, as without them: a page stays one of its own network, and an answer may go on for ever.
 *
 * SECURITY: to the app alone. Each request is looked at by itself, also each one that a redirect leads to, and what was added
 * to the one before is not in it. Headers of a whole context would go to every origin that its pages talk to.
 */
export async function sendHeaders(browser: Browser, { app, headers }: Sent): Promise<{ stop(): Promise<void> }> {
  const { origin } = new URL(app);
  const own = Object.entries(headers);
  const isOwn = (name: string) => own.some(([one]) => one.toLowerCase() === name.toLowerCase());
  const session = await browser.newBrowserCDPSession();
  session.on('Fetch.requestPaused', async ({ requestId, request }) => {
    const rest = Object.entries(request.headers).filter(([name]) => !isOwn(name));
    const all = [...rest, ...own].map(([name, value]) => ({ name, value }));
    const isToApp = new URL(request.url).origin === origin;
    try {
      await session.send('Fetch.continueRequest', { requestId, ...(isToApp && { headers: all }) });
    } catch {
      // The page that asked is gone, or these are no headers to Chromium: never wait for what will not come.
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => {});
    }
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `${origin}/*`, requestStage: 'Request' }] });
  return { stop: () => session.detach().catch(() => {}) };
}
