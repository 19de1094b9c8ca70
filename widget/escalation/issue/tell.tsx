import { useEffect, useState } from 'preact/hooks';
import type { PublicIssue } from '../../../api/contract/public-issue.ts';
import { type CreateTicket, createTicket } from '../../../api/contract/ticket.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import type { Kit } from '../../ui/kit.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { GrowingField } from '../growing.tsx';
import { mailOf } from '../mail.ts';
import { SecretsNote } from '../secrets-note.tsx';
import { AfterSending } from '../sent.tsx';
import { knownIssues } from './known.ts';
import { setMark } from './marks.ts';

/** One sentence to send, ready to be changed: whoever sends it is told when the issue is solved. */
export const TellView = ({ kit, id }: { kit: Kit; id: string }) => {
  const { t } = kit;
  const [issue, setIssue] = useState<PublicIssue | null>();
  useEffect(() => {
    let here = true;
    void knownIssues(kit).then((found) => here && setIssue(found.find((one) => one.id === id) ?? null));
    return () => {
      here = false;
    };
  }, [kit.api, id]);
  if (issue === undefined) return <Skeleton lines={4} label={t('thread.loading')} />;
  if (issue === null) return <Other kit={kit} />;
  return <TellForm kit={kit} issue={issue} />;
};

const Other = ({ kit: { t, open } }: { kit: Kit }) => (
  <Button kind="plain" onClick={() => open({ view: 'contact' })}>
    {t('tell.other')}
  </Button>
);

const bodyOf = ({ locale }: Kit, { id, topic }: PublicIssue, message: string): CreateTicket | undefined =>
  createTicket.safeParse({ topic, message, context: [], locale, issue: id }).data;

const TellForm = ({ kit, issue }: { kit: Kit; issue: PublicIssue }) => {
  const { t, storage } = kit;
  const { title, text, people } = issue;
  const [message, setMessage] = useState(() => t('tell.message', { title }));
  const [sent, setSent] = useState<string>();
  const [trouble, setTrouble] = useState<'contact.message.missing' | 'contact.failed'>();
  if (sent !== undefined) return <AfterSending kit={kit} of={sent} />;
  const send = async () => {
    const body = bodyOf(kit, issue, message);
    if (!body) return setTrouble('contact.message.missing');
    try {
      const key = await mailOf(kit).outbox.addTicket(body);
      await setMark(storage, issue.id, 'told');
      setSent(key);
    } catch {
      setTrouble('contact.failed');
    }
  };
  return (
    <form
      class="contact-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t('tell.title')}</h3>
      <Notice kind="info" title={title}>
        <p dir="auto">{text}</p>
        <p>
          {people > 0 && `${t('issue.people', { count: people })} `}
          {t('issue.working')}
        </p>
      </Notice>
      <p>{t('tell.text')}</p>
      <Field label={t('tell.label')} hint={t('tell.hint')} error={trouble && t(trouble)}>
        {(control) => <GrowingField control={control} value={message} rows={2} onChange={setMessage} />}
      </Field>
      <SecretsNote text={message} t={t} />
      <div class="contact-send">
        <Other kit={kit} />
        <Button kind="primary" type="submit" icon="send">
          {t('tell.send')}
        </Button>
      </div>
    </form>
  );
};
