import type { Handle, Run, ShellModule } from '../loader/handle.ts';
import { askManifest } from '../search/knowledge.ts';
import { isManifest } from '../search/manifest.ts';
import type { Restore } from './shell.ts';
import type { State } from './state.ts';

interface SuccessionOptions {
  base: string;
  handle: Handle;
  state: State;
  /** Ends this shell. */
  own: AbortController;
}

/**
 * After a deploy a chunk of this build may be gone. The shell of the new build then takes over at the same place, once:
 * when the manifest still names this very shell, the network is what is missing.
 */
export const createSuccession = ({ base, handle, state, own }: SuccessionOptions) => {
  let successor: Run | undefined;

  const revive = async (cause: unknown): Promise<never> => {
    const manifest = await askManifest(base);
    if (own.signal.aborted || !isManifest(manifest)) throw cause;
    const url = base + manifest.widget.shell;
    if (url === import.meta.url) throw cause;
    const shell: ShellModule & { start(...args: [...Parameters<ShellModule['start']>, Restore]): Promise<Run> } =
      await import(/* @vite-ignore */ url);
    const restore: Restore = { history: state.history.get(), open: state.open.get() };
    own.abort();
    successor = await shell.start(handle, Promise.resolve(manifest), restore);
    throw cause;
  };
  return { revive, run: () => successor };
};
