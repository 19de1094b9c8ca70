import { useEffect, useState } from 'preact/hooks';

/** Grey lines in the shape of what comes. Shown after 300 ms, so that a quick answer never flickers. */
export const Skeleton = ({ lines = 4, label }: { lines?: number; label: string }) => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="skeleton" role="status" aria-label={late ? label : undefined}>
      {late && Array.from({ length: lines }, (_, line) => <span key={line} />)}
    </div>
  );
};
