import { useEffect, useState } from 'preact/hooks';
import { isInternal } from '../../../content/schema/internal.ts';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import type { Result } from '../../thread/result.ts';
import { type DeskKit, isOfPartner } from '../kit.ts';
import type { KnowledgeClient } from './knowledge-client.ts';
import { pageOf } from './page-of.ts';
import { type KnowledgeSearch, openSearch } from './search.ts';

interface DocumentNameProps {
  kit: DeskKit;
  /** `article:slug`. */
  id: string;
  /** Of the request. */
  locale: string;
}

/** A document by its title, with the way to its page where it has one; by its slug where it cannot be looked up. */
export const DocumentName = ({ kit, id, locale }: DocumentNameProps) => {
  const record = useRecord(kit, id, locale);
  const slug = id.slice(id.indexOf(':') + 1);
  if (!record) return <bdi>{slug}</bdi>;
  // SECURITY: what is internal has no address that could be sent.
  if (isInternal(id)) return <bdi>{record.title}</bdi>;
  return (
    <a href={pageOf(kit, locale, record)} target="_blank" rel="noopener">
      {record.title}
    </a>
  );
};

const useRecord = (kit: DeskKit, id: string, locale: string): SearchRecord | undefined => {
  const [record, setRecord] = useState<SearchRecord>();
  useEffect(() => {
    if (isOfPartner(kit)) return;
    let isHere = true;
    const look = async () => {
      const search = await opened(kit.knowledge, locale);
      const found = search.ok ? await search.value.byId(id) : undefined;
      if (isHere) setRecord(found);
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [id, locale]);
  return record;
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
