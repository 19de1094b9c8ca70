import { useEffect, useState } from 'preact/hooks';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import type { Result } from '../../thread/result.ts';
import { type DeskKit, isOfPartner } from '../kit.ts';
import type { KnowledgeClient } from './knowledge-client.ts';
import { type KnowledgeSearch, openSearch } from './search.ts';

/** What is known of documents, by id, for their names; what cannot be looked up is not in it. */
export const useRecords = (kit: DeskKit, ids: readonly string[], locale: string): ReadonlyMap<string, SearchRecord> => {
  const [records, setRecords] = useState<ReadonlyMap<string, SearchRecord>>(new Map());
  useEffect(() => {
    if (ids.length === 0 || isOfPartner(kit)) return;
    let isHere = true;
    const look = async () => {
      const search = await opened(kit.knowledge, locale);
      if (!search.ok) return;
      const found = new Map<string, SearchRecord>();
      for (const id of ids) {
        const record = await search.value.byId(id);
        if (record) found.set(id, record);
      }
      if (isHere) setRecords(found);
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [ids.join(), locale]);
  return records;
};

const searches = new WeakMap<KnowledgeClient, Map<string, Promise<Result<KnowledgeSearch>>>>();

/** One index for all names of a language; one that could not be had is asked for again. */
const opened = async (client: KnowledgeClient, locale: string): Promise<Result<KnowledgeSearch>> => {
  const known = searches.get(client) ?? new Map<string, Promise<Result<KnowledgeSearch>>>();
  searches.set(client, known);
  const search = known.get(locale) ?? openSearch(client, locale);
  known.set(locale, search);
  const result = await search;
  if (!result.ok) known.delete(locale);
  return result;
};
