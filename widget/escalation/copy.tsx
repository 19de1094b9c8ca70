import { useId, useRef, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import { IconButton } from '../ui/button.tsx';

type Selectable = HTMLInputElement | HTMLTextAreaElement;

/** Plain http has no clipboard object; the old command does there, where the browser still has it. */
const copySelected = (field: Selectable): boolean => {
  field.focus();
  field.select();
  return typeof document.execCommand === 'function' && document.execCommand('copy');
};

/** For a text that is in no field: the command copies only what can be selected. */
const copyBeside = (text: string, button: HTMLElement): boolean => {
  const field = document.createElement('textarea');
  field.value = text;
  button.after(field);
  const done = copySelected(field);
  field.remove();
  button.focus();
  return done;
};

const toClipboard = async (text: string, otherwise: () => boolean): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return otherwise();
  }
};

interface CopyProps {
  t: Translate;
  label: string;
  text: string;
}

/** A short text to take along, and a button that copies it. */
export const CopyText = ({ t, label, text }: CopyProps) => {
  const [said, setSaid] = useState('');
  const take = async (button: HTMLElement) => {
    if (await toClipboard(text, () => copyBeside(text, button))) setSaid(t('copy.done'));
  };
  return (
    <p class="copy-text">
      <span>{label}</span>
      <strong>{text}</strong>
      <IconButton icon="copy" label={t('copy.label', { label })} onClick={(event) => void take(event.currentTarget)} />
      <span role="status">{said}</span>
    </p>
  );
};

/** A long text to take along. Where copying is not allowed, it is selected for the person to do it. */
export const CopyField = ({ t, label, text, lines }: CopyProps & { lines?: number }) => {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const id = useId();
  const take = async () => {
    const { current } = field;
    if (!current) return;
    const done = await toClipboard(text, () => copySelected(current));
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
