import { useEffect, useRef, useState } from 'preact/hooks';
import { routes } from '../../api/contract/routes.ts';
import type { Message, Thread } from '../../api/contract/ticket.ts';
import { CopyField } from '../../widget/escalation/copy.tsx';
import { SecretsNote } from '../../widget/escalation/secrets-note.tsx';
import { stepText, timeline } from '../../widget/escalation/timeline.ts';
import { destinationText } from '../../widget/escalation/when.ts';
import { Notice } from '../../widget/ui/notice.tsx';
import type { Draft } from '../thread/drafts.ts';
import { Messages } from '../thread/messages.tsx';
import { ReplyBox } from '../thread/reply-box.tsx';
import type { Live } from '../thread/use-live.ts';
import type { RequestKit } from './kit.ts';

interface ConversationProps {
  kit: RequestKit;
  capability: string;
  live: Live<Thread>;
  thread: Thread;
}

/** A request as its requester sees it. */
export const Conversation = (props: ConversationProps) => {
  const { kit, live, thread } = props;
  const { t, moments } = kit;
  const now = kit.now();
  const [said, say] = useNews(kit, thread.messages);
  const nameOf = ({ from, name }: Message): string =>
    from === 'requester' ? t('thread.you') : (name ?? t('thread.agent'));
  return (
    <>
      <Summary {...props} now={now} />
      {live.failure && (
        <Notice kind={live.failure.kind === 'offline' ? 'offline' : 'warning'}>
          {t(live.failure.kind === 'offline' ? 'request.offline' : 'request.stale')}
        </Notice>
      )}
      {thread.issue && (
        <Notice
          kind={thread.issue.state === 'solved' ? 'success' : 'info'}
          title={t('request.issue', { title: thread.issue.title })}
        >
          <p dir="auto">{thread.issue.text}</p>
          <p>{t(`request.issue.${thread.issue.state}`)}</p>
        </Notice>
      )}
      <Messages
        messages={thread.messages}
        moments={moments}
        now={now}
        nameOf={nameOf}
        label={t('thread.messages')}
        between={stepsOf(kit, thread, now)}
        base={new URL(kit.base, location.origin).href}
      />
      <Reply {...props} say={say} />
      <section class="keep">
        <h2>{t('keep.title')}</h2>
        <p class="quiet">{t('keep.text')}</p>
        <CopyField t={t} label={t('keep.link')} text={location.href} />
      </section>
      <p class="sr-only" role="status">
        {said}
      </p>
    </>
  );
};

/** Who has had it, in the requester's words. */
const stepsOf = ({ t, moments }: RequestKit, thread: Thread, now: number): { at: string; step: string }[] =>
  timeline(thread).flatMap((row) =>
    'kind' in row ? [{ at: row.at, step: stepText(row, t, (at) => moments.by(at, now)) }] : [],
  );

/** Says that somebody has replied while the page is open. */
const useNews = ({ t }: RequestKit, messages: readonly Message[]): [string, (text: string) => void] => {
  const [said, setSaid] = useState('');
  const known = useRef(messages.length);
  useEffect(() => {
    const reply = messages.slice(known.current).findLast(({ from }) => from === 'agent');
    known.current = messages.length;
    if (reply) setSaid(t('thread.new-reply', { name: reply.name ?? t('thread.agent') }));
  }, [messages.length]);
  return [said, setSaid];
};

const Summary = ({ kit: { t, moments }, thread, now }: ConversationProps & { now: number }) => {
  const answered = thread.messages.some(({ from }) => from === 'agent');
  const waiting = !answered && thread.status !== 'solved' && thread.status !== 'closed' && !thread.issue;
  const { destination } = thread;
  const promise = now < Date.parse(thread.firstReplyBy) ? 'request.promise' : 'request.promise.late';
  return (
    <header class="summary">
      <p class="summary-reference">
        <span class="sr-only">{t('request.reference')} </span>
        {thread.reference}
      </p>
      <h1>{t('request.title')}</h1>
      <p class="summary-status" data-status={thread.status}>
        <strong>{t(`status.${thread.status}`)}</strong>
        <span>
          {destination && `${destinationText('request.with', destination, t)} `}
          {t(`request.${thread.status}`)}
          {waiting && ` ${t(promise, { time: moments.by(thread.firstReplyBy, now) })}`}
        </span>
      </p>
    </header>
  );
};

const Reply = ({ kit, capability, live, thread, say }: ConversationProps & { say: (text: string) => void }) => {
  const { t, client, drafts, base } = kit;
  const area = useRef<HTMLTextAreaElement>(null);
  if (thread.status === 'closed') {
    return (
      <p class="closed">
        {t('thread.closed')} <a href={base + routes.contact.slice(1)}>{t('thread.closed.new')}</a>
      </p>
    );
  }
  const send = async (draft: Draft) => {
    const result = await client.write(capability, draft);
    if (!result.ok) {
      live.refresh();
      return result;
    }
    // What was sent stays in the field until it stands above: at no time is it nowhere.
    const next = await client.thread(capability);
    if (next.ok) live.show(next.value);
    else live.refresh();
    say(t('request.sent.said'));
    return undefined;
  };
  // Named by the reference: a capability is kept nowhere.
  const name = `tierzero-request-draft:${thread.reference}`;
  return (
    <ReplyBox
      key={name}
      t={t}
      drafts={drafts}
      name={name}
      label={t('thread.reply')}
      actions={[{ id: 'send', label: t('request.send') }]}
      send={send}
      area={area}
      hint={thread.status === 'solved' ? t('thread.reply.reopens') : undefined}
      caution={(text) => <SecretsNote text={text} t={t} />}
    />
  );
};
