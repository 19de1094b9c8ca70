import { useEffect, useState } from 'preact/hooks';
import { latestWins } from '../client/latest.ts';
import { draftPrefix } from '../client/queued.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { Kit } from '../ui/kit.ts';
import { longestMessage } from './check.ts';
import { GrowingField } from './growing.tsx';
import { mailOf } from './mail.ts';
import { SecretsNote } from './secrets-note.tsx';

/** A reply that is being written, kept like the draft of a request. */
const useReply = (kit: Kit, reference: string) => {
  const name = draftPrefix + reference;
  const [text, setText] = useState('');
  const [state] = useState(() => ({ text: '', touched: false }));
  const [write] = useState(() =>
    latestWins(() => (state.text ? kit.storage.set(name, state.text) : kit.storage.delete(name))),
  );
  useEffect(() => {
    void kit.storage.get(name).then((kept) => {
      if (!state.touched && typeof kept === 'string') setText(kept);
    });
  }, []);
  const change = (next: string) => {
    state.text = next;
    state.touched = true;
    setText(next);
    write();
  };
  return { text, change };
};

interface ReplyFormProps {
  kit: Kit;
  to: { reference: string; capability: string };
  /** A reply opens the request again. */
  solved: boolean;
}

/** Goes out like the first message: kept, then sent, exactly once. */
export const ReplyForm = ({ kit, to, solved }: ReplyFormProps) => {
  const { t } = kit;
  const { text, change } = useReply(kit, to.reference);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const over = text.length - longestMessage;
    if (text.trim() === '') return setError(t('contact.message.missing'));
    if (over > 0) return setError(t('contact.message.long', { count: over }));
    setError(undefined);
    setBusy(true);
    await mailOf(kit).outbox.addReply(to, text);
    change('');
    setBusy(false);
  };
  return (
    <form
      class="reply"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <Field label={t('thread.reply')} hint={solved ? t('thread.reply.reopens') : undefined} error={error}>
        {(control) => <GrowingField control={control} value={text} onChange={change} rows={2} />}
      </Field>
      <SecretsNote text={text} t={t} />
      <Button kind="primary" type="submit" icon="send" busy={busy}>
        {t('contact.send')}
      </Button>
    </form>
  );
};
