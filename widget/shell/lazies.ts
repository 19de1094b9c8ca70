import { withMessages } from '../i18n/language.ts';
import type { Catalogue } from '../i18n/translate.ts';
import type { Devices } from './devices.ts';
import { createLazy } from './lazy.ts';
import type { State } from './state.ts';

interface LazyOptions {
  state: State;
  devices: Devices;
  /** After a deploy a chunk may be gone. */
  revive: (cause: unknown) => Promise<never>;
}

type WithMessages = { loadMessages: (locale: string) => Promise<Catalogue> };

/** Makes the words of a chunk known before its views are shown. */
export const addMessages = async ({ language }: State, { loadMessages }: WithMessages): Promise<void> => {
  const messages = await loadMessages(language.get().locale);
  language.set(withMessages(language.get(), messages));
};

/** What comes after search, each as a chunk of its own. */
export const createLazies = ({ state, devices, revive }: LazyOptions) => {
  const worded = async <T extends WithMessages>(bring: Promise<T>): Promise<T> => {
    const module = await bring;
    await addMessages(state, module);
    return module;
  };
  /** Code with words of its own. */
  const late = <T extends WithMessages>(bring: Promise<T>): Promise<T> => worded(bring).catch(revive);
  const bringPerson = async () => {
    const module = await late(import('./person.tsx'));
    devices.onRetire = ({ storage }) => module.stopMail(storage);
    return module;
  };
  return {
    home: createLazy(() => late(import('./home.tsx'))),
    late,
    reading: createLazy(() => late(import('./reading.ts'))),
    person: createLazy(bringPerson),
    redact: createLazy(() => import('./tell.ts').catch(revive)),
    commands: createLazy(() => import('./commands.ts').catch(revive)),
  };
};
export type Lazies = ReturnType<typeof createLazies>;
