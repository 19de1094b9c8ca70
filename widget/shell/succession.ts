import type { Call, Handle, Run, ShellModule } from '../loader/handle.ts';
import { askManifest } from '../search/knowledge.ts';
import { isManifest } from '../search/manifest.ts';
import type { Restore } from './shell.ts';
import type { State } from './state.ts';

interface SuccessionOptions {
  base: string;
  handle: Handle;
  state: State;
  /** What this shell could not hear. */
  missed: Call[];
  /** Ends this shell. */
  own: AbortController;
}

/**
 * After a deploy a chunk of this build may be gone. The shell of the new build then takes over at the same place, once:
 * when the manifest still names this very shell, the network is what is missing.
 */
export const createSuccession = ({ base, handle, state, missed, own }: SuccessionOptions) => {
  let successor: Run | undefined;
  let taking: Promise<void> | undefined;

  const takeOver = async () => {
    const manifest = await askManifest(base);
    if (own.signal.aborted || !isManifest(manifest)) return;
    const url = base + manifest.widget.shell;
    if (url === import.meta.url) return;
    const shell: ShellModule & { start(...args: [...Parameters<ShellModule['start']>, Restore]): Promise<Run> } =
      await import(/* @vite-ignore */ url);
    const restore: Restore = { before: state, open: state.open.get(), end: () => own.abort() };
    successor = await shell.start([...handle, ...missed], Promise.resolve(manifest), restore);
  };
  /** Several chunks are missed at once; one shell takes over. */
  const revive = async (cause: unknown): Promise<never> => {
    taking ??= takeOver().catch(() => {});
    const attempt = taking;
    await attempt;
    // Another may be under way by now.
    if (!successor && taking === attempt) taking = undefined;
    throw cause;
  };
  return {
    revive,
    /** Runs a verb, in the shell that took over where one did, even while the verb was under way. */
    async run(run: Run, verb: string, args: unknown[]): Promise<unknown> {
      const first = successor;
      try {
        return await (first ?? run)(verb, args);
      } catch (cause) {
        if (first || !successor) throw cause;
        return successor(verb, args);
      }
    },
  };
};
