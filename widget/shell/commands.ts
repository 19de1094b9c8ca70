import type { Call, Run } from '../loader/handle.ts';
import { createActions, type Parts } from './actions.ts';
import { followRequests } from './follow-requests.ts';
import { keepAttached } from './keep-attached.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createVerbs } from './verbs.ts';

/** Everything a host page can say, and what goes on behind the panel: code that comes right after the panel's. */
export const createCommands = (parts: Parts): Run => {
  followRequests(parts);
  keepAttached(parts.signal);
  const run = createVerbs({ ...createActions(parts), ...createSubscriptions(parts.state.listeners, parts.life) });
  const catchUp = async ([verb, args]: Call) => run(verb, args);
  for (const call of parts.missed.splice(0)) catchUp(call).catch(console.warn);
  return run;
};
