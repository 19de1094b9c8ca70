import { routes } from '../../api/contract/routes.ts';
import { type Message, message as messageContract, ticketReceipt } from '../../api/contract/ticket.ts';
import type { Answer, Api, Failure } from './api.ts';
import { backoffMs, isPermanent } from './backoff.ts';
import type { KeptRequest, QueuedMessage } from './queued.ts';

/** What one attempt came to: sent, or the message as it waits from now on. */
export type Attempt =
  | { kind: 'sent'; reference: string; request: KeptRequest }
  | { kind: 'sent'; reference: string; reply: Message }
  | { kind: 'failed'; message: QueuedMessage; failure: Failure };

const call = (api: Api, message: QueuedMessage): Promise<Answer> =>
  message.kind === 'ticket'
    ? api.send(routes.tickets, { method: 'POST', key: message.key, body: message.body })
    : api.send(routes.messages, {
        method: 'POST',
        key: message.key,
        capability: message.capability,
        body: { text: message.text },
      });

/** A 2xx counts only with what the API promises in it: something in between may answer 200 to anything. */
const readSent = (message: QueuedMessage, body: unknown): Attempt | undefined => {
  if (message.kind === 'reply') {
    const reply = messageContract.safeParse(body).data;
    return reply && { kind: 'sent', reference: message.reference, reply };
  }
  const receipt = ticketReceipt.safeParse(body);
  if (!receipt.success) return undefined;
  const { reference, capability, createdAt, firstReplyBy, destination, issue } = receipt.data;
  const request = {
    reference,
    capability,
    createdAt,
    firstReplyBy,
    ...(destination && { destination }),
    ...(issue && { issue }),
    topic: message.body.topic,
    key: message.key,
  };
  return { kind: 'sent', reference, request };
};

const reason = (failure: Failure): string =>
  failure.kind === 'problem' ? (failure.code ?? `http-${failure.status}`) : failure.kind;

const afterFailure = (message: QueuedMessage, failure: Failure, { now, random }: Clock): QueuedMessage => {
  const attempts = message.attempts + 1;
  const wait = failure.kind === 'problem' ? failure.retryAfterMs : undefined;
  const { notBefore: _, ...rest } = message;
  return {
    ...rest,
    attempts,
    why: reason(failure),
    state: isPermanent(failure) ? 'needs-attention' : 'waiting',
    nextAt: now() + backoffMs(attempts, random()),
    ...(wait === undefined ? {} : { notBefore: now() + wait }),
  };
};

export interface Clock {
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

/** Sends a message once. */
export const attempt = async (api: Api, message: QueuedMessage, clock: Clock): Promise<Attempt> => {
  const answer = await call(api, message);
  const sent = answer.ok ? readSent(message, answer.body) : undefined;
  if (sent) return sent;
  const failure: Failure = answer.ok ? { ok: false, kind: 'invalid-response' } : answer;
  return { kind: 'failed', message: afterFailure(message, failure, clock), failure };
};
