import { fetchOpened, openJson } from '../search/fetch-sealed.ts';
import { find } from '../search/rows.ts';
import type { Kit } from '../ui/kit.ts';
import type { Shell } from './app.tsx';
import { emit } from './emit.ts';
import { audienceOf } from './state.ts';

/** What changes while the panel is used, and what only the open device has. */
export type KitParts = { shell: Shell } & Pick<
  Kit,
  'storage' | 'trail' | 'api' | 't' | 'locale' | 'settings' | 'announce'
>;

export const makeKit = ({ shell, ...parts }: KitParts): Kit => {
  const { base, state, knowledge, move } = shell;
  return {
    ...parts,
    base,
    emit,
    now: Date.now,
    open(route) {
      // A form that was sent is no place to come back to: it would be empty.
      const isSent = route.view === 'thread' && state.history.get().at(-1)?.view === 'contact';
      (isSent ? move.replace : move.go)(route);
    },
    async routing() {
      const now = knowledge.state.get();
      const file = now.status === 'loading' ? undefined : now.manifest?.routing;
      if (!file) return undefined;
      const fetched = await fetchOpened(base + file, (bytes) => openJson('T', bytes));
      return fetched.ok ? fetched.value : undefined;
    },
    async find(words, limit) {
      const now = knowledge.state.get();
      if (now.status !== 'ready') return [];
      const audience = audienceOf(state.host.get());
      return find(now.content, words, { limit, audience }).rows.map(({ record }) => record);
    },
  };
};
