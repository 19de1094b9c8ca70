import type { Actor, TicketEvent } from '../contract/event.ts';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import { randomId } from '../secrets.ts';
import { StoreUnavailable } from '../store/statement.ts';
import type {
  Claim,
  KeptAnswer,
  NewEvent,
  StoredHandover,
  StoredMessage,
  StoredNote,
  StoredThread,
  TicketChange,
  TicketSet,
} from '../store/store.ts';
import type { TicketDeps } from './deps.ts';
import { withNotes } from './handover/automatic.ts';
import { after, settle } from './settle.ts';

/** What a command does to a ticket as it finds it. */
export interface Step {
  set?: TicketSet;
  events: TicketEvent[];
  message?: StoredMessage;
  note?: StoredNote;
  handovers?: readonly StoredHandover[];
}

/** Why a command does nothing. */
export interface Refusal {
  refused: ProblemCode;
  /** Fields of the request that it is about. */
  errors?: Problem['errors'];
}

export type Changed =
  | { kind: 'changed'; thread: StoredThread }
  | { kind: 'refused'; code: ProblemCode; errors?: Problem['errors'] }
  | { kind: 'unknown' }
  | { kind: 'claim-lost' };

export interface Kept {
  claim: Claim;
  answer: KeptAnswer;
}

interface Command {
  /** Reads the ticket, within what whoever asks may see. */
  find: () => Promise<StoredThread | undefined>;
  actor: Actor;
  /** Decides by the ticket as it is; asked again when somebody else was quicker. */
  step: (thread: StoredThread) => Step | Refusal;
  kept?: Kept;
}

/** Of many at once, one gets through each time; more than this is no work of people. */
export const mostTries = 200;

/**
 * The one way to change a ticket: read it, decide, let the clocks say what follows, and write all of it if nobody else has
 * changed the ticket in between.
 */
export async function change(deps: TicketDeps, { find, actor, step, kept }: Command): Promise<Changed> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const thread = await find();
    if (!thread) return { kind: 'unknown' };
    const wanted = step(thread);
    if ('refused' in wanted) return { kind: 'refused', code: wanted.refused, errors: wanted.errors };
    const made = changeOf(deps, { thread, step: wanted, actor });
    const result = await deps.store.changeTickets([made.change], kept);
    if (result === 'changed') return { kind: 'changed', thread: made.thread };
    if (result === 'claim-lost') return { kind: 'claim-lost' };
  }
  throw new StoreUnavailable('A ticket changed too often to be changed.');
}

/** A step with what the clocks make of it, and the ticket after both. */
export function changeOf(
  { routing, now, random }: TicketDeps,
  { thread, step, actor }: { thread: StoredThread; step: Step; actor: Actor },
): { change: TicketChange; thread: StoredThread } {
  const at = now();
  const { set = {}, events, message, note } = step;
  const written = step.handovers ?? [];
  const handedOver = { ...thread, handovers: [...thread.handovers, ...written] };
  const stepped = after(handedOver, { set, events }, at, actor);
  const clocked = settle(stepped, routing, at);
  const noted = withNotes(stepped, clocked, at, () => randomId(random));
  const settled = { set: clocked.set, events: noted.events };
  const handovers = [...written, ...noted.handovers];
  const system: Actor = { kind: 'system' };
  const change: TicketChange = {
    id: randomId(random),
    ticketId: thread.ticket.id,
    version: thread.ticket.version,
    at,
    set: { ...set, ...settled.set },
    isActivity: events.length > 0,
    events: [
      ...events.map((event): NewEvent => ({ actor, event })),
      ...settled.events.map((event): NewEvent => ({ actor: system, event })),
    ],
    ...(message && { message }),
    ...(note && { note }),
    ...(handovers.length > 0 && { handovers }),
  };
  const done = after(stepped, settled, at);
  return {
    change,
    thread: {
      ...done,
      ticket: { ...done.ticket, version: done.ticket.version + 1 },
      messages: message ? [...done.messages, message] : done.messages,
      notes: note ? [...done.notes, note] : done.notes,
      handovers: [...thread.handovers, ...handovers],
    },
  };
}
