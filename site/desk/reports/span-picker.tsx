import { useEffect, useId, useState } from 'preact/hooks';
import type { Translate } from '../../../widget/i18n/translate.ts';
import { daysOf, presetOf, presets, spanOf, today } from './span.ts';

interface SpanPickerProps {
  t: Translate;
  span: string | undefined;
  now: number;
  onSpan: (span: string) => void;
}

/** Which days: a span with a name, or two days. */
export const SpanPicker = ({ t, span, now, onSpan }: SpanPickerProps) => {
  const id = useId();
  const days = daysOf(span, now);
  const [draft, setDraft] = useState(days);
  useEffect(() => setDraft(days), [days.from, days.to]);
  // A day that is typed is no day yet after each of its digits.
  const choose = (next: typeof draft) => {
    setDraft(next);
    if (next.from && next.to && next.from <= next.to) onSpan(spanOf(next));
  };
  const isBackwards = draft.from !== '' && draft.to !== '' && draft.from > draft.to;
  return (
    <div class="span">
      <label class="span-field">
        {t('report.span')}
        <select
          class="control"
          value={presetOf(span) ?? 'custom'}
          onChange={({ currentTarget: { value } }) => onSpan(value === 'custom' ? spanOf(days) : value)}
        >
          {presets.map((preset) => (
            <option key={preset} value={preset}>
              {t(`report.span.${preset}`)}
            </option>
          ))}
          <option value="custom">{t('report.span.custom')}</option>
        </select>
      </label>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="span-field">
          {t(`report.${end}`)}
          <input
            class="control"
            type="date"
            value={draft[end]}
            max={today(now)}
            aria-invalid={isBackwards ? 'true' : undefined}
            aria-describedby={id}
            onChange={({ currentTarget: { value } }) => choose({ ...draft, [end]: value })}
          />
        </label>
      ))}
      <p class="span-problem" id={id} role="status">
        {isBackwards && t('report.backwards')}
      </p>
    </div>
  );
};
