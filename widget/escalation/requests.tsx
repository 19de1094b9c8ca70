import { useEffect, useState } from 'preact/hooks';
import type { Message } from '../../api/contract/ticket.ts';
import type { QueuedMessage } from '../client/queued.ts';
import type { KnownRequest } from '../client/requests.ts';
import { Button } from '../ui/button.tsx';
import type { Kit } from '../ui/kit.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Attention } from './attention.tsx';
import { mailOf } from './mail.ts';
import { useOutbox } from './progress.ts';
import { State } from './sent.tsx';
import { topicTitle } from './topic.ts';
import { shortTime } from './when.ts';

/** The known requests, kept up to date. Undefined until they are read. */
const useRequests = (kit: Kit): KnownRequest[] | undefined => {
  const [known, setKnown] = useState<KnownRequest[]>();
  useEffect(() => {
    let here = true;
    const { requests, outbox, followUp } = mailOf(kit);
    const look = async () => {
      const next = await requests.list();
      if (here) setKnown(next);
    };
    const ends = [requests.on(() => void look()), outbox.on(() => void look())];
    void look();
    followUp.wake();
    return () => {
      here = false;
      for (const end of ends) end();
    };
  }, [kit.storage]);
  return known;
};

/** For a line that is cut where it ends. */
const oneLine = (text: string): string => text.trim().slice(0, 200).replace(/\s+/g, ' ');

const lastWords = ({ t }: Kit, { from, name, text }: Message): string => {
  const who = from === 'requester' ? t('thread.you') : (name ?? t('thread.agent'));
  return t('requests.last', { name: who, text: oneLine(text) });
};

const Row = ({ kit, request }: { kit: Kit; request: KnownRequest }) => {
  const { t, locale } = kit;
  const { reference, thread, unread, createdAt } = request;
  const last = thread?.messages.at(-1);
  return (
    <li>
      <button type="button" class="request" onClick={() => kit.open({ view: 'thread', reference })}>
        <span class="request-head">
          <strong dir="auto">
            {thread ? oneLine(thread.messages[0]?.text ?? '') : topicTitle(kit, request.topic)}
          </strong>
          <time dateTime={last?.at ?? createdAt}>{shortTime(last?.at ?? createdAt, kit.now(), locale)}</time>
        </span>
        {last && (thread?.messages.length ?? 0) > 1 && (
          <span class="request-last" dir="auto">
            {lastWords(kit, last)}
          </span>
        )}
        <span class="request-foot">
          <span class={`status ${thread?.status ?? 'new'}`}>{t(`status.${thread?.status ?? 'new'}`)}</span>
          <span>{reference}</span>
          {unread > 0 && <span class="unread">{t('requests.unread', { count: unread })}</span>}
        </span>
      </button>
    </li>
  );
};

/** A ticket that is not with the team yet. Replies show in their thread. */
const Pending = ({ kit, message }: { kit: Kit; message: Extract<QueuedMessage, { kind: 'ticket' }> }) => {
  const { t, locale } = kit;
  if (message.state === 'needs-attention') {
    return (
      <li class="unsent">
        <Attention kit={kit} message={message} />
      </li>
    );
  }
  return (
    <li class="request unsent">
      <span class="request-head">
        <strong dir="auto">{oneLine(message.body.message)}</strong>
        <time dateTime={new Date(message.at).toISOString()}>
          {shortTime(new Date(message.at).toISOString(), kit.now(), locale)}
        </time>
      </span>
      <span class="request-foot">
        <span class="status waiting">{t('requests.sending')}</span>
      </span>
    </li>
  );
};

/** What was sent from this device, newest activity first, and what is still on its way. */
export const RequestsView = ({ kit }: { kit: Kit }) => {
  const { t } = kit;
  const known = useRequests(kit);
  const queue = useOutbox(kit);
  if (!known || !queue) return <Skeleton label={t('requests.loading')} />;
  const tickets = queue.filter((message) => message.kind === 'ticket');
  if (known.length + tickets.length === 0) {
    return (
      <State icon="requests" kind="neutral" title={t('requests.empty')}>
        <p>{t('requests.empty.text')}</p>
        <Button kind="primary" icon="person" onClick={() => kit.open({ view: 'contact' })}>
          {t('requests.contact')}
        </Button>
      </State>
    );
  }
  return (
    <div class="requests">
      {!kit.storage.persistent && <Notice kind="info">{t('requests.memory')}</Notice>}
      <ul>
        {tickets.map((message) => (
          <Pending key={message.key} kit={kit} message={message} />
        ))}
        {known.map((request) => (
          <Row key={request.reference} kit={kit} request={request} />
        ))}
      </ul>
    </div>
  );
};
