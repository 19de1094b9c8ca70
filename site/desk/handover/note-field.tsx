import { Field } from '../../../widget/ui/field.tsx';
import type { DeskKit } from '../kit.ts';
import type { NoteForm, TextField } from './note-form.ts';

interface NoteFieldProps {
  kit: DeskKit;
  field: TextField;
  form: NoteForm;
  isMissing: boolean;
  write: (form: NoteForm) => void;
}

const onOneLine: readonly TextField[] = ['problem', 'since', 'owner'];
const withHint: readonly TextField[] = ['problem', 'goal', 'impact', 'since', 'found', 'promises', 'owner'];

/** One text of the note. */
export const NoteField = ({ kit: { t }, field, form, isMissing, write }: NoteFieldProps) => (
  <Field
    label={t(`note.${field}`)}
    hint={withHint.includes(field) ? t(`handover.${field}.hint`) : undefined}
    error={isMissing ? t(field === 'hypothesis' ? 'handover.missing.either' : 'handover.missing') : undefined}
  >
    {(control) => {
      const shared = {
        ...control,
        dir: 'auto' as const,
        value: form.texts[field] ?? '',
        onInput: (event: { currentTarget: { value: string } }) =>
          write({ ...form, texts: { ...form.texts, [field]: event.currentTarget.value } }),
      };
      return onOneLine.includes(field) ? (
        <input {...shared} type="text" maxLength={200} />
      ) : (
        <textarea {...shared} rows={2} maxLength={2_000} />
      );
    }}
  </Field>
);
