import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../../api/contract/report.ts';
import { refusedWith } from '../../thread/result.ts';
import type { DeskClient } from '../client.ts';
import type { Days } from './span.ts';

export type Loading =
  | { state: 'loading' }
  | { state: 'failed'; why: 'failed' | 'offline' | 'refused' }
  /** Not for this person. */
  | { state: 'denied' }
  | { state: 'there'; report: Report };

/** Loads the report of some days whenever they change. */
export const useReport = (
  client: Pick<DeskClient, 'report'>,
  { from, to, zone }: Days & { zone: string },
  onSignedOut: () => void,
): [Loading, retry: () => void] => {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setLoading({ state: 'loading' });
    void client.report({ from, to, zone }).then((answer) => {
      if (!current) return;
      if (refusedWith(answer, 'signed-out')) onSignedOut();
      if (answer.ok) setLoading({ state: 'there', report: answer.value });
      else if (refusedWith(answer, 'not-allowed')) setLoading({ state: 'denied' });
      else if (refusedWith(answer, 'invalid-request')) setLoading({ state: 'failed', why: 'refused' });
      else setLoading({ state: 'failed', why: answer.kind === 'offline' ? 'offline' : 'failed' });
    });
    return () => {
      current = false;
    };
  }, [client, from, to, zone, attempt]);
  return [loading, () => setAttempt(attempt + 1)];
};
