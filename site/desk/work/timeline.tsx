import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { DeskNote } from '../../../api/contract/desk-change.ts';
import type { Message } from '../../../api/contract/ticket.ts';
import { MessageItem } from '../../thread/messages.tsx';
import type { DeskKit } from '../kit.ts';
import { DocumentName } from '../knowledge/document-name.tsx';
import { plain } from '../plain.ts';
import { type HistoryLine, historyOf } from './history.ts';

interface TimelineProps {
  kit: DeskKit;
  ticket: DeskTicket;
  now: number;
}

type Entry =
  | { kind: 'message'; at: string; message: Message }
  | { kind: 'note'; at: string; note: DeskNote }
  | { kind: 'event'; at: string; line: HistoryLine };

/** Everything in the order in which it happened: what both sides wrote, notes of the desk, and what was done. */
export const Timeline = ({ kit, ticket, now }: TimelineProps) => {
  const { t, moments } = kit;
  const nameOf = ({ from, name }: Message): string =>
    from === 'agent' ? (name ?? t('ticket.agent')) : plain(ticket.requester.name ?? t('ticket.requester'));
  return (
    <ol class="messages" aria-label={t('ticket.thread')}>
      {entriesOf(kit, ticket).map((entry) => {
        if (entry.kind === 'message') {
          const { message } = entry;
          return <MessageItem key={message.id} message={message} by={nameOf(message)} moments={moments} now={now} />;
        }
        if (entry.kind === 'note') return <Note key={entry.note.id} kit={kit} note={entry.note} now={now} />;
        const { id, text, at, isUrgent, document } = entry.line;
        return (
          <li key={id} class="happened" data-urgent={isUrgent}>
            <span>
              {text}
              {document !== undefined && (
                <>
                  {' '}
                  <DocumentName kit={kit} id={document} locale={ticket.locale} />
                </>
              )}
            </span>{' '}
            <time dateTime={at} title={moments.exact(at)}>
              {moments.by(at, now)}
            </time>
          </li>
        );
      })}
    </ol>
  );
};

/** Of what happened at one instant, words come before what was done with them. */
const order = { message: 0, note: 1, event: 2 } as const;

function entriesOf(kit: DeskKit, { messages, notes, events }: DeskTicket): Entry[] {
  const entries: Entry[] = [
    ...messages.map((message) => ({ kind: 'message' as const, at: message.at, message })),
    ...notes.map((note) => ({ kind: 'note' as const, at: note.at, note })),
    ...historyOf(kit, events).map((line) => ({ kind: 'event' as const, at: line.at, line })),
  ];
  return entries.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || order[one.kind] - order[other.kind]);
}

const Note = ({ kit: { t, moments }, note, now }: { kit: DeskKit; note: DeskNote; now: number }) => (
  <li class="message" data-from="note">
    <p class="message-by">
      <span>
        <bdi>{plain(note.author.name)}</bdi> <span class="note-mark">{t('note.mark')}</span>
      </span>
      <time dateTime={note.at} title={moments.exact(note.at)}>
        {moments.by(note.at, now)}
      </time>
    </p>
    <p class="message-text" dir="auto">
      {note.text}
    </p>
  </li>
);
