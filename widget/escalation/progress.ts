import { useEffect, useState } from 'preact/hooks';
import type { QueuedMessage } from '../client/queued.ts';
import type { KnownRequest } from '../client/requests.ts';
import type { Kit } from '../ui/kit.ts';
import { mailOf } from './mail.ts';

/** Where a message is. */
export type Progress =
  | { kind: 'waiting'; message: QueuedMessage }
  | { kind: 'needs-attention'; message: QueuedMessage }
  | { kind: 'sent'; request: KnownRequest }
  | { kind: 'gone' };

const readProgress = async (kit: Kit, key: string): Promise<Progress> => {
  const { outbox, requests } = mailOf(kit);
  const message = (await outbox.messages()).find((one) => one.key === key);
  if (message) return { kind: message.state, message };
  const request = (await requests.list()).find((one) => one.key === key);
  return request ? { kind: 'sent', request } : { kind: 'gone' };
};

/** Follows a ticket from the device to the team. Undefined until it is known. */
export const useProgress = (kit: Kit, key: string): Progress | undefined => {
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    let here = true;
    const look = async () => {
      const next = await readProgress(kit, key);
      if (here) setProgress(next);
    };
    const stop = mailOf(kit).outbox.on((outcome) => {
      if (outcome.key === key) void look();
    });
    void look();
    return () => {
      here = false;
      stop();
    };
  }, [kit.storage, key]);
  return progress;
};

/** Everything on its way, kept up to date. Undefined until it is known. */
export const useOutbox = (kit: Kit): QueuedMessage[] | undefined => {
  const [messages, setMessages] = useState<QueuedMessage[]>();
  useEffect(() => {
    let here = true;
    const { outbox } = mailOf(kit);
    const look = async () => {
      const next = await outbox.messages();
      if (here) setMessages(next);
    };
    const stop = outbox.on(() => void look());
    void look();
    return () => {
      here = false;
      stop();
    };
  }, [kit.storage]);
  return messages;
};
