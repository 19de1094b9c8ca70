import { type Mail, startMail } from '../client/mail.ts';
import type { Outcome } from '../client/outbox.ts';
import type { DeviceStorage } from '../client/storage.ts';
import type { Kit } from '../ui/kit.ts';

const running = new WeakMap<DeviceStorage, Mail>();

/** Events carry references and failure kinds: never a text, an address or a capability. */
const tellHost = ({ outbox, requests }: Mail, { emit }: Pick<Kit, 'emit'>): void => {
  const tellOutcome = async (outcome: Outcome) => {
    if (outcome.kind === 'sent' && outcome.firstReplyBy) {
      emit('escalated', { reference: outcome.reference, firstReplyBy: outcome.firstReplyBy });
    }
    if (outcome.kind !== 'postponed' && outcome.kind !== 'refused') return;
    const { failure, attempts } = outcome;
    const code = failure.kind === 'problem' ? failure.code : undefined;
    emit('error', { kind: failure.kind, ...(code === undefined ? {} : { code }) });
    if (outcome.kind === 'refused' || attempts > 1) return;
    const waiting = (await outbox.messages()).filter(({ state }) => state === 'waiting').length;
    emit('escalation-queued', { waiting });
  };
  outbox.on((outcome) => void tellOutcome(outcome));
  requests.on(({ reference, unread, reply }) => {
    if (reply && unread > 0) emit('reply', { reference, unread });
  });
};

/** The one mail of a storage: views come and go, what they sent goes on. */
export const mailOf = (kit: Pick<Kit, 'api' | 'storage' | 'now' | 'emit'>): Mail => {
  const known = running.get(kit.storage);
  if (known) return known;
  const mail = startMail(kit);
  running.set(kit.storage, mail);
  tellHost(mail, kit);
  return mail;
};

/** For `destroy`, and when the storage is replaced. */
export const stopMail = (storage: DeviceStorage): void => {
  running.get(storage)?.followUp.stop();
  running.delete(storage);
};
