import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { DeskHandover } from '../../../api/contract/handover.ts';

/** That a group had a request. */
export interface Stay {
  tier: number;
  group: string;
  from: string;
  /** Nothing while they have it. */
  until: string | undefined;
  /** By which it came to them. */
  handover: DeskHandover | undefined;
}

/** Who had it when, the newest first. */
export const staysOf = ({ events, handovers }: Pick<DeskTicket, 'events' | 'handovers'>): Stay[] => {
  const starts = events.flatMap(({ at, event }) => {
    if (event.kind === 'created') return [{ ...event.place, from: at, handover: undefined }];
    if (event.kind !== 'placed' || event.from.group === event.to.group) return [];
    return [{ ...event.to, from: at, handover: handovers.find(({ id }) => id === event.note) }];
  });
  return starts
    .map(({ tier, group, from, handover }, place) => ({ tier, group, from, until: starts[place + 1]?.from, handover }))
    .toReversed();
};
