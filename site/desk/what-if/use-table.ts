import { useEffect, useState } from 'preact/hooks';
import type { Hours } from '../../../api/contract/hours.ts';
import type { Routing } from '../../../content/schema/routing.ts';
import { refusedWith } from '../../thread/result.ts';
import type { DeskClient } from '../client.ts';

/** What decides, and when groups work. */
export interface Table {
  routing: Routing;
  hours: Hours;
}

export type Loading = { state: 'loading' } | { state: 'failed' } | ({ state: 'there' } & Table);

/** Loads both once. */
export const useTable = (client: DeskClient, onSignedOut: () => void): [Loading, retry: () => void] => {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setLoading({ state: 'loading' });
    void Promise.all([client.routing(), client.hours()]).then(([routing, hours]) => {
      if (!current) return;
      if (refusedWith(routing, 'signed-out')) onSignedOut();
      setLoading(
        routing.ok && hours.ok ? { state: 'there', routing: routing.value, hours: hours.value } : { state: 'failed' },
      );
    });
    return () => {
      current = false;
    };
  }, [client, attempt]);
  return [loading, () => setAttempt(attempt + 1)];
};
