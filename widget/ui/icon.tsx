/** Outlines on a 20 × 20 grid, drawn with the text's colour. */
const paths = {
  article: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 9.5h5M7.5 12.5h5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  chevron: 'm5.5 8 4.5 4.5L14.5 8',
  close: 'm5 5 10 10M15 5 5 15',
  collapse: 'M16 8h-4V4M4 12h4v4M12 8l4.5-4.5M8 12l-4.5 4.5',
  copy: 'M7 6.5h9v10H7zM13 6.5v-3H4v10h3',
  expand: 'M12 3.5h4.5V8M8 16.5H3.5V12M16.5 3.5l-5 5M3.5 16.5l5-5',
  external: 'M11.5 3.5h5v5M16.5 3.5l-7 7M8 4.5H3.5v12h12V12',
  faq: 'M3 4.5h14v9.5H9.5L6 17v-3H3zM8 7.6c.4-1 3.6-1.3 3.6.6 0 1.2-1.6 1.2-1.6 2.3M10 12.1v.1',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15M10 9v4.5M10 6.4v.1',
  no: 'M6.5 11.5V4h7.3c1 0 1.5.6 1.7 1.5l1 4.5c.2 1-.4 1.5-1.3 1.5h-3.7l.5 3.5c.1 1-.4 1.5-1.5 1.5zM6.5 4H3.5v7.5h3',
  offline:
    'M3.5 3.5l13 13M2.5 8a11 11 0 0 1 4-2.4M9 5a11 11 0 0 1 8.5 3M5 11.2a7 7 0 0 1 3-1.9M12.5 9.7a7 7 0 0 1 2.5 1.5M7.7 14a3.5 3.5 0 0 1 4.6 0M10 16.7v.1',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 16.5c.3-3 2.6-4.5 6-4.5s5.7 1.5 6 4.5z',
  requests: 'M3 5h14v10H3zM3 6l7 5 7-5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M13 13l4 4',
  send: 'M3.5 16.5 17 10 3.5 3.5 5.5 10zM5.5 10H11',
  tip: 'M7.5 14.5h5M8.5 17h3M7.5 14.5c0-2-2.5-2.7-2.5-6a5 5 0 0 1 10 0c0 3.3-2.5 4-2.5 6',
  walkthrough: 'M3 5.5l1.3 1.3L6.5 4.5M9.5 5.5H17M3 10.5l1.3 1.3 2.2-2.3M9.5 10.5H17M4.2 15.5h.1M9.5 15.5H17',
  warning: 'M10 3 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.1',
  yes: 'M6.5 8.5V16h7.3c1 0 1.5-.6 1.7-1.5l1-4.5c.2-1-.4-1.5-1.3-1.5h-3.7l.5-3.5c.1-1-.4-1.5-1.5-1.5zM6.5 16H3.5V8.5h3',
} as const;
export type IconName = keyof typeof paths;

/** A picture beside a word, never instead of one. */
export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <svg class="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
