import type { Handle, Run } from './handle.ts';

/*
 * The one script of a host page: a button, and a function that notes what is asked until the panel is there.
 * Every byte is paid by every page view: at most 1,000 after brotli (test/bench/size.ts), so it is one scope,
 * without runtime checks of what its own page gives it. What can wait lives in the shell.
 */

/** What follows the names of the two chunks: `-AbCd12.js`. */
declare const __SHELL__: string;
declare const __RESUME__: string;
/** The launcher's word by language, and in the first locale. */
declare const __LABELS__: Record<string, string>;
declare const __LABEL__: string;

type Verb = (verb: string, ...args: unknown[]) => Promise<unknown>;
type Early = [args: [string], resolve: (answer: unknown) => void, reject: (cause: unknown) => void];
declare global {
  interface Window {
    /** `q` are calls that the optional inline stub took before this script ran. */
    tierzero?: Verb & { q?: Early[] };
  }
}

// A second tag changes nothing. All names are in this block: the file is a plain script, and they would be the page's.
if (!document.querySelector('tierzero-root')) {
  /** Verbs that only leave a note for the panel; any other loads it. */
  const passive = /^(close|suggest|identify|context|page|locale|theme|consent|on|once|off)$/;
  /** What a link or an address may ask for. SECURITY: nothing that wipes, sends or ends something. */
  const reachable = /^(#tierzero=)?(toggle|search|article|walkthrough|contact):?(.*)/;
  // In a classic script neither null, as in a module, nor an SVG's.
  const tag = document.currentScript as HTMLScriptElement;
  const options = tag.dataset;
  const base = new URL((options['base'] || '.').replace(/\/?$/, '/'), tag.src).href;
  // Beside `body`, so that an app that replaces its body does not take it along.
  const host = document.createElement('tierzero-root');
  const launcher = document.createElement('button');
  const life = new AbortController();
  const handle: Handle = [options, base, life];
  let shell: Promise<Run> | null | undefined;

  launcher.replaceChildren(
    options['label'] ||
      __LABELS__[(options['locale'] || document.documentElement.lang || navigator.language).slice(0, 2)] ||
      __LABEL__,
  );
  // Written through the CSSOM, which no `style-src` forbids. White where `contrast-color` is unknown or no accent is given.
  launcher.style.cssText = `all:initial;outline:revert;position:fixed;bottom:24px;inset-inline-${options['launcher'] || 'end'}:24px;padding:12px 20px 12px 44px;background:radial-gradient(circle at 26px,#0000 5px,currentColor 6px 8px,#0000 9px),${options['accent'] || '#0b6e5f'};z-index:999999999;border-radius:24px;color:#fff;font:500 15px/24px system-ui;color:contrast-color(${options['accent']})`;
  options['launcher'] === 'none' || host.attachShadow({ mode: 'open' }).append(launcher);
  document.documentElement.append(host);

  /** Keeps the host's console clean: it may ignore the answer. */
  const quiet = <T>(promise: Promise<T>, _: unknown = promise.catch(() => {})) => promise;
  /**
   * The manifest is asked for beside the chunk: the shell needs it, and after a deploy it names the new chunk. Where neither
   * can be had, what went wrong with it is said.
   */
  const bring = (name: string, hash: string) => {
    const manifest = quiet(fetch(`${base}tierzero.json`, { cache: 'no-cache' }).then((answer) => answer.json()));
    return import(/* @vite-ignore */ `${base}tz/` + name + hash)
      .catch(async () => import(/* @vite-ignore */ base + (await manifest).widget[name]))
      .then((module) => module.start(handle, manifest));
  };
  const load = () =>
    (shell ||= bring('shell', __SHELL__).catch((cause) => {
      // The next try starts anew.
      shell = null;
      throw cause;
    }));

  const run = async (verb: string, args: unknown[]) => {
    if (verb === 'destroy') {
      life.abort();
      host.remove();
      return delete window.tierzero;
    }
    if (passive.test(verb)) {
      if (shell) return (await shell)(verb, args);
      handle.push([verb, args]);
      return () => call('off', ...args);
    }
    // Until it is done, whatever comes of it. The shell keeps this when it takes the button over.
    launcher.style.opacity = '.5';
    return load()
      .then((shown) => shown(verb, args))
      .finally(() => (launcher.style.opacity = ''));
  };
  const call: Verb = (verb, ...args) => quiet(run(verb, args));
  /**
   * Answers whether it was for us. Where the panel cannot come, the help center opens beside the page: what somebody has
   * typed there must not be lost. "Offline" is the same word in every language there is a label for; the panel brings the label back.
   */
  const follow = (target: string | undefined, otherwise = base) => {
    const [, , verb, value] = reachable.exec(target!) || [];
    if (verb) call(verb, value).catch(() => (navigator.onLine ? open(otherwise) : launcher.replaceChildren('Offline')));
    return verb;
  };
  const followAddress = () => follow(location.hash);
  /** Preloads on intent; opens on a plain click. A click with a modifier stays the link's. */
  const act = (event: Event & Partial<MouseEvent>) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('[data-tierzero],tierzero-root');
    if (link) {
      quiet(load());
      if (
        event.type === 'click' &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.shiftKey &&
        follow(link.dataset['tierzero'], link.href)
      )
        event.preventDefault();
    }
  };

  // An AbortController has a `signal`, and so is the options of a listener that ends with it.
  ['click', 'pointerover', 'focusin'].map((type) => addEventListener(type, act, life));
  addEventListener('hashchange', followAddress, life);
  launcher.onclick = () => follow('toggle');
  window.tierzero?.q?.map(([args, resolve, reject]) => call(...args).then(resolve, reject));
  window.tierzero = call;
  followAddress();
  try {
    // A walkthrough goes on with the next page of its tab, or an earlier visit left something to look after.
    if (sessionStorage['tierzero'] || localStorage['tierzero']) quiet(bring('resume', __RESUME__));
  } catch {
    // Storage is forbidden here, so nothing was left.
  }
}
