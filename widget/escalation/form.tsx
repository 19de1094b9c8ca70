import type { ContextItem } from '../../api/contract/page-context.ts';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Kit } from '../ui/kit.ts';
import { longestMessage, type Trouble, topicOf } from './check.ts';
import type { Draft } from './draft.ts';
import { GrowingField } from './growing.tsx';
import type { Card } from './props.ts';
import { SecretsNote } from './secrets-note.tsx';
import { Suggestions } from './suggestions.tsx';
import { topicTitle } from './topic.ts';
import { type Preview, useDestination } from './use-destination.ts';
import { destinationText, promiseText } from './when.ts';

interface FormProps {
  kit: Kit;
  card: Card;
  draft: Draft;
  items: ContextItem[];
  troubles: Trouble[];
  /** The message is being written to the device. */
  busy: boolean;
  onChange: (fields: Partial<Draft>) => void;
  onSend: (trap: string) => void;
  onSolved: (record: SearchRecord) => void;
}

/** Characters left are said when they become few. */
const countFrom = longestMessage - 500;

const MessageField = ({ kit, draft, troubles, onChange }: FormProps) => {
  const { t } = kit;
  const left = longestMessage - draft.message.length;
  const hint =
    draft.message.length > countFrom && left >= 0
      ? t('contact.message.left', { count: left })
      : t('contact.message.hint');
  return (
    <Field label={t('contact.message')} hint={hint} error={errorOf(kit, troubles, 'message')}>
      {(control) => (
        <GrowingField control={control} value={draft.message} onChange={(message) => onChange({ message })} />
      )}
    </Field>
  );
};

const errorOf = ({ t }: Kit, troubles: Trouble[], field: Trouble['field']): string | undefined => {
  const trouble = troubles.find((one) => one.field === field);
  return trouble && t(trouble.key, trouble.count === undefined ? {} : { count: trouble.count });
};

const TopicField = ({ kit, draft, onChange }: Pick<FormProps, 'kit' | 'draft' | 'onChange'>) => {
  const { t, settings } = kit;
  return (
    <Field label={t('contact.topic')}>
      {(control) => (
        <div class="select">
          <select {...control} value={draft.topic} onChange={(event) => onChange({ topic: event.currentTarget.value })}>
            <option value="">{t('contact.topic.unsure')}</option>
            {settings.topics.map((topic) => (
              <option key={topic.id} value={topic.id}>
                {topicTitle(kit, topic.id)}
              </option>
            ))}
          </select>
          <Icon name="chevron" size={18} />
        </div>
      )}
    </Field>
  );
};

const PersonFields = ({ kit, draft, troubles, onChange }: FormProps) => {
  const { t } = kit;
  return (
    <fieldset class="contact-person">
      <legend>{t('contact.person')}</legend>
      <Field label={t('contact.address')} error={errorOf(kit, troubles, 'address')}>
        {(control) => (
          <input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="email"
            value={draft.address}
            onInput={(event) => onChange({ address: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('contact.name')} error={errorOf(kit, troubles, 'name')}>
        {(control) => (
          <input
            {...control}
            autoComplete="name"
            value={draft.name}
            onInput={(event) => onChange({ name: event.currentTarget.value })}
          />
        )}
      </Field>
    </fieldset>
  );
};

/** A password manager that fills in everything it knows would make a machine of a person. */
const notForManagers = { 'data-1p-ignore': '', 'data-lpignore': 'true', 'data-bwignore': '' };

/** Out of sight, of the tab order and of the accessibility tree: what fills it is a machine. */
const Trap = ({ label }: { label: string }) => (
  <div class="contact-trap" aria-hidden="true">
    <label>
      {label}
      <input name="website" tabIndex={-1} autoComplete="off" {...notForManagers} />
    </label>
  </div>
);

const trapOf = (form: HTMLFormElement): string => {
  const value = new FormData(form).get('website');
  return typeof value === 'string' ? value : '';
};

/** Who gets it, why they do, and by when they reply: before anything is sent. */
const WhereItGoes = ({ kit, preview }: { kit: Kit; preview: Preview | undefined }) => {
  const { t, locale } = kit;
  const { by } = preview ?? {};
  return (
    // There before it is known, so that nothing moves under a finger that makes for the button.
    <p class="contact-goes">
      {preview && (
        <>
          <span>
            {by === undefined
              ? t('contact.promise.later')
              : promiseText('contact.promise', new Date(by), { t, locale, now: kit.now() })}
          </span>
          <span>{destinationText('contact.goes', preview, t)}</span>
        </>
      )}
    </p>
  );
};

/** One message to a person, and exactly what goes with it. */
export const ContactForm = (props: FormProps) => {
  const { kit, card: ContextCard, draft, items, busy, onSend, onSolved } = props;
  const { t, settings } = kit;
  const topic = topicOf(draft.topic, settings.topics);
  const preview = useDestination(kit, { topic, message: draft.message, items });
  return (
    <form
      class="contact-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend(trapOf(event.currentTarget));
      }}
    >
      <TopicField {...props} />
      <MessageField {...props} />
      <SecretsNote text={draft.message} t={t} />
      <Suggestions kit={kit} text={draft.message} onSolved={onSolved} />
      <PersonFields {...props} />
      <Trap label={t('contact.trap')} />
      <ContextCard kit={kit} items={items} onRemove={(id) => kit.trail.remove(id)} />
      <div class="contact-send">
        <WhereItGoes kit={kit} preview={preview} />
        <Button kind="primary" type="submit" icon="send" busy={busy}>
          {t('contact.send')}
        </Button>
      </div>
    </form>
  );
};
