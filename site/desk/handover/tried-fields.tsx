import { useId } from 'preact/hooks';
import { Button, IconButton } from '../../../widget/ui/button.tsx';
import type { DeskKit } from '../kit.ts';
import type { NoteForm } from './note-form.ts';

interface TriedFieldsProps {
  kit: DeskKit;
  lines: NoteForm['tried'];
  isMissing: boolean;
  write: (lines: NoteForm['tried']) => void;
}

/** What was tried and what came of it, a line each; there is always one to write in. */
export const TriedFields = ({ kit: { t }, lines, isMissing, write }: TriedFieldsProps) => {
  const id = useId();
  const shown = lines.length > 0 ? lines : [{ what: '', result: '' }];
  const set = (place: number, change: Partial<NoteForm['tried'][number]>) =>
    write(shown.map((line, other) => (other === place ? { ...line, ...change } : line)));
  return (
    <fieldset class="tried">
      <legend>{t('note.tried')}</legend>
      {shown.map((line, place) => (
        <div key={place} class="tried-line">
          {(['what', 'result'] as const).map((part) => (
            <input
              key={part}
              class="control"
              type="text"
              dir="auto"
              maxLength={part === 'what' ? 500 : 1_000}
              aria-label={t(`handover.tried.${part}.numbered`, { place: place + 1 })}
              placeholder={t(`handover.tried.${part}`)}
              aria-invalid={isMissing && line[part].trim() === '' ? 'true' : undefined}
              aria-describedby={isMissing ? id : undefined}
              value={line[part]}
              onInput={(event) => set(place, { [part]: event.currentTarget.value })}
            />
          ))}
          {shown.length > 1 && (
            <IconButton
              icon="close"
              label={t('handover.tried.remove', { what: line.what || String(place + 1) })}
              onClick={() => write(shown.filter((_, other) => other !== place))}
            />
          )}
        </div>
      ))}
      <p class="field-error" id={id} role="alert">
        {isMissing && t('handover.missing.tried')}
      </p>
      <Button kind="plain" onClick={() => write([...shown, { what: '', result: '' }])}>
        {t('handover.tried.add')}
      </Button>
    </fieldset>
  );
};
