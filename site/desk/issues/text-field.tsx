import { Field } from '../../../widget/ui/field.tsx';

interface TextFieldProps {
  label: string;
  locale: string;
  longest: number;
  value: string;
  onChange: (text: string) => void;
}

/** A text of several lines in one language. */
export const TextField = ({ label, locale, longest, value, onChange }: TextFieldProps) => (
  <Field label={label}>
    {(control) => (
      <textarea
        {...control}
        lang={locale}
        rows={3}
        maxLength={longest}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Field>
);
