import { useEffect, useState } from 'preact/hooks';
import { type Result, refusedWith } from '../../thread/result.ts';

export type Loading<T> =
  | { state: 'loading' }
  | { state: 'failed'; why: 'failed' | 'offline' | 'refused' }
  /** Not for this person. */
  | { state: 'denied' }
  | { state: 'there'; value: T };

/** Loads the report of some days whenever its name changes. */
export function useLoading<T>(
  load: () => Promise<Result<T>>,
  name: string,
  onSignedOut: () => void,
): [Loading<T>, retry: () => void] {
  const [loading, setLoading] = useState<Loading<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setLoading({ state: 'loading' });
    void load().then((answer) => {
      if (!current) return;
      if (refusedWith(answer, 'signed-out')) onSignedOut();
      if (answer.ok) setLoading({ state: 'there', value: answer.value });
      else if (refusedWith(answer, 'not-allowed')) setLoading({ state: 'denied' });
      else if (refusedWith(answer, 'invalid-request')) setLoading({ state: 'failed', why: 'refused' });
      else setLoading({ state: 'failed', why: answer.kind === 'offline' ? 'offline' : 'failed' });
    });
    return () => {
      current = false;
    };
  }, [name, attempt]);
  return [loading, () => setAttempt(attempt + 1)];
}
