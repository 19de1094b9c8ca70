import { useEffect, useState } from 'preact/hooks';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import type { Content } from '../search/content.ts';
import { isWhole, rangeOfRecords } from '../search/records.ts';

/** Documents of a large category that are listed at a time: what lies in a few files. */
const page = 48;

/** Where a category lies in an index whose records are in other files: categories stand one after the other. */
const rangeOf = ({ head: { categories } }: Content, slug: string) => {
  const place = categories.findIndex((entry) => entry.slug === slug);
  const before = categories.slice(0, Math.max(0, place));
  return { first: before.reduce((sum, { count }) => sum + count, 0), count: categories[place]?.count ?? 0 };
};

/** The documents of a category: all when they are here, else the first ones, and more when somebody asks. */
export const useCategory = (content: Content, slug: string) => {
  const { first, count } = rangeOf(content, slug);
  const [shown, setShown] = useState(page);
  const [loaded, setLoaded] = useState<readonly SearchRecord[]>([]);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isHereAll = isWhole(content);
  useEffect(() => {
    let current = true;
    setFailed(false);
    if (!isHereAll)
      rangeOfRecords(content, first, Math.min(shown, count)).then(
        (records) => current && setLoaded(records),
        () => current && setFailed(true),
      );
    return () => {
      current = false;
    };
  }, [content.engine, isHereAll, first, shown, attempt]);
  const records = isHereAll ? content.head.records.filter(({ category }) => category === slug) : loaded;
  const isHere = isHereAll || loaded.length >= Math.min(shown, count);
  return {
    records,
    /** How many it has, those for other readers among them. */
    count: isHereAll ? records.length : count,
    status: failed ? ('failed' as const) : isHere ? ('known' as const) : ('waiting' as const),
    more: () => setShown(shown + page),
    retry: () => setAttempt(attempt + 1),
  };
};
