/** A page may be older than what it says of a check: what no longer counts is taken away. */
export const startSeals = (now: Date = new Date()): void => {
  const today = now.toISOString().slice(0, 10);
  for (const seal of document.querySelectorAll<HTMLElement>('[data-until]')) {
    if ((seal.dataset['until'] ?? '') < today) seal.remove();
  }
};
