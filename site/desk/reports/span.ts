/** Days of a report, both of them included: `2026-11-01`. */
export interface Days {
  from: string;
  to: string;
}

export const presets = ['week', '7d', '28d', 'month', 'last-month'] as const;
export type Preset = (typeof presets)[number];

const dayMs = 86_400_000;
const written = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** The day that a clock of this browser shows. */
export const today = (now: number): string => {
  const date = new Date(now);
  return dayOf(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
};

/** What the address says: a span with a name, or two days; the last 28 days where it says nothing that is one. */
export const presetOf = (span: string | undefined): Preset | undefined =>
  presets.find((preset) => preset === span) ?? (daysWritten(span) ? undefined : '28d');

export const daysOf = (span: string | undefined, now: number): Days =>
  daysWritten(span) ?? presetDays(presetOf(span) ?? '28d', today(now));

export const spanOf = ({ from, to }: Days): string => `${from}..${to}`;

const daysWritten = (span: string | undefined): Days | undefined => {
  const [, from, to] = written.exec(span ?? '') ?? [];
  return from && to && isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
};

const presetDays = (preset: Preset, day: string): Days => {
  const at = Date.parse(day);
  const date = new Date(at);
  const month = (later: number, dayOfMonth: number) =>
    dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, dayOfMonth));
  // Weeks begin on Monday.
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  switch (preset) {
    case 'week':
      return { from: dayOf(at - sinceMonday * dayMs), to: day };
    case '7d':
      return { from: dayOf(at - 6 * dayMs), to: day };
    case '28d':
      return { from: dayOf(at - 27 * dayMs), to: day };
    case 'month':
      return { from: month(0, 1), to: day };
    case 'last-month':
      return { from: month(-1, 1), to: month(0, 0) };
  }
};

const isDay = (text: string): boolean => !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
