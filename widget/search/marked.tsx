import type { Mark } from '../../content/search/marks.ts';

/** A text whose matched words are a little heavier: no highlighter. */
export const Marked = ({ text, marks }: { text: string; marks: readonly Mark[] }) => {
  let from = 0;
  const parts = marks.flatMap(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return [before, <b key={start}>{text.slice(start, end)}</b>];
  });
  return [...parts, text.slice(from)];
};
