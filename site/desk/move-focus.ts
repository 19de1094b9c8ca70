/** Moves the focus among the rows of the list: from the focused one, else from the open one, else to the first. */
export const moveFocus = (list: HTMLElement | null, by: 1 | -1): void => {
  const rows = [...(list?.querySelectorAll<HTMLElement>('a.row') ?? [])];
  const focused = rows.findIndex((row) => row.matches(':focus'));
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const to = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
  rows[to]?.focus({ preventScroll: true });
  rows[to]?.scrollIntoView({ block: 'nearest' });
};
