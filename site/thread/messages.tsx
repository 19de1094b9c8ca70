import type { Message } from '../../api/contract/ticket.ts';
import { Written } from '../../widget/ui/written.tsx';
import type { Moments } from './moments.ts';

interface MessagesProps {
  messages: readonly Message[];
  moments: Moments;
  now: number;
  /** Who is shown above a message. */
  nameOf: (message: Message) => string;
  /** Said of the list as a whole. */
  label: string;
  /** What happened between them. */
  between?: readonly { at: string; step: string }[];
  /** Folder of the help center, an absolute URL ending in `/`: documents there are links in what the team wrote. */
  base?: string;
}

/**
 * What both sides wrote, oldest first.
 *
 * SECURITY: a message is text of somebody we do not know. It goes into text nodes only, `dir="auto"` keeps characters that
 * turn the writing direction inside their own message, and links are made of documents of the help center in what the team wrote.
 */
export const Messages = ({ messages, moments, now, nameOf, label, between = [], base }: MessagesProps) => (
  <ol class="messages" aria-label={label}>
    {[...messages, ...between].sort(byTime).map((message) =>
      'id' in message ? (
        <MessageItem key={message.id} message={message} by={nameOf(message)} moments={moments} now={now} base={base} />
      ) : (
        <li key={message.at + message.step} class="message-step">
          <span dir="auto">{message.step}</span>{' '}
          <time dateTime={message.at} title={moments.exact(message.at)}>
            {moments.by(message.at, now)}
          </time>
        </li>
      ),
    )}
  </ol>
);

/** Of the same instant, what was written comes before what followed from it. */
const byTime = (one: { at: string }, other: { at: string }): number =>
  one.at < other.at ? -1 : Number(one.at > other.at);

interface MessageItemProps {
  message: Message;
  by: string;
  moments: Moments;
  now: number;
  base?: string | undefined;
}

/** One of them, in a list. */
export const MessageItem = ({ message, by, moments, now, base }: MessageItemProps) => (
  <li class="message" data-from={message.from}>
    <p class="message-by">
      <bdi>{by}</bdi>
      <time dateTime={message.at} title={moments.exact(message.at)}>
        {moments.by(message.at, now)}
      </time>
    </p>
    <p class="message-text" dir="auto">
      {base !== undefined && message.from === 'agent' ? <Written text={message.text} base={base} /> : message.text}
    </p>
  </li>
);
