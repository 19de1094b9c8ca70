/** How long the check waits, in milliseconds. */
export interface Patience {
  /** For a page to load. */
  load: number;
  /** For what a step needs to begin, and for what it leads to. */
  appear: number;
  /** For a page to show which way it goes, though the step below could begin. As long as the guide waits (`patience.quietMs`). */
  settle: number;
  /** For an element to be free to press or type into. */
  act: number;
  /** For a page that does not answer at all. */
  answer: number;
  /** For sample data to be put back. */
  reset: number;
  /** Between two looks. */
  pause: number;
}

export const patience: Patience = {
  load: 30_000,
  appear: 10_000,
  settle: 300,
  act: 6_000,
  answer: 5_000,
  reset: 300_000,
  pause: 50,
};

/** A page was asked and said nothing. */
export class Unresponsive extends Error {}

/** An error in a line of words. */
export function wordsOf(error: unknown): string {
  if (error instanceof Unresponsive) return 'it busy without end';
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? text).slice(0, 160);
}

/** What is asked of a page, or an error after a while: a page in an endless loop never answers. */
export async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unresponsive('The page does not answer.')), milliseconds);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
