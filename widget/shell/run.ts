import type { Run } from '../loader/handle.ts';
import type { Parts } from './actions.ts';

/** Runs verbs. What opens the panel waits for nothing; the others have code of their own. */
export const createRun = (parts: Parts): Run => {
  const { state, move, lazies } = parts;
  let others: Promise<Run> | undefined;
  const load = () => {
    others ??= lazies.commands.load().then(({ createCommands }) => createCommands(parts));
    others.catch(() => {
      others = undefined;
    });
    return others;
  };
  return async (verb, args) => {
    if (verb === 'toggle') return state.open.get() ? move.hide() : move.show();
    if (verb === 'open' && args[0] === undefined) return move.show();
    return (await load())(verb, args);
  };
};
