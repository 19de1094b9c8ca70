import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

/** Spread on the input, so that label, hint and error are read with it. */
export interface FieldControl {
  id: string;
  class: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

interface FieldProps {
  label: string;
  /** Why it is asked, or what to write. */
  hint?: ComponentChildren;
  /** What is wrong and what to do; announced when it appears. */
  error?: string | undefined;
  children: (control: FieldControl) => VNode;
}

/** A labelled control: `<Field label="…">{(control) => <input {...control} />}</Field>`. */
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId();
  const notes = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const control: FieldControl = {
    id,
    class: 'control',
    'aria-describedby': notes || undefined,
    'aria-invalid': error ? 'true' : undefined,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(control)}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="field-error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
};
