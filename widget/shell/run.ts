import type { Run } from '../loader/handle.ts';
import type { Parts } from './actions.ts';
import { note } from './missed.ts';

/** Runs verbs. What opens the panel waits for nothing; the others have code of their own. */
export const createRun = (parts: Parts): Run => {
  const { state, move, lazies, missed } = parts;
  let others: Promise<Run> | undefined;
  const load = () => {
    others ??= lazies.commands.load().then(({ createCommands }) => createCommands(parts));
    others.catch(() => {
      others = undefined;
    });
    return others;
  };
  // What goes on behind the panel begins as soon as its code is there, whether or not a verb is said.
  lazies.commands.state.on(({ status }) => {
    if (status === 'ready') void load();
  });
  return async (verb, args) => {
    if (verb === 'toggle') return state.open.get() ? move.hide() : move.show();
    if (verb === 'open' && args[0] === undefined) return move.show();
    // Beside the code of the verbs, not after it.
    if (verb === 'walkthrough') import('./begin.ts').catch(() => {});
    const run = await load().catch((cause) => {
      note(missed, verb, args);
      throw cause;
    });
    return run(verb, args);
  };
};
