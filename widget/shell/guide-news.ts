import { walkthroughRoutes } from '../../api/contract/routes.ts';
import type { WalkthroughCount } from '../../api/contract/walkthrough-count.ts';
import type { Events } from '../public-api.ts';
import { emit } from './emit.ts';
import { type Guided, versionOf } from './guidance.ts';
import type { State } from './state.ts';

type Outcome = WalkthroughCount['outcome'];
type EventOf<O extends Outcome> = Events[`walkthrough-${O}`];
type Counted = { [field in keyof WalkthroughCount]: WalkthroughCount[field] | undefined };

/** Nobody is counted who does not want to be. */
const mayCount = ({ mode }: State): boolean =>
  !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl && mode.get() !== 'refused';

/** Tells the page, and whoever counts, what has become of a walkthrough at a step. */
export const newsOf = (state: State, { id, locale }: Guided) => {
  // The end of the widget takes the device away, and is news as well.
  const api = state.device.get()?.api;
  return <O extends Outcome>(outcome: O, step: string, more: Omit<EventOf<O>, 'walkthrough' | 'step'>): void => {
    const detail = { walkthrough: id, ...(outcome !== 'complete' && { step }), ...more };
    emit<`walkthrough-${Outcome}`>(`walkthrough-${outcome}`, detail as EventOf<O>);
    if (!mayCount(state)) return;
    const { reason } = more as Partial<EventOf<'blocked'>>;
    const body: Counted = { walkthrough: id, locale, step, outcome, reason, version: versionOf(state) };
    void api?.send(walkthroughRoutes.counts, { method: 'POST', body });
  };
};
