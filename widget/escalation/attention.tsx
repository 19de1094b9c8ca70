import type { QueuedMessage } from '../client/queued.ts';
import { Button } from '../ui/button.tsx';
import type { Kit } from '../ui/kit.ts';
import { Notice } from '../ui/notice.tsx';
import { CopyField } from './copy.tsx';
import { type Draft, keepDraft } from './draft.ts';
import { mailOf } from './mail.ts';

const whyText = ({ t }: Kit, code: string): string => {
  const key = `attention.why.${code}`;
  const text = t(key);
  return text === key ? t('attention.why.other', { code }) : text;
};

const textOf = (message: QueuedMessage): string => (message.kind === 'ticket' ? message.body.message : message.text);

const optional = (value: unknown): string => (typeof value === 'string' ? value : '');

const draftOf = (message: QueuedMessage): Draft => {
  if (message.kind === 'reply') return { topic: '', message: message.text, name: '', address: '' };
  const { topic, message: text, ...rest } = message.body;
  return { topic, message: text, name: optional(rest['name']), address: optional(rest['address']) };
};

interface AttentionProps {
  kit: Kit;
  message: QueuedMessage;
}

/** A message that was refused for good: what happened, that nothing is lost, and what to do. */
export const Attention = ({ kit, message }: AttentionProps) => {
  const { t } = kit;
  const { outbox } = mailOf(kit);
  const { key } = message;
  /** Back to the form, under a new key: another text is another message. */
  const edit = async () => {
    await keepDraft(kit, draftOf(message));
    await outbox.discard(key);
    kit.open({ view: 'contact' });
  };
  return (
    <div class="attention">
      <Notice kind="danger" title={t('attention.title')}>
        {whyText(kit, message.why ?? '')} {t('attention.text')}
      </Notice>
      <CopyField t={t} label={t('attention.yours')} text={textOf(message)} lines={4} />
      <div class="actions">
        <Button kind="primary" onClick={() => void edit()}>
          {t('attention.edit')}
        </Button>
        <Button onClick={() => void outbox.retry(key)}>{t('attention.retry')}</Button>
        <Button kind="plain" onClick={() => void outbox.discard(key)}>
          {t('attention.discard')}
        </Button>
      </div>
    </div>
  );
};
