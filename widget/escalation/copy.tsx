import { useId, useRef, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import { IconButton } from '../ui/button.tsx';

/** Plain http has no clipboard object; the old command does there, where the browser still has it. */
const copySelected = (field: HTMLInputElement | HTMLTextAreaElement): boolean => {
  field.focus();
  field.select();
  return typeof document.execCommand === 'function' && document.execCommand('copy');
};

const copy = async (text: string, field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(field);
  }
};

interface CopyProps {
  t: Translate;
  label: string;
  text: string;
  /** A longer text gets lines. */
  lines?: number;
}

/** A text to take along. Where copying is not allowed, it is selected for the person to do it. */
export const CopyField = ({ t, label, text, lines }: CopyProps) => {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const id = useId();
  const take = async () => {
    if (!field.current) return;
    const done = await copy(text, field.current);
    setSaid(t(done ? 'copy.done' : 'copy.hand'));
  };
  const props = { id, ref: field, readOnly: true, value: text };
  return (
    <div class="copy-field">
      <div class="copy-head">
        <label for={id}>{label}</label>
        <span role="status">{said}</span>
      </div>
      <div class="control copy-row">
        {lines ? <textarea {...props} rows={lines} /> : <input {...props} />}
        <IconButton icon="copy" label={t('copy.label', { label })} onClick={() => void take()} />
      </div>
    </div>
  );
};
