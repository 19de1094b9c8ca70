import { h, render } from 'preact';
import { loadLanguage, readerLanguages } from '../i18n/language.ts';
import type { Call, Handle, ManifestAnswer, Run } from '../loader/handle.ts';
import { createKnowledge } from '../search/knowledge.ts';
import searchCss from '../search/search.css?inline';
import { adopt } from '../ui/style.ts';
import tokensCss from '../ui/tokens.css?inline';
import uiCss from '../ui/ui.css?inline';
import { App } from './app.tsx';
import { createDevices, type Mode } from './devices.ts';
import { emit } from './emit.ts';
import { createReturn } from './focus.ts';
import { containKeys } from './keyboard.ts';
import { takeLauncher } from './launcher.ts';
import { createLazies } from './lazies.ts';
import { createMover } from './move.ts';
import { createRun } from './run.ts';
import shellCss from './shell.css?inline';
import { createState, type Lasting } from './state.ts';
import { createSuccession } from './succession.ts';
import { createLook, isTheme } from './theme.ts';

/** What the shell before this one had, when a deploy took its chunks away. */
export interface Restore {
  before: Partial<Lasting>;
  open: boolean;
  /** Ends it. Called when this one can take its place. */
  end: () => void;
}

const rootOf = (): { host: HTMLElement; root: ShadowRoot } => {
  const host = document.querySelector<HTMLElement>('tierzero-root');
  if (!host) throw new Error('the widget was taken off the page');
  return { host, root: host.shadowRoot ?? host.attachShadow({ mode: 'open' }) };
};

/** Entry of the panel: the loader calls it once, on intent or with the first verb that needs it. */
export const start = async (handle: Handle, manifest: ManifestAnswer, restore?: Restore): Promise<Run> => {
  const [options, base, life] = handle;
  const { host, root } = rootOf();
  const own = new AbortController();
  const { signal } = own;
  const { before = {}, open } = restore ?? {};
  const wanted = before.wanted?.get() ?? readerLanguages(options['locale']);
  const asked: Mode = options['storage'] === 'none' ? 'none' : 'auto';
  const state = createState(handle, await loadLanguage(wanted), wanted, asked, before);
  restore?.end();
  const missed: Call[] = [];
  const succession = createSuccession({ base, handle, state, missed, own });
  const { revive } = succession;
  const devices = createDevices({
    asked,
    mode: state.mode,
    base,
    api: options['api'],
    device: state.device,
    host: state.host,
    bring: () => import('./device.ts').catch(revive),
  });
  const knowledge = createKnowledge({ base, manifest, lastGood: devices.lastGood });
  void knowledge.load(wanted);

  // SECURITY: what a page says about `*` must not reach inside; inline and important is the one thing it cannot undo.
  host.style.setProperty('all', 'initial', 'important');
  for (const css of [tokensCss, uiCss, searchCss, shellCss]) adopt(root, css);
  const look = createLook(host, options['accent'], signal);
  // A shell before this one may have been told another.
  const theme = host.dataset['theme'] ?? options['theme'];
  look.set(isTheme(theme) ? theme : 'auto');
  const launcher = takeLauncher(root, options, state, signal);

  const move = createMover({ state, devices, back: createReturn(launcher) });
  const lazies = createLazies({ state, devices, revive });
  void lazies.home.load().catch(() => {});
  const run = createRun({ state, knowledge, devices, move, look, lazies, signal, life: life.signal, missed });

  const place = document.createElement('div');
  root.append(place);
  render(h(App, { base, root, state, knowledge, move, lazies }), place);
  containKeys(root, { isOpen: state.open.get, onEscape: move.escape }, signal);
  signal.addEventListener('abort', () => {
    render(null, place);
    place.remove();
    devices.retire();
  });
  life.signal.addEventListener('abort', () => own.abort());

  const runVerb = (verb: string, args: unknown[]) => succession.run(run, verb, args);
  // In their order, and before anything happens that they want to hear of.
  const [, , , ...calls] = handle;
  handle.length = 3;
  for (const [verb, args] of calls) await runVerb(verb, args).catch(console.warn);
  if (open) move.show();
  // What went on behind the panel goes on.
  if (restore) lazies.commands.load().catch(() => {});
  else emit('ready', {});
  return runVerb;
};
