import { useEffect, useState } from 'preact/hooks';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import type { Content } from '../search/content.ts';
import { findRecord, isWhole } from '../search/records.ts';

type Looked = { status: 'waiting' } | { status: 'failed' } | { status: 'known'; record: SearchRecord | undefined };

/** A document by its id, looked for in the files of a large index. `known` without a record: there is no such document. */
export const useRecord = (content: Content | undefined, ids: readonly string[]) => {
  const here = content && ids.map(content.record).find((record) => record !== undefined);
  const wanted = ids.join();
  const [found, setFound] = useState<{ wanted: string; looked: Looked }>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (here || !content) return;
    let current = true;
    const tell = (looked: Looked) => current && setFound({ wanted, looked });
    findRecord(content, ids).then(
      (record) => tell({ status: 'known', record }),
      () => tell({ status: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [content?.engine, wanted, here === undefined, attempt]);
  const retry = () => {
    setFound(undefined);
    setAttempt((times) => times + 1);
  };
  // A whole index knows at once.
  const waiting: Looked = content && isWhole(content) ? { status: 'known', record: undefined } : { status: 'waiting' };
  const looked: Looked = here ? { status: 'known', record: here } : found?.wanted === wanted ? found.looked : waiting;
  return { looked, retry };
};

/** Documents by their ids, those of a large index as they come; one that cannot be had is left out. */
export const useRecords = (content: Content, ids: readonly string[]): SearchRecord[] => {
  const wanted = ids.join();
  const [, show] = useState(0);
  useEffect(() => {
    let current = true;
    const lacking = isWhole(content) ? [] : ids.filter((id) => !content.record(id));
    for (const id of lacking)
      findRecord(content, [id]).then(
        () => current && show((times) => times + 1),
        () => {},
      );
    return () => {
      current = false;
    };
  }, [content.engine, wanted]);
  return ids.map(content.record).filter((record) => record !== undefined);
};
