import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../api/contract/ticket.ts';
import type { QueuedReply } from '../client/queued.ts';
import type { KnownRequest } from '../client/requests.ts';
import { Button } from '../ui/button.tsx';
import type { Kit } from '../ui/kit.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Attention } from './attention.tsx';
import { CopyField } from './copy.tsx';
import { mailOf } from './mail.ts';
import { useOutbox } from './progress.ts';
import { ReplyForm } from './reply.tsx';
import { State } from './sent.tsx';
import { topicTitle } from './topic.ts';
import { promiseText, shortTime } from './when.ts';

/** Undefined until it is read, null when it is not on this device. */
const useRequest = (kit: Kit, reference: string): KnownRequest | null | undefined => {
  const [request, setRequest] = useState<KnownRequest | null>();
  useEffect(() => {
    let here = true;
    const { requests, outbox, followUp } = mailOf(kit);
    const look = async () => {
      const found = (await requests.list()).find((one) => one.reference === reference) ?? null;
      if (here) setRequest(found);
    };
    const ends = [
      requests.on((news) => {
        if (news.reference === reference) void look();
      }),
      outbox.on((outcome) => {
        if (outcome.kind === 'sent') void look();
      }),
      followUp.watch(reference),
    ];
    void look();
    return () => {
      here = false;
      for (const end of ends) end();
    };
  }, [kit.storage, reference]);
  return request;
};

/** Replies are seen once they are in a visible page, and said when they come while it is open. */
const useSeen = (kit: Kit, request: KnownRequest | null | undefined): void => {
  const known = useRef<number | undefined>(undefined);
  const messages = request?.thread?.messages;
  useEffect(() => {
    if (!request || !messages) return;
    const fresh = known.current === undefined ? [] : messages.slice(known.current);
    known.current = messages.length;
    const reply = fresh.findLast(({ from }) => from === 'agent');
    if (reply) kit.announce(kit.t('thread.new-reply', { name: reply.name ?? kit.t('thread.agent') }));
    const mark = () => {
      if (document.visibilityState !== 'hidden') void mailOf(kit).requests.seen(request.reference);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [messages?.length]);
};

const MessageRow = ({ kit, message }: { kit: Kit; message: Message }) => {
  const { t, locale } = kit;
  const name = message.from === 'requester' ? t('thread.you') : (message.name ?? t('thread.agent'));
  return (
    <li class={`message ${message.from}`}>
      <p class="message-head">
        <strong>{name}</strong>
        <time dateTime={message.at}>{shortTime(message.at, kit.now(), locale)}</time>
      </p>
      <p class="message-text" dir="auto">
        {message.text}
      </p>
    </li>
  );
};

const waitingText = ({ t, storage }: Kit, message: QueuedReply): string => {
  if (message.attempts === 0) return t('thread.sending');
  return t(storage.persistent ? 'thread.kept' : 'thread.kept.memory');
};

/** A reply on its way, in the place where it will be. */
const PendingReply = ({ kit, message }: { kit: Kit; message: QueuedReply }) => (
  <li class="message requester pending">
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

/** What a failing look means for what is shown. */
const Trouble = ({ kit, reference }: { kit: Kit; reference: string }) => {
  const { t } = kit;
  const failure = mailOf(kit).requests.failureOf(reference);
  if (!failure) return null;
  if (failure.kind === 'problem' && [401, 404].includes(failure.status)) {
    const forget = async () => {
      await mailOf(kit).requests.forget(reference);
      kit.open({ view: 'requests' });
    };
    return (
      <Notice
        kind="warning"
        action={
          <Button kind="plain" onClick={() => void forget()}>
            {t('thread.forget')}
          </Button>
        }
      >
        {t('thread.missing')}
      </Notice>
    );
  }
  const offline = failure.kind === 'offline';
  return (
    <Notice kind={offline ? 'offline' : 'warning'}>
      {t(offline ? 'thread.unread.offline' : 'thread.unread.busy')}
    </Notice>
  );
};

const Head = ({ kit, request }: { kit: Kit; request: KnownRequest }) => {
  const { t, locale } = kit;
  const status = request.thread?.status ?? 'new';
  const answered = request.thread?.messages.some(({ from }) => from === 'agent') ?? false;
  return (
    <p class="thread-head">
      <span class={`status ${status}`}>{t(`status.${status}`)}</span>
      <span>{topicTitle(kit, request.topic)}</span>
      {!answered && <span>{promiseText('contact.promise', request.firstReplyBy, { t, locale, now: kit.now() })}</span>}
    </p>
  );
};

/** The link is the key: in the fragment, which no server and no log sees. */
const Elsewhere = ({ kit, capability }: { kit: Kit; capability: string }) => {
  const { t } = kit;
  const [open, setOpen] = useState(false);
  return (
    <div class="elsewhere">
      <Button kind="plain" icon="external" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('thread.elsewhere')}
      </Button>
      {open && (
        <>
          <CopyField t={t} label={t('thread.link')} text={`${kit.base}request#${capability}`} />
          <p class="elsewhere-text">{t('thread.elsewhere.text')}</p>
        </>
      )}
    </div>
  );
};

/** A conversation: what was said, what is on its way, and a place to answer. */
export const ThreadView = ({ kit, reference }: { kit: Kit; reference: string }) => {
  const { t } = kit;
  const request = useRequest(kit, reference);
  const queue = useOutbox(kit);
  useSeen(kit, request);
  if (request === undefined) return <Skeleton label={t('thread.loading')} />;
  if (request === null) {
    return (
      <State icon="info" kind="neutral" title={t('thread.unknown')}>
        <p>{t('thread.unknown.text')}</p>
      </State>
    );
  }
  const pending = (queue ?? []).filter((one) => one.kind === 'reply' && one.reference === reference);
  const { thread, capability } = request;
  return (
    <div class="thread">
      <Head kit={kit} request={request} />
      <Trouble kit={kit} reference={reference} />
      <ol class="messages" aria-label={t('thread.messages')}>
        {thread?.messages.map((message) => (
          <MessageRow key={message.id} kit={kit} message={message} />
        ))}
        {pending.map(
          (message) => message.kind === 'reply' && <PendingReply key={message.key} kit={kit} message={message} />,
        )}
      </ol>
      {thread?.status === 'closed' ? (
        <Notice
          kind="info"
          action={
            <Button kind="plain" onClick={() => kit.open({ view: 'contact' })}>
              {t('thread.closed.new')}
            </Button>
          }
        >
          {t('thread.closed')}
        </Notice>
      ) : (
        <ReplyForm kit={kit} to={{ reference, capability }} solved={thread?.status === 'solved'} />
      )}
      <Elsewhere kit={kit} capability={capability} />
    </div>
  );
};
