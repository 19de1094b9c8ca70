import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../widget/ui/field.tsx';
import { AccentField } from './accent-field.tsx';
import { readColour } from './colour.ts';
import type { ConfigureKit } from './kit.ts';
import { choices, defaults, folderOf, longest, type Options, queryOf, readOptions } from './options.ts';
import { Preview } from './preview.tsx';
import { Select } from './select.tsx';
import { tagOf } from './tag.ts';
import { TagBox } from './tag-box.tsx';
import { useSettled } from './use-settled.ts';

const isColour = (text: string): boolean => readColour(text) !== undefined;

/** Chooses the options of the tag, shows them at work, and gives the tag. They live in the page's address. */
export const Configurator = ({ kit }: { kit: ConfigureKit }) => {
  const { t, known } = kit;
  const [start] = useState(() => readOptions(location.search, known, isColour));
  const [refused, setRefused] = useState(start.refused);
  const [typed, setTyped] = useState(start.options);
  const options = soundOf(typed, kit);
  const query = queryOf(options, known);
  const settled = useSettled(query);
  useEffect(() => {
    // What could not be used stays in the address until something is chosen: it may be a mistake to mend.
    if (settled === queryOf(start.options, known) && refused.length > 0) return;
    history.replaceState(history.state, '', `${location.pathname}${settled && `?${settled}`}`);
  }, [settled]);
  const foreign = hostElsewhere(start.options.base, known.base);
  const set = (changed: Partial<Options>) => setTyped({ ...typed, ...changed });
  return (
    <>
      {refused.length > 0 && (
        <div class="refused" role="status">
          <strong>{t('refused.title')}</strong>
          <p>{t('refused.text', { names: refused.join(', ').slice(0, 200) })}</p>
        </div>
      )}
      {foreign && typed.base === start.options.base && (
        <div class="refused" role="status">
          <strong>{t('foreign.title', { host: foreign })}</strong>
          <p>{t('foreign.text')}</p>
        </div>
      )}
      <div class="configure">
        <Fields kit={kit} typed={typed} set={set} />
        <Preview kit={kit} query={queryOf({ ...options, base: known.base }, known)} />
        <TagBox
          kit={kit}
          tag={tagOf(options)}
          isPlain={query === '' && refused.length === 0}
          onReset={() => {
            setTyped(defaults(known));
            setRefused([]);
          }}
        />
      </div>
    </>
  );
};

/** Who gives a link can make it name a help center of theirs: the host, where it is not of this origin. */
const hostElsewhere = (base: string, own: string): string | undefined => {
  const { origin, host } = new URL(base);
  return origin === new URL(own).origin ? undefined : host;
};

/** What was typed, without what is none. */
const soundOf = (typed: Options, { known }: ConfigureKit): Options => ({
  ...typed,
  accent: isColour(typed.accent) ? typed.accent.trim() : '',
  label: typed.label.trim(),
  base: folderOf(typed.base) ?? known.base,
});

interface FieldsProps {
  kit: ConfigureKit;
  typed: Options;
  set: (changed: Partial<Options>) => void;
}

const Fields = ({ kit, typed, set }: FieldsProps) => {
  const { t, known, locale } = kit;
  const named = <Value extends string>(group: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  const language = new Intl.DisplayNames([locale], { type: 'language' });
  const locales = known.locales.map((value) => ({ value, label: language.of(value) ?? value }));
  return (
    <form class="fields" aria-label={t('fields.title')} onSubmit={(event) => event.preventDefault()}>
      <Select
        label={t('theme.label')}
        tierzeroAnchor="configure.theme"
        value={typed.theme}
        options={named('theme', choices.theme)}
        onChoose={(theme) => set({ theme })}
      />
      <AccentField kit={kit} value={typed.accent} onType={(accent) => set({ accent })} />
      <Select
        label={t('launcher.label')}
        tierzeroAnchor="configure.launcher"
        value={typed.launcher}
        options={named('launcher', choices.launcher)}
        onChoose={(launcher) => set({ launcher })}
      />
      <Field label={t('label.label')} hint={t(typed.launcher === 'none' ? 'label.none' : 'label.hint')}>
        {(control) => (
          <input
            {...control}
            data-tierzero-anchor="configure.label"
            type="text"
            autocomplete="off"
            maxLength={longest.label}
            disabled={typed.launcher === 'none'}
            value={typed.label}
            onInput={({ currentTarget }) => set({ label: currentTarget.value })}
          />
        )}
      </Field>
      <Select
        label={t('locale.label')}
        tierzeroAnchor="configure.locale"
        value={typed.locale}
        options={[{ value: '', label: t('locale.page') }, ...locales]}
        onChoose={(chosen) => set({ locale: chosen })}
      />
      <Select
        label={t('storage.label')}
        tierzeroAnchor="configure.storage"
        value={typed.storage}
        options={named('storage', choices.storage)}
        onChoose={(storage) => set({ storage })}
      />
      <Field
        label={t('base.label')}
        hint={t('base.hint')}
        error={folderOf(typed.base) === undefined ? t('base.wrong') : undefined}
      >
        {(control) => (
          <input
            {...control}
            data-tierzero-anchor="configure.base"
            type="url"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            maxLength={longest.base}
            value={typed.base}
            onInput={({ currentTarget }) => set({ base: currentTarget.value })}
          />
        )}
      </Field>
    </form>
  );
};
