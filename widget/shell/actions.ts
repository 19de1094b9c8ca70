import type { DocumentId } from '../../content/schema/name.ts';
import { isLed } from '../client/flag.ts';
import { loadLanguage } from '../i18n/language.ts';
import type { Call } from '../loader/handle.ts';
import type { KnowledgeSource } from '../search/knowledge.ts';
import { findRecord } from '../search/records.ts';
import { Refusal } from './arguments.ts';
import { contentOf } from './content-of.ts';
import type { Devices } from './devices.ts';
import { emit } from './emit.ts';
import { atHome } from './history.ts';
import { addMessages, type Lazies } from './lazies.ts';
import type { Mover } from './move.ts';
import { startGuide } from './start-guide.ts';
import type { State } from './state.ts';
import type { createLook } from './theme.ts';
import type { Actions } from './verbs.ts';

declare const __VERSION__: string;

export interface Parts {
  state: State;
  knowledge: KnowledgeSource;
  devices: Devices;
  move: Mover;
  look: ReturnType<typeof createLook>;
  lazies: Lazies;
  /** Ends this shell. */
  signal: AbortSignal;
  /** Ends the widget. */
  life: AbortSignal;
  /** What was said while this code could not be had; the next that comes runs it. */
  missed: Call[];
}

/** What the verbs do. */
export const createActions = ({
  state,
  knowledge,
  devices,
  move,
  look,
  lazies,
  signal,
}: Parts): Omit<Actions, 'on' | 'once' | 'off'> => {
  /** Takes everything of ours off this device, and goes on with nothing. */
  const wipe = async () => {
    const device = state.device.get();
    devices.retire();
    await (await devices.bring()).wipeDevice(device);
  };
  /** Another storage from here on; an open panel and a walkthrough that leads the page go on with it. */
  const renew = async () => {
    devices.retire();
    state.unread.set(0);
    state.requests.set(0);
    if (state.open.get() || state.led.get()) await devices.open();
  };
  const guide: Actions['guide'] = async (id, wish) => {
    devices.bring().catch(() => {});
    try {
      return await startGuide({ state, knowledge, move, lazies, open: devices.open }, id, wish);
    } catch (cause) {
      // Another shell may have taken over: the verb is said to that one. Or there is no such step.
      if (signal.aborted || cause instanceof Refusal) throw cause;
      return wish.offer ? undefined : id;
    }
  };
  // A page that comes back as it was left: the tab has gone on since, or is done with it.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      const led = state.led.get();
      if (!persisted || !led || state.mode.get() !== 'auto') return;
      led.end.abort();
      state.led.set(undefined);
      if (isLed()) guide(undefined, {}).catch(() => {});
    },
    { signal },
  );
  return {
    show: move.show,
    replace: move.replace,
    hide: move.hide,
    async resolve(ids: DocumentId[]) {
      const content = await contentOf(knowledge);
      const record = await findRecord(content, ids);
      if (!record) throw new Error(`no document ${ids[0]}`);
      return record.id;
    },
    guide,
    inspect: () => lazies.late(import('./inspect.tsx')).then(({ inspect }) => inspect({ state, knowledge, move })),
    suggest: state.suggested.set,
    identify: state.identity.set,
    async logout() {
      state.led.get()?.leave();
      await wipe();
      state.identity.set({});
      state.host.set({ facts: {}, page: null });
      state.history.set(atHome);
      await renew();
    },
    context(values) {
      const { facts, page } = state.host.get();
      state.host.set({ facts: { ...facts, ...values }, page });
      state.device.get()?.trail.host(values);
    },
    page(page) {
      state.host.set({ ...state.host.get(), page });
      state.device.get()?.trail.page(page);
    },
    async locale(locale) {
      const [language] = await Promise.all([loadLanguage([locale]), knowledge.load([locale])]);
      state.wanted.set([locale]);
      state.language.set(language);
      for (const { state: loaded } of [lazies.reading, lazies.person]) {
        const now = loaded.get();
        if (now.status === 'ready') await addMessages(state, now.module);
      }
    },
    theme: look.set,
    async consent({ storage }) {
      const kept = state.device.get()?.storage.persistent;
      state.mode.set(storage ? devices.asked : 'refused');
      if (!storage) await wipe();
      if (!storage || kept === false) await renew();
      emit('consent', { storage });
    },
    info() {
      const known = knowledge.state.get();
      return {
        version: __VERSION__,
        build: known.status === 'ready' ? known.manifest.build : '',
        locale: state.language.get().locale,
        open: state.open.get(),
        unread: state.unread.get(),
        storage: state.mode.get() === 'auto' && (state.device.get()?.storage.persistent ?? true),
      };
    },
  };
};
