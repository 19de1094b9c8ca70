import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { QueuedMessage } from '../client/queued.ts';
import type { KnownRequest } from '../client/requests.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { Kit } from '../ui/kit.ts';
import { Attention } from './attention.tsx';
import { CopyText } from './copy.tsx';
import { mailOf } from './mail.ts';
import { useProgress } from './progress.ts';
import { destinationText, promiseText } from './when.ts';

interface StateProps {
  icon: IconName;
  kind: 'waiting' | 'done' | 'neutral';
  title: string;
  children: ComponentChildren;
}

/** One picture, one title, one sentence: the same shape in every state, so that nothing jumps. */
export const State = ({ icon, kind, title, children }: StateProps) => (
  <div class={`state ${kind}`}>
    <span class="state-icon">
      <Icon name={icon} size={24} />
    </span>
    <h3>{title}</h3>
    {children}
  </div>
);

/** Kept, and on its way or waiting for a way. */
const Waiting = ({ kit, message }: { kit: Kit; message: QueuedMessage }) => {
  const { t, storage } = kit;
  if (message.attempts === 0) {
    return (
      <State icon="send" kind="waiting" title={t('sent.sending')}>
        <p>{t(storage.persistent ? 'sent.sending.text' : 'sent.sending.memory')}</p>
      </State>
    );
  }
  const offline = message.why === 'offline';
  return (
    <State
      icon={offline ? 'offline' : 'requests'}
      kind="waiting"
      title={t(storage.persistent ? 'sent.waiting.offline' : 'sent.waiting.memory')}
    >
      <p>
        {t(offline ? 'sent.waiting.offline.text' : 'sent.waiting.busy.text')}{' '}
        {t(storage.persistent ? 'sent.waiting.reload' : 'sent.sending.memory')}
      </p>
      <div class="actions">
        <Button onClick={() => mailOf(kit).followUp.wake()}>{t('sent.try')}</Button>
        <Button kind="plain" onClick={() => kit.open({ view: 'home' })}>
          {t('sent.home')}
        </Button>
      </div>
    </State>
  );
};

const Delivered = ({ kit, request }: { kit: Kit; request: KnownRequest }) => {
  const { t, locale } = kit;
  const { reference, firstReplyBy, destination, issue } = request;
  return (
    <State icon="check" kind="done" title={t('sent.title')}>
      <p>
        {destination && `${destinationText('sent.with', destination, t)} `}
        {issue ? t('sent.issue') : promiseText('sent.next', firstReplyBy, { t, locale, now: kit.now() })}
      </p>
      <CopyText t={t} label={t('sent.reference')} text={reference} />
      <div class="actions">
        <Button kind="primary" onClick={() => kit.open({ view: 'thread', reference })}>
          {t('sent.open')}
        </Button>
        <Button kind="plain" onClick={() => kit.open({ view: 'home' })}>
          {t('sent.home')}
        </Button>
      </div>
    </State>
  );
};

interface AfterSendingProps {
  kit: Kit;
  /** Of the message. */
  of: string;
}

/** From "kept on this device, sending" to the reference and the promised reply. */
export const AfterSending = ({ kit, of: key }: AfterSendingProps) => {
  const progress = useProgress(kit, key);
  const place = useRef<HTMLDivElement>(null);
  const kind = progress?.kind;
  useEffect(() => place.current?.focus(), []);
  return (
    <div class="after-sending" ref={place} tabIndex={-1} role="status" aria-live="polite" data-state={kind}>
      {progress?.kind === 'waiting' && <Waiting kit={kit} message={progress.message} />}
      {progress?.kind === 'needs-attention' && <Attention kit={kit} message={progress.message} />}
      {progress?.kind === 'sent' && <Delivered kit={kit} request={progress.request} />}
      {progress?.kind === 'gone' && (
        <State icon="info" kind="neutral" title={kit.t('sent.gone')}>
          <p>{kit.t('sent.gone.text')}</p>
          <Button onClick={() => kit.open({ view: 'requests' })}>{kit.t('requests.title')}</Button>
        </State>
      )}
    </div>
  );
};
