/** What the page says to its scripts, on the frame's element (frame/PageFrame.astro). */
export const facts = (): { base: string; copy: string; copied: string } => {
  const { base = '/', copy = '', copied = '' } = document.querySelector<HTMLElement>('[data-page]')?.dataset ?? {};
  return { base, copy, copied };
};
