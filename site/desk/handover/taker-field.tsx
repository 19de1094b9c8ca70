import type { HandoverDraft } from '../../../api/contract/handover.ts';
import { Field } from '../../../widget/ui/field.tsx';
import type { DeskKit } from '../kit.ts';
import { plain } from '../plain.ts';
import type { NoteForm } from './note-form.ts';

interface TakerFieldProps {
  kit: DeskKit;
  draft: HandoverDraft;
  form: NoteForm;
  write: (form: NoteForm) => void;
}

/** Whom of the group it is given to at once; nobody is asked where the group has nobody by name. */
export const TakerField = ({ kit: { t, me }, draft: { people }, form, write }: TakerFieldProps) =>
  people.length === 0 ? null : (
    <Field label={t('handover.person')} hint={t('handover.person.hint')}>
      {(control) => (
        <select
          {...control}
          value={takerIn(form, people) ?? ''}
          onChange={({ currentTarget }) => write({ ...form, person: currentTarget.value || undefined })}
        >
          <option value="">{t('work.nobody')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === me.id ? t('work.me', { name: plain(name) }) : plain(name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );

/** Who is chosen, while they are there. */
export const takerIn = ({ person }: NoteForm, people: HandoverDraft['people']): string | undefined =>
  people.find(({ id }) => id === person)?.id;
