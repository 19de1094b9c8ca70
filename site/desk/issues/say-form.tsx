import { useState } from 'preact/hooks';
import type { EditIssue } from '../../../api/contract/issue.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { Field } from '../../../widget/ui/field.tsx';
import { type DeskKit, languageName, topicTitle } from '../kit.ts';
import { SendingFoot } from './sending-foot.tsx';
import { TextField } from './text-field.tsx';
import { useSending } from './use-sending.ts';

interface SayFormProps {
  kit: DeskKit;
  before: EditIssue;
  action: string;
  /** Nothing when it was done. */
  onSay: (said: EditIssue) => Promise<Failure | undefined>;
  onCancel: () => void;
}

const filled = (text: string | undefined): boolean => /\S/.test(text ?? '');

/** What is said in at least one language, whole: a title and a text. */
const saidIn = ({ titles, texts, topic }: EditIssue): EditIssue | undefined => {
  const locales = Object.keys({ ...titles, ...texts }).filter((one) => filled(titles[one]) || filled(texts[one]));
  if (locales.length === 0 || !locales.every((one) => filled(titles[one]) && filled(texts[one]))) return undefined;
  const only = (all: Record<string, string>) => Object.fromEntries(locales.map((one) => [one, all[one] ?? '']));
  return { titles: only(titles), texts: only(texts), topic };
};

/** Title and text of an issue in each language of the help center. */
export const SayForm = ({ kit, before, action, onSay, onCancel }: SayFormProps) => {
  const { t, locales, topics } = kit;
  const [said, setSaid] = useState(before);
  const state = useSending({ kit, read: () => saidIn(said), missing: 'issues.say.missing', send: onSay });
  return (
    <form class="issue-form" noValidate onSubmit={state.onSubmit}>
      <p class="quiet">{t('issues.say.about')}</p>
      {locales.map((locale) => (
        <fieldset key={locale}>
          <legend>{languageName(kit, locale)}</legend>
          <Field label={t('issues.say.title')}>
            {(control) => (
              <input
                {...control}
                lang={locale}
                maxLength={120}
                value={said.titles[locale] ?? ''}
                onInput={(event) =>
                  setSaid({ ...said, titles: { ...said.titles, [locale]: event.currentTarget.value } })
                }
              />
            )}
          </Field>
          <TextField
            label={t('issues.say.text')}
            locale={locale}
            longest={1_000}
            value={said.texts[locale] ?? ''}
            onChange={(text) => setSaid({ ...said, texts: { ...said.texts, [locale]: text } })}
          />
        </fieldset>
      ))}
      <Field label={t('issues.say.topic')}>
        {(control) => (
          <select
            {...control}
            value={said.topic}
            onChange={(event) => setSaid({ ...said, topic: event.currentTarget.value })}
          >
            {[...new Set([said.topic, ...topics.map(({ id }) => id)])].map((id) => (
              <option key={id} value={id}>
                {topicTitle(kit, id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <SendingFoot kit={kit} state={state} action={action} onCancel={onCancel} />
    </form>
  );
};
