import { forgetPlaces, isFlagged, isLed, ledLocale } from '../client/flag.ts';
import { resume } from '../client/resume.ts';
import { openStorage } from '../client/storage.ts';
import type { Call, Handle } from '../loader/handle.ts';

/** What the page asked for up to now. */
const callsOf = ([, , , ...calls]: Handle): Call[] => calls;

/** Whether the page has said no to storage before this chunk came: then what earlier visits left is wiped. */
const refused = (calls: readonly Call[]): boolean =>
  calls.some(([verb, [consent]]) => verb === 'consent' && Object(consent).storage === false);

const showUnread = (launcher: HTMLElement, count: number): void => {
  const word = launcher.textContent ?? '';
  launcher.textContent = word.replace(/ · \d+$/, '') + (count > 0 ? ` · ${count}` : '');
};

/** A walkthrough that is under way in this tab goes on; anything else waits until the page has settled. */
const settledMs = 1_000;

/** A frame of a page that has a widget itself: what goes on in the tab goes on there. */
const isInside = (): boolean => {
  try {
    return parent !== window && 'tierzero' in parent;
  } catch {
    return false;
  }
};

/** A window that another one has just opened has a copy of what was kept there: it goes on there. */
const isCopy = (): boolean => opener !== null && history.length === 1;

const lead = (): void => {
  if (!isLed() || isInside()) return;
  if (isCopy()) {
    forgetPlaces();
    return;
  }
  const locale = ledLocale();
  // Who was led there in another language than the page's is led on in it.
  if (locale && !document.documentElement.lang.startsWith(locale)) void window.tierzero?.('locale', locale);
  void window.tierzero?.('walkthrough');
};

/**
 * Entry of the resume chunk: with the panel closed it goes on with a walkthrough, delivers what waits and counts replies.
 * The panel takes over with `tierzero-mail`; `destroy` ends it.
 */
export const start = (handle: Handle): void => {
  lead();
  const [, , life] = handle;
  const host = document.querySelector<HTMLElement>('tierzero-root');
  const timer = setTimeout(() => look(handle), settledMs);
  const stop = () => clearTimeout(timer);
  host?.addEventListener('tierzero-mail', stop, { once: true });
  life.signal.addEventListener('abort', stop, { once: true });
};

const look = (handle: Handle): void => {
  const [options, base, life] = handle;
  const host = document.querySelector<HTMLElement>('tierzero-root');
  // A walkthrough alone may have brought this here.
  if (!host || !isFlagged() || options['storage'] === 'none') return;
  if (refused(callsOf(handle))) return void openStorage('auto').clear();
  const launcher = host.shadowRoot?.querySelector('button');
  const stop = resume({
    api: new URL(options['api'] || base, base).origin,
    storage: 'auto',
    onUnread: (count) => launcher && showUnread(launcher, count),
    onReply: (reply) => tellReply(reply, callsOf(handle)),
  });
  host.addEventListener('tierzero-mail', stop, { once: true });
  life.signal.addEventListener('abort', stop, { once: true });
};

/** Listeners that wait for the panel hear of a reply, too. */
const tellReply = (reply: { reference: string; unread: number }, calls: readonly Call[]): void => {
  document.dispatchEvent(new CustomEvent('tierzero:reply', { detail: reply }));
  for (const [verb, [event, listener]] of calls)
    if (verb !== 'off' && event === 'reply' && typeof listener === 'function') listener(reply);
};
