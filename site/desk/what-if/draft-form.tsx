import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Field, type FieldControl } from '../../../widget/ui/field.tsx';
import { type DeskKit, languageName, topicTitle } from '../kit.ts';
import { useRecords } from '../knowledge/use-records.ts';
import type { Draft, Offered } from './draft.ts';

interface DraftFormProps {
  kit: DeskKit;
  draft: Draft;
  offered: Offered;
  /** The time is before the hours that are known. */
  isPast: boolean;
  onChange: (draft: Draft) => void;
}

/** What is known of the request. Every change decides anew: there is nothing to submit. */
export const DraftForm = ({ kit, draft, offered, isPast, onChange }: DraftFormProps) => {
  const { t, topics, locales } = kit;
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  return (
    <form class="draft" aria-label={t('what-if.request')} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('what-if.message')}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            dir="auto"
            value={draft.message}
            onInput={(event) => set({ message: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="draft-pairs">
        <Choice label={t('what-if.topic')} value={draft.topic} onChange={(topic) => set({ topic })}>
          {topics.map(({ id }) => (
            <option key={id} value={id}>
              {topicTitle(kit, id)}
            </option>
          ))}
        </Choice>
        <Choice label={t('what-if.language')} value={draft.language} onChange={(language) => set({ language })}>
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {languageName(kit, locale)}
            </option>
          ))}
        </Choice>
        <Word label={t('what-if.area')} value={draft.area} offered={offered.areas} onChange={(area) => set({ area })} />
        <Word label={t('what-if.plan')} value={draft.plan} offered={offered.plans} onChange={(plan) => set({ plan })} />
        <Document
          kit={kit}
          label={t('what-if.unhelpful')}
          none={t('what-if.unhelpful.none')}
          value={draft.unhelpful}
          ids={offered.unhelpful}
          another="article:another"
          onChange={(unhelpful) => set({ unhelpful })}
        />
        <Document
          kit={kit}
          label={t('what-if.blocked')}
          none={t('what-if.none')}
          value={draft.blocked}
          ids={offered.blocked}
          another="walkthrough:another"
          onChange={(blocked) => set({ blocked })}
        />
        <Word label={t('what-if.error')} value={draft.error} offered={[]} onChange={(error) => set({ error })} />
        <Choice
          label={t('what-if.exhausted')}
          value={`${draft.exhausted}`}
          onChange={(tier) => set({ exhausted: Number(tier) })}
        >
          <option value="0">{t('what-if.none')}</option>
          {[1, 2, 3].map((count) => (
            <option key={count} value={`${count}`}>
              {t('what-if.exhausted.upto', { count })}
            </option>
          ))}
        </Choice>
        <Field label={t('what-if.at')} hint={t('what-if.at.hint')} error={isPast ? t('what-if.at.past') : undefined}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={draft.at}
              onInput={(event) => set({ at: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.verified}
          onChange={(event) => set({ verified: event.currentTarget.checked })}
        />
        {t('what-if.verified')}
      </label>
    </form>
  );
};

interface Asks {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

const Choice = ({ label, value, onChange, children }: Asks & { children: ComponentChildren }) => (
  <Field label={label}>
    {(control: FieldControl) => (
      <select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    )}
  </Field>
);

/** Any word; those that rules ask for are offered. */
const Word = ({ label, value, offered, onChange }: Asks & { offered: readonly string[] }) => {
  const list = useId();
  return (
    <Field label={label}>
      {(control) => (
        <>
          <input
            {...control}
            list={offered.length > 0 ? list : undefined}
            autocomplete="off"
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
          <datalist id={list}>
            {offered.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
};

/** A document that rules ask for, or one that none does. */
const Document = ({
  kit,
  none,
  ids,
  another,
  ...asks
}: Asks & { kit: DeskKit; none: string; ids: readonly string[]; another: string }) => {
  const { t, locale, locales } = kit;
  const records = useRecords(kit, ids, locales.find((one) => one === locale) ?? locales[0] ?? locale);
  return (
    <Choice {...asks}>
      <option value="">{none}</option>
      {ids.map((id) => (
        <option key={id} value={id}>
          {records.get(id)?.title ?? id.slice(id.indexOf(':') + 1)}
        </option>
      ))}
      <option value={another}>{t('what-if.another')}</option>
    </Choice>
  );
};
