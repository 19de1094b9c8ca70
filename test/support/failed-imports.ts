import type { Page } from 'playwright-core';

/**
 * Whether this browser asks again for a module that it once failed to fetch. Chromium 156 does; in 153 a page keeps
 * the failure until it is loaded again.
 */
export async function forgetsFailedImports(page: Page, origin: string): Promise<boolean> {
  const module = `${origin}/tz/probe.js`;
  let times = 0;
  await page.route(module, (route) => {
    times += 1;
    return times === 1 ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: 'export {}' });
  });
  // As text: what builds the tests would write another import() into a function.
  const ask = `import(${JSON.stringify(module)})`;
  const forgets = await page.evaluate<boolean>(`${ask}.catch(() => ${ask}).then(() => true, () => false)`);
  await page.unroute(module);
  return forgets;
}
