import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../../widget/client/api.ts';
import { type Result, refusedWith } from '../../thread/result.ts';

export type Loaded<T> = { state: 'loading' } | { state: 'failed'; failure: Failure } | { state: 'there'; value: T };

/** Loads something once for each `name`, and again when it is retried. */
export const useLoaded = <T>(
  load: () => Promise<Result<T>>,
  name: string,
  onSignedOut: () => void,
): [Loaded<T>, retry: () => void] => {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setLoaded({ state: 'loading' });
    void load().then((result) => {
      if (!current) return;
      if (refusedWith(result, 'signed-out')) onSignedOut();
      setLoaded(result.ok ? { state: 'there', value: result.value } : { state: 'failed', failure: result });
    });
    return () => {
      current = false;
    };
  }, [name, attempt]);
  return [loaded, () => setAttempt(attempt + 1)];
};
