import type { BrowserContext, Page, Request } from 'playwright-core';
import type { Auth } from './auth.ts';

/** How the app answers for its pages. What goes wrong while it is down says nothing of a walkthrough. */
export interface Answers {
  /** Why the last page did not come from a running app. */
  trouble(): string | undefined;
  /** Whether anything answered at all. */
  any(): boolean;
}

const said = (url: string, what: string) => `${new URL(url).pathname} ${what}`;

const unreachable = (why: string) => `could not be reached (${why})`;

/** Listens to what the pages of a visit are answered with. */
export function listen(page: Page): Answers {
  let trouble: string | undefined;
  let any = false;
  page.on('response', (response) => {
    if (!isPage(response.request(), page)) return;
    any = true;
    trouble = response.status() >= 500 ? said(response.url(), `answered ${response.status()}`) : undefined;
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'no answer';
    // A download, an empty answer, or a page that was left before it came.
    if (!isPage(request, page) || why.includes('ERR_ABORTED')) return;
    trouble = said(request.url(), unreachable(why));
  });
  return { trouble: () => trouble, any: () => any };
}

function isPage(request: Request, page: Page): boolean {
  try {
    return request.isNavigationRequest() && request.frame() === page.mainFrame();
  } catch {
    // Of a frame that is gone.
    return false;
  }
}

/** Asks for a page aside, as the same visitor: an app may go down without a page being loaded. */
export async function troubleAt(
  url: string,
  { context, auth, timeout }: { context: BrowserContext; auth: Auth; timeout: number },
): Promise<string | undefined> {
  const { headers = {} } = auth;
  try {
    const answer = await context.request.get(url, { headers, maxRedirects: 0, timeout });
    return answer.status() >= 500 ? said(url, `answered ${answer.status()}`) : undefined;
  } catch {
    return said(url, unreachable('no answer'));
  }
}
