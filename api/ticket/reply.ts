import { type Message, message as messageContract, type Status } from '../contract/ticket.ts';
import { hashOf, randomId } from '../secrets.ts';
import type { Append, AppendResult, StoredMessage } from '../store/store.ts';
import type { TicketDeps } from './deps.ts';
import { type Attempt, once } from './once.ts';
import { type Outcome, refused } from './outcome.ts';
import { shownMessage } from './shown.ts';

/** A requester's message in the thread of `capability`. A solved ticket becomes open again; a closed one refuses. */
export async function addMessage(
  deps: TicketDeps,
  capability: string,
  { key, text }: { key: string; text: string },
): Promise<Outcome<Message>> {
  const capabilityHash = await hashOf(capability);
  const attempt = { scope: `message ${capabilityHash}`, key, body: { text } };
  return append(
    deps,
    attempt,
    { from: 'requester', name: undefined, text },
    {
      run: (message) => deps.store.appendMessage(capabilityHash, message),
      unknown: 'capability-unknown',
    },
  );
}

/** An agent's answer, and the status after it. */
export async function agentReply(
  deps: TicketDeps,
  ticketId: string,
  reply: { key: string; text: string; status: Status; agent: string },
): Promise<Outcome<Message>> {
  const { key, text, status, agent } = reply;
  const attempt = { scope: `reply ${ticketId}`, key, body: { text, status } };
  return append(
    deps,
    attempt,
    { from: 'agent', name: agent, text },
    {
      run: (message) => deps.store.agentReply(ticketId, status, message),
      unknown: 'not-found',
    },
  );
}

interface Command {
  run: (append: Append) => Promise<AppendResult>;
  /** What it means that there is no such ticket. */
  unknown: 'capability-unknown' | 'not-found';
}

function append(
  deps: TicketDeps,
  attempt: Attempt,
  words: Pick<StoredMessage, 'from' | 'name' | 'text'>,
  { run, unknown }: Command,
): Promise<Outcome<Message>> {
  return once<Message>(deps, attempt, {
    work: async (claim) => {
      const message = { id: randomId(deps.random), at: deps.now(), ...words };
      const body = shownMessage(message);
      const result = await run({ message, claim, answer: { status: 201, body: JSON.stringify(body) } });
      if (result === 'claim-lost') return undefined;
      if (result === 'unknown') return refused(unknown);
      if (result === 'closed') return refused('conflict');
      return { kind: 'answer', status: 201, body, replayed: false };
    },
    replay: async ({ answer }) => messageContract.parse(JSON.parse(answer.body)),
  });
}
