import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { DeskTicket } from '../../api/contract/desk.ts';
import { answer } from '../../api/contract/desk-change.ts';
import { Button } from '../../widget/ui/button.tsx';
import { Notice } from '../../widget/ui/notice.tsx';
import { refusedWith } from '../thread/result.ts';
import { type Live, useLive } from '../thread/use-live.ts';
import { useReachable } from '../thread/use-reachable.ts';
import { HandoverNotes } from './handover/handover-notes.tsx';
import { HandoverPanel } from './handover/handover-panel.tsx';
import { type DeskKit, isOfPartner } from './kit.ts';
import { OpenNote } from './knowledge/open-note.tsx';
import { KnowledgePanel } from './knowledge/panel.tsx';
import { RepliesSheet } from './knowledge/replies-sheet.tsx';
import { ReplyTools } from './knowledge/reply-tools.tsx';
import { type KnowledgeCommands, type KnowledgeControl, type Pane, useKnowledge } from './knowledge/use-knowledge.ts';
import { PresenceLine } from './presence.tsx';
import { type Alike, SidePanel } from './side-panel.tsx';
import { TicketSkeleton } from './skeletons.tsx';
import { TicketHead } from './ticket-head.tsx';
import type { News } from './use-news.ts';
import { Banners, CauseBar } from './work/banners.tsx';
import { Timeline } from './work/timeline.tsx';
import { type Writing, WritingBox } from './work/writing.tsx';

interface TicketViewProps {
  kit: DeskKit;
  id: string;
  now: number;
  /** The field of a reply or a note, to be focused by a key. */
  area: RefObject<HTMLTextAreaElement | null>;
  writing: Writing;
  onWriting: (writing: Writing) => void;
  /** A reply or a note was sent. */
  onWritten: () => void;
  /** What keys do here with the knowledge base. */
  commands: RefObject<KnowledgeCommands>;
  onBack: () => void;
  onSignedOut: () => void;
  /** Counts what was done to it from outside: another number is a reason to look. */
  changes: number;
  /** It was in view as it is now. */
  onSeen: (ticket: DeskTicket) => void;
  /** What is heard from other desks. */
  news: News;
  /** The agent changed it: the list is behind. */
  onChanged: () => void;
  announce: (text: string) => void;
  /** Others that report the same, and where they are. */
  alike: Alike;
}

/** The open ticket: conversation and reply in the middle, facts on the right. Give it the id as `key`. */
export const TicketView = (props: TicketViewProps) => {
  const { kit, id, now, area, commands, changes, news, onBack, onSignedOut, onSeen, announce } = props;
  const live = useLive(() => kit.client.ticket(id), {
    name: id,
    first: news.isUp ? 60_000 : 5_000,
    longest: 60_000,
    random: kit.random,
  });
  const pulse = changes + (news.pulses[id] ?? 0);
  useEffect(() => {
    if (pulse > 0) live.refresh();
  }, [pulse]);
  const [pane, setPane] = useState<Pane>('thread');
  const knowledge = useKnowledge({ area, commands, pane, setPane, isAllowed: !isOfPartner(kit) });
  const { value: ticket, failure } = live;
  useEffect(() => {
    if (refusedWith(failure, 'signed-out')) onSignedOut();
  }, [failure]);
  useEffect(() => {
    if (ticket) onSeen(ticket);
  }, [ticket?.updatedAt]);

  const show = (next: DeskTicket) => {
    live.show(next);
    props.onChanged();
  };

  const answeredBy = async (text: string) => {
    const document = answer.safeParse(text).data;
    if (!document) return;
    const result = await kit.client.change(id, { kind: 'answered-by', document });
    if (result.ok) show(result.value);
    announce(kit.t(result.ok ? 'knowledge.answers.done' : 'change.failed'));
  };

  if (!ticket) return <NoTicket kit={kit} live={live} onBack={onBack} />;
  return (
    <div class="open" data-pane={pane}>
      <Conversation
        {...props}
        live={live}
        ticket={ticket}
        knowledge={knowledge}
        show={show}
        onSide={() => setPane('side')}
        onHandOver={() => setPane('handover')}
      />
      {pane === 'knowledge' ? (
        <KnowledgePanel
          kit={kit}
          ticket={ticket}
          control={knowledge}
          onSignedOut={onSignedOut}
          announce={announce}
          {...(ticket.status !== 'closed' && { onAnswers: (document: string) => void answeredBy(document) })}
        />
      ) : pane === 'handover' ? (
        <HandoverPanel
          kit={kit}
          ticket={ticket}
          now={now}
          onBack={() => setPane('thread')}
          onSignedOut={onSignedOut}
          onDone={(next, group) => {
            setPane('thread');
            show(next);
            announce(kit.t('handover.done', { group }));
          }}
        />
      ) : (
        <SidePanel
          kit={kit}
          ticket={ticket}
          now={now}
          alike={props.alike}
          onBack={() => setPane('thread')}
          onSet={show}
        />
      )}
      {knowledge.choosing && ticket.status !== 'closed' && (
        <RepliesSheet kit={kit} ticket={ticket} control={knowledge} onSignedOut={onSignedOut} />
      )}
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
      {!missing && <p>{t(live.failure.kind === 'offline' ? 'ticket.failed.offline' : 'ticket.failed.unanswered')}</p>}
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
  knowledge: KnowledgeControl;
  /** Shows it as it is after a change. */
  show: (ticket: DeskTicket) => void;
  onSide: () => void;
  onHandOver: () => void;
}

const Conversation = (props: ConversationProps) => {
  const {
    kit,
    live,
    ticket,
    now,
    area,
    writing,
    knowledge,
    show,
    onWriting,
    announce,
    onBack,
    onChanged,
    onSide,
    onHandOver,
  } = props;
  const { t } = kit;
  const scroller = useNewest(ticket.messages.length + ticket.notes.length);
  const onSet = (next: DeskTicket) => {
    show(next);
    announce(t('ticket.status.done', { status: t(`status.${next.status}`) }));
  };
  return (
    <section class="ticket" aria-label={ticket.reference}>
      <TicketHead kit={kit} ticket={ticket} onBack={onBack} onSet={onSet} onSide={onSide} onHandOver={onHandOver} />
      <section class="ticket-scroll" ref={scroller} aria-label={t('ticket.thread')}>
        {live.failure && (
          <Notice kind={live.failure.kind === 'offline' ? 'offline' : 'warning'}>
            {t(live.failure.kind === 'offline' ? 'ticket.offline' : 'ticket.stale')}
          </Notice>
        )}
        <Banners kit={kit} ticket={ticket} onSet={show} />
        <HandoverNotes kit={kit} ticket={ticket} now={now} />
        <Timeline kit={kit} ticket={ticket} now={now} />
      </section>
      <div class="ticket-foot">
        <PresenceLine kit={kit} present={props.news.present.filter((one) => one.ticket === ticket.id)} />
        <CauseBar kit={kit} ticket={ticket} onSet={show} />
        <WritingBox
          kit={kit}
          ticket={ticket}
          writing={writing}
          onWriting={onWriting}
          area={area}
          tools={
            !isOfPartner(kit) && <ReplyTools kit={kit} control={knowledge} isClosed={ticket.status === 'closed'} />
          }
          caution={(text) => <OpenNote kit={kit} text={text} />}
          onShown={live.show}
          onSent={(said) => {
            live.refresh();
            if (!said) return;
            props.onWritten();
            onChanged();
            announce(said);
          }}
        />
      </div>
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
