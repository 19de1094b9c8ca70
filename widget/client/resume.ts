import { createApi } from './api.ts';
import { lowerFlag } from './flag.ts';
import { startMail } from './mail.ts';
import { openStorage } from './storage.ts';

export interface ResumeOptions {
  /** Origin of the API, without a slash at the end. */
  api: string;
  /** As on the script tag. */
  storage: 'auto' | 'none';
  /** All unread replies; called once at the start and after every change. */
  onUnread: (count: number) => void;
  /** A reply came while the panel was closed. */
  onReply?: (reply: { reference: string; unread: number }) => void;
}

/**
 * Carries on where an earlier page stopped: sends what waits and reads the threads, while the panel is closed.
 * Loaded on idle when the flag is there. Answers its end, for the moment the panel takes over.
 */
export const resume = ({ api: origin, storage: mode, onUnread, onReply }: ResumeOptions): (() => void) => {
  const storage = openStorage(mode);
  const api = createApi({ origin, fetch: (...call) => fetch(...call), now: Date.now });
  const { outbox, requests, followUp } = startMail({ api, storage, now: Date.now });
  const count = async () => onUnread(await requests.unread());
  const stopListening = requests.on(({ reference, unread, reply }) => {
    void count();
    if (reply && unread > 0) onReply?.({ reference, unread });
  });
  void count();
  void Promise.all([outbox.messages(), requests.open()]).then(([waiting, open]) => {
    // Nothing left to carry on with: the next page need not load this.
    if (waiting.length === 0 && !open) lowerFlag();
  });
  return () => {
    stopListening();
    followUp.stop();
  };
};
