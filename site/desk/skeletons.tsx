import { useEffect, useState } from 'preact/hooks';

/** False for the first 300 ms: a quick answer never flickers. */
const useLate = (): boolean => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return late;
};

/** Rows to come. */
export const ListSkeleton = ({ label }: { label: string }) => {
  const late = useLate();
  return (
    <div class="list-skeleton" role="status" aria-label={late ? label : undefined}>
      {late && [0, 1, 2, 3, 4].map((row) => <Shape key={row} lines={3} />)}
    </div>
  );
};

/** A conversation to come: a question, an answer, the field. */
export const TicketSkeleton = ({ label }: { label: string }) => {
  const late = useLate();
  return (
    <div class="ticket-skeleton" role="status" aria-label={late ? label : undefined}>
      {late && [2, 4, 3].map((lines, place) => <Shape key={place} lines={lines} />)}
    </div>
  );
};

const Shape = ({ lines }: { lines: number }) => (
  <span class="shape">
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} />
    ))}
  </span>
);
