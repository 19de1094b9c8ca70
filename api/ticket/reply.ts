import { type Message, message as messageContract, type Status } from '../contract/ticket.ts';
import { hashOf, randomId } from '../secrets.ts';
import type { Person, StoredMessage, StoredThread } from '../store/store.ts';
import { type Changed, change, type Kept, type Refusal, type Step } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { waitsFor } from './issue/waits.ts';
import { type Attempt, once } from './once.ts';
import { type Outcome, refused } from './outcome.ts';
import { partedStep, setStep } from './parted.ts';
import { shownMessage } from './shown.ts';
import { statusStep } from './status.ts';
import { actorOf, ticketFor } from './viewer.ts';

/** A requester's message in the thread of `capability`. A solved ticket becomes open again; a closed one refuses. */
export async function addMessage(
  deps: TicketDeps,
  capability: string,
  { key, text }: { key: string; text: string },
): Promise<Outcome<Message>> {
  const capabilityHash = await hashOf(capability);
  const attempt = { scope: `message ${capabilityHash}`, key, body: { text } };
  return append(deps, attempt, {
    words: { from: 'requester', name: undefined, text },
    unknown: 'capability-unknown',
    run: (message, kept) =>
      change(deps, {
        find: () => deps.store.threadByCapability(capabilityHash),
        actor: { kind: 'requester' },
        kept,
        step: (thread) => requesterStep(thread, message),
      }),
  });
}

/** It is no longer the requester that the ticket waits for. */
function requesterStep(thread: StoredThread, message: StoredMessage): Step | Refusal {
  const { status } = thread.ticket;
  if (status === 'closed') return { refused: 'conflict' };
  const said: Step = { events: [{ kind: 'message', message: message.id }], message };
  // Whoever writes here is not answered elsewhere.
  if (thread.ticket.mergedInto !== undefined) return joinedSteps(said, partedStep(thread));
  // Whoever waits for a known issue and adds something is heard before it is solved.
  const waits = status === 'on-hold' && waitsFor(thread) !== undefined;
  return status === 'pending' || status === 'solved' || waits
    ? joinedSteps(said, statusStep(thread, { to: 'open' }))
    : said;
}

interface Reply {
  key: string;
  text: string;
  /** Holds after it. */
  status: Status;
  agent: Person;
}

/** An agent's answer, and the status after it. */
export async function agentReply(
  deps: TicketDeps,
  ticketId: string,
  { key, text, status, agent }: Reply,
): Promise<Outcome<Message>> {
  const attempt = { scope: `reply ${ticketId}`, key, body: { text, status } };
  return append(deps, attempt, {
    words: { from: 'agent', name: agent.name, text },
    unknown: 'not-found',
    run: (message, kept) =>
      change(deps, {
        find: () => ticketFor(deps, agent, ticketId),
        actor: actorOf(agent),
        kept,
        step: (thread) => agentStep(thread, message, status),
      }),
  });
}

function agentStep(thread: StoredThread, message: StoredMessage, to: Status): Step | Refusal {
  const { status, firstRepliedAt = message.at } = thread.ticket;
  if (status === 'closed') return { refused: 'conflict' };
  const said: Step = { set: { firstRepliedAt }, events: [{ kind: 'message', message: message.id }], message };
  return joinedSteps(said, setStep(thread, { to }));
}

export const joinedSteps = (one: Step, other: Step): Step => ({
  ...one,
  ...other,
  set: { ...one.set, ...other.set },
  events: [...one.events, ...other.events],
});

interface Append {
  words: Pick<StoredMessage, 'from' | 'name' | 'text'>;
  run: (message: StoredMessage, kept: Kept) => Promise<Changed>;
  /** What it means that there is no such ticket. */
  unknown: 'capability-unknown' | 'not-found';
}

const append = (deps: TicketDeps, attempt: Attempt, { words, run, unknown }: Append): Promise<Outcome<Message>> =>
  once<Message>(deps, attempt, {
    work: async (claim) => {
      const message = { id: randomId(deps.random), at: deps.now(), ...words };
      const body = shownMessage(message);
      const result = await run(message, { claim, answer: { status: 201, body: JSON.stringify(body) } });
      if (result.kind === 'claim-lost') return undefined;
      if (result.kind === 'unknown') return refused(unknown);
      if (result.kind === 'refused') return refused(result.code);
      return { kind: 'answer', status: 201, body, replayed: false };
    },
    replay: async ({ answer }) => messageContract.parse(JSON.parse(answer.body)),
  });
