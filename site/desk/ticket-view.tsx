import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { DeskTicket } from '../../api/contract/desk.ts';
import { type Message, status as statusContract } from '../../api/contract/ticket.ts';
import { Button } from '../../widget/ui/button.tsx';
import { Notice } from '../../widget/ui/notice.tsx';
import type { Draft } from '../thread/drafts.ts';
import { Messages } from '../thread/messages.tsx';
import { ReplyBox } from '../thread/reply-box.tsx';
import { refusedWith } from '../thread/result.ts';
import { type Live, useLive } from '../thread/use-live.ts';
import { useReachable } from '../thread/use-reachable.ts';
import { sendKeys } from './keys.ts';
import type { DeskKit } from './kit.ts';
import { plain } from './plain.ts';
import { type Alike, SidePanel } from './side-panel.tsx';
import { TicketSkeleton } from './skeletons.tsx';
import { TicketHead } from './ticket-head.tsx';

interface TicketViewProps {
  kit: DeskKit;
  id: string;
  now: number;
  /** The reply's field, to be focused by a key. */
  area: RefObject<HTMLTextAreaElement | null>;
  onBack: () => void;
  onSignedOut: () => void;
  /** It was in view as it is now. */
  onSeen: (ticket: DeskTicket) => void;
  /** The agent changed it: the list is behind. */
  onChanged: () => void;
  announce: (text: string) => void;
  /** Others that report the same, and where they are. */
  alike: Alike;
}

/** The open ticket: conversation and reply in the middle, facts on the right. Give it the id as `key`. */
export const TicketView = (props: TicketViewProps) => {
  const { kit, id, now, onBack, onSignedOut, onSeen } = props;
  const live = useLive(() => kit.client.ticket(id), {
    name: id,
    first: 5_000,
    longest: 60_000,
    random: kit.random,
  });
  const [pane, setPane] = useState<'thread' | 'side'>('thread');
  const { value: ticket, failure } = live;
  useEffect(() => {
    if (refusedWith(failure, 'signed-out')) onSignedOut();
  }, [failure]);
  useEffect(() => {
    if (ticket) onSeen(ticket);
  }, [ticket?.updatedAt]);

  if (!ticket) return <NoTicket kit={kit} live={live} onBack={onBack} />;
  return (
    <div class="open" data-pane={pane}>
      <Conversation {...props} live={live} ticket={ticket} onSide={() => setPane('side')} />
      <SidePanel kit={kit} ticket={ticket} now={now} alike={props.alike} onBack={() => setPane('thread')} />
    </div>
  );
};

interface NoTicketProps {
  kit: DeskKit;
  live: Live<DeskTicket>;
  onBack: () => void;
}

const NoTicket = ({ kit: { t }, live, onBack }: NoTicketProps) => {
  if (!live.failure) return <TicketSkeleton label={t('ticket.loading')} />;
  const missing = refusedWith(live.failure, 'not-found');
  return (
    <div class="blank">
      <p class="empty-title">{t(missing ? 'ticket.missing.title' : 'ticket.failed')}</p>
      {missing && <p>{t('ticket.missing.text')}</p>}
      <p class="blank-actions">
        {!missing && <Button onClick={live.refresh}>{t('retry')}</Button>}
        <Button onClick={onBack}>{t('ticket.back')}</Button>
      </p>
    </div>
  );
};

interface ConversationProps extends TicketViewProps {
  live: Live<DeskTicket>;
  ticket: DeskTicket;
  onSide: () => void;
}

const Conversation = (props: ConversationProps) => {
  const { kit, live, ticket, now, announce, onBack, onChanged, onSide } = props;
  const { t, moments } = kit;
  const scroller = useNewest(ticket.messages.length);
  const onSet = (next: DeskTicket) => {
    live.show(next);
    onChanged();
    announce(t('ticket.status.done', { status: t(`status.${next.status}`) }));
  };
  const nameOf = ({ from, name }: Message): string =>
    from === 'agent' ? (name ?? t('ticket.agent')) : plain(ticket.requester.name ?? t('ticket.requester'));
  return (
    <section class="ticket" aria-label={ticket.reference}>
      <TicketHead kit={kit} ticket={ticket} onBack={onBack} onSet={onSet} onSide={onSide} />
      <section class="ticket-scroll" ref={scroller} aria-label={t('ticket.thread')}>
        {live.failure && (
          <Notice kind={live.failure.kind === 'offline' ? 'offline' : 'warning'}>
            {t(live.failure.kind === 'offline' ? 'ticket.offline' : 'ticket.stale')}
          </Notice>
        )}
        <Messages messages={ticket.messages} moments={moments} now={now} nameOf={nameOf} label={t('ticket.thread')} />
      </section>
      <Reply {...props} />
    </section>
  );
};

/** The newest message is in view when the ticket opens and when one comes. */
const useNewest = (count: number): RefObject<HTMLElement | null> => {
  const scroller = useReachable<HTMLElement>();
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current) current.scrollTop = current.scrollHeight;
  }, [count]);
  return scroller;
};

const Reply = ({ kit, ticket, live, area, announce, onChanged }: ConversationProps) => {
  const { t, client, drafts } = kit;
  if (ticket.status === 'closed') return <p class="reply-closed">{t('ticket.closed')}</p>;
  const send = async ({ text, key }: Draft, action: string) => {
    const status = statusContract.parse(action);
    const result = await client.reply(ticket.id, { text, key, status });
    live.refresh();
    if (!result.ok) return result;
    onChanged();
    announce(t('ticket.reply.done'));
    return undefined;
  };
  const name = `tierzero-desk-draft:${ticket.id}`;
  return (
    <ReplyBox
      key={name}
      t={t}
      drafts={drafts}
      name={name}
      label={t('ticket.reply')}
      actions={[
        { id: 'pending', label: t('ticket.send.pending') },
        { id: 'solved', label: t('ticket.send.solved') },
      ]}
      send={send}
      area={area}
      hint={t('ticket.send.hint', { keys: sendKeys(t) })}
    />
  );
};
