import { useEffect, useState } from 'preact/hooks';
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
  const days = daysOf(span, now);
  const [draft, setDraft] = useState(days);
  useEffect(() => setDraft(days), [days.from, days.to]);
  // A day that is typed is no day yet after each of its digits.
  const choose = (next: typeof draft) => {
    setDraft(next);
    if (next.from && next.to && next.from <= next.to) onSpan(spanOf(next));
  };
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
            max={end === 'from' ? draft.to : today(now)}
            min={end === 'to' ? draft.from : undefined}
            onChange={({ currentTarget: { value } }) => choose({ ...draft, [end]: value })}
          />
        </label>
      ))}
    </div>
  );
};
