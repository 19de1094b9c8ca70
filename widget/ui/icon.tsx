/** Outlines on a 20 × 20 grid, drawn with the text's colour. Those of the first screen; more come with `addIcons`. */
const first = {
  article: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 9.5h5M7.5 12.5h5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  close: 'm5 5 10 10M15 5 5 15',
  expand: 'M12 3.5h4.5V8M8 16.5H3.5V12M16.5 3.5l-5 5M3.5 16.5l5-5',
  faq: 'M3 4.5h14v9.5H9.5L6 17v-3H3zM8 7.6c.4-1 3.6-1.3 3.6.6 0 1.2-1.6 1.2-1.6 2.3M10 12.1v.1',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 16.5c.3-3 2.6-4.5 6-4.5s5.7 1.5 6 4.5z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M13 13l4 4',
  walkthrough: 'M3 5.5l1.3 1.3L6.5 4.5M9.5 5.5H17M3 10.5l1.3 1.3 2.2-2.3M9.5 10.5H17M4.2 15.5h.1M9.5 15.5H17',
  warning: 'M10 3 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.1',
};
const known: Partial<Record<IconName, string>> = first;
export type IconName = keyof typeof first | keyof typeof import('./icon-paths.ts').later;

/** Makes icons known that come with later code. */
export const addIcons = (paths: Partial<Record<IconName, string>>): void => {
  Object.assign(known, paths);
};

/** A picture beside a word, never instead of one. */
export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <svg class="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
    <path
      d={known[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
