import { useEffect, useState } from 'preact/hooks';
import type { Content } from './content.ts';
import { rangeOfRecords } from './records.ts';

/**
 * Fetches every record of a large index while `wanted`: a filter, and results beyond the first ones, need those of all
 * that match, and where these lie the index says of the first ones only.
 */
export const useAllRecords = (content: Content | undefined, wanted: boolean) => {
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let here = true;
    setFailed(false);
    if (content && wanted) rangeOfRecords(content, 0, content.head.records.length).catch(() => here && setFailed(true));
    return () => {
      here = false;
    };
  }, [content?.engine, wanted, attempt]);
  return { failed, loading: wanted && !failed, again: () => setAttempt((times) => times + 1) };
};
