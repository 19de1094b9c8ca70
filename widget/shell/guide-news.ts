import { walkthroughRoutes } from '../../api/contract/routes.ts';
import type { WalkthroughCount } from '../../api/contract/walkthrough-count.ts';
import type { Events } from '../public-api.ts';
import { emit } from './emit.ts';
import { type Guided, versionOf } from './guidance.ts';
import type { State } from './state.ts';

type Outcome = WalkthroughCount['outcome'];
type EventOf<O extends Outcome> = Events[`walkthrough-${O}`];
type Counted = { [field in keyof WalkthroughCount]: WalkthroughCount[field] | undefined };

/** Nobody is counted who does not want to be, and nothing is told twice. */
const mayCount = ({ mode, handle }: State): boolean =>
  !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl &&
  (mode.get() === 'auto' || handle[0]['storage'] === 'none');

/** Tells the page, and whoever counts, what has become of a walkthrough at a step. */
export const newsOf =
  (state: State, { id, locale, guide }: Guided) =>
  <O extends Outcome>(outcome: O, at: number, more: Omit<EventOf<O>, 'walkthrough' | 'step'>): void => {
    const step = guide.steps[at]!.id;
    const detail = { walkthrough: id, ...(outcome !== 'complete' && { step }), ...more };
    emit<`walkthrough-${Outcome}`>(`walkthrough-${outcome}`, detail as EventOf<O>);
    if (!mayCount(state)) return;
    const { reason } = more as Partial<EventOf<'blocked'>>;
    const [version] = /^[\w.+-]{1,40}$/.exec(versionOf(state) ?? '') ?? [];
    const body: Counted = { walkthrough: id, locale, step, outcome, reason, version };
    void state.device.get()?.api.send(walkthroughRoutes.counts, { method: 'POST', body });
  };
