import type { KnownRequest } from '../client/requests.ts';
import { Button } from '../ui/button.tsx';
import type { Kit } from '../ui/kit.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { mailOf } from './mail.ts';
import { MessageRow, PendingReply } from './message.tsx';
import { useOutbox } from './progress.ts';
import { ReplyForm } from './reply.tsx';
import { State } from './sent.tsx';
import { stepText, timeline } from './timeline.ts';
import { topicTitle } from './topic.ts';
import { useRequest, useSeen } from './use-thread.ts';
import { promiseText, shortTime } from './when.ts';

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
  // As last read: another group may have promised another time since it was received.
  const { destination = request.destination, firstReplyBy = request.firstReplyBy } = request.thread ?? {};
  const answered = request.thread?.messages.some(({ from }) => from === 'agent') ?? false;
  return (
    <p class="thread-head">
      <span class={`status ${status}`}>{t(`status.${status}`)}</span>
      <span>{topicTitle(kit, request.topic)}</span>
      {destination && <span>{t('thread.with', { group: destination.group })}</span>}
      {!answered && !issueOf(request) && (
        <span>{promiseText('contact.promise', firstReplyBy, { t, locale, now: kit.now() })}</span>
      )}
    </p>
  );
};

/** The known issue that a request is part of, as it was when last read. */
const issueOf = ({ issue, thread }: KnownRequest) => (thread ? thread.issue : issue);

const PartOf = ({ kit: { t }, request }: { kit: Kit; request: KnownRequest }) => {
  const issue = issueOf(request);
  if (!issue) return null;
  return (
    <Notice kind={issue.state === 'solved' ? 'success' : 'info'} title={t('thread.issue', { title: issue.title })}>
      <p dir="auto">{issue.text}</p>
      <p>{t(`thread.issue.${issue.state}`)}</p>
    </Notice>
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
      <PartOf kit={kit} request={request} />
      <ol class="messages" aria-label={t('thread.messages')}>
        {thread &&
          timeline(thread).map((row) =>
            'kind' in row ? (
              <li key={row.kind + row.at} class="step-text">
                {stepText(row, t, (at) => shortTime(at, kit.now(), kit.locale))}
              </li>
            ) : (
              <MessageRow key={row.id} kit={kit} message={row} />
            ),
          )}
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
