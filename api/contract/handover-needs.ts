import type { HandoverNote, HandoverSpot, WrittenField } from './handover.ts';

/** A field that has to be there, or one of two. */
type Need = readonly [WrittenField, ...WrittenField[]];

/** Who gets it without having had it before starts from these. */
const up: readonly Need[] = [['problem'], ['goal'], ['impact'], ['expected'], ['actual'], ['tried'], ['nextAction']];
/** Nobody is behind the last tier: where to begin has to be said. */
const last: readonly Need[] = [['since'], ['hypothesis', 'blocker']];
/** Who gets it back knows the problem, and not what came of it. */
const down: readonly Need[] = [['found'], ['nextAction']];
/** Another group of the same tier. */
const aside: readonly Need[] = [['problem'], ['nextAction']];

function needsOf({ from, to, isNew }: Move): readonly Need[] {
  if (to.tier < from.tier) return isNew ? up : down;
  if (to.tier === from.tier) return aside;
  return to.tier === 3 ? [...up, ...last] : up;
}

interface Move {
  from: Pick<HandoverSpot, 'tier'>;
  to: Pick<HandoverSpot, 'tier'>;
  /** Nobody of the tier has had it. */
  isNew?: boolean | undefined;
}

/** Fields that are asked for, in the order in which they are: of two that would do, both. */
export const neededFields = (move: Move): WrittenField[] => needsOf(move).flat();

const isThere = (note: HandoverNote, field: WrittenField): boolean => {
  const value = note[field];
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value.length > 0;
};

/** What whoever gets a ticket needs to know and the note does not say. Of two that would do, the first is named. */
export const missing = (note: HandoverNote, move: Move): WrittenField[] =>
  needsOf(move).flatMap((need) => (need.some((field) => isThere(note, field)) ? [] : [need[0]]));
