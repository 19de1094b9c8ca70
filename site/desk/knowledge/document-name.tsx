import { isInternal } from '../../../content/schema/internal.ts';
import type { DeskKit } from '../kit.ts';
import { pageOf } from './page-of.ts';
import { useRecords } from './use-records.ts';

interface DocumentNameProps {
  kit: DeskKit;
  /** `article:slug`. */
  id: string;
  /** Of the request. */
  locale: string;
}

/** A document by its title, with the way to its page where it has one; by its slug where it cannot be looked up. */
export const DocumentName = ({ kit, id, locale }: DocumentNameProps) => {
  const record = useRecords(kit, [id], locale).get(id);
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
