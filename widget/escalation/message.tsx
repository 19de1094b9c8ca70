import type { Message } from '../../api/contract/ticket.ts';
import type { QueuedReply } from '../client/queued.ts';
import type { Kit } from '../ui/kit.ts';
import { Written } from '../ui/written.tsx';
import { Attention } from './attention.tsx';
import { shortTime } from './when.ts';

/** What somebody wrote, as text: nothing in it is a picture or a script, and only the team's has links, to documents. */
export const MessageRow = ({ kit, message }: { kit: Kit; message: Message }) => {
  const { t, locale } = kit;
  const name = message.from === 'requester' ? t('thread.you') : (message.name ?? t('thread.agent'));
  return (
    <li class={`message ${message.from}`}>
      <p class="message-head">
        <strong>{name}</strong>
        <time dateTime={message.at}>{shortTime(message.at, kit.now(), locale)}</time>
      </p>
      <p class="message-text" dir="auto">
        {message.from === 'agent' ? <Written text={message.text} base={kit.base} /> : message.text}
      </p>
    </li>
  );
};

const waitingText = ({ t, storage }: Kit, message: QueuedReply): string => {
  if (message.attempts === 0) return t('thread.sending');
  return t(storage.persistent ? 'thread.kept' : 'thread.kept.memory');
};

/** A reply on its way, in the place where it will be. */
export const PendingReply = ({ kit, message }: { kit: Kit; message: QueuedReply }) => (
  <li class="message requester unsent">
    <p class="message-head">
      <strong>{kit.t('thread.you')}</strong>
      <span>{message.state === 'waiting' ? waitingText(kit, message) : kit.t('thread.refused')}</span>
    </p>
    {message.state === 'waiting' ? (
      <p class="message-text" dir="auto">
        {message.text}
      </p>
    ) : (
      <Attention kit={kit} message={message} />
    )}
  </li>
);
