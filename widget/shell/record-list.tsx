import type { SearchRecord } from '../../content/schema/search-record.ts';
import { isPlain } from '../search/result.tsx';
import { addressOf, type Site } from '../ui/address.ts';
import { Icon } from '../ui/icon.tsx';
import type { Mover } from './move.ts';

interface RecordListProps {
  title: string;
  records: readonly SearchRecord[];
  site: Site;
  move: Mover;
  /** With the sentence that answers. Default the title alone. */
  described?: boolean;
}

/** Documents to choose from. Real links: a click with a modifier opens the page. */
export const RecordList = ({ title, records, site, move, described }: RecordListProps) =>
  records.length === 0 ? null : (
    <section class="records">
      <h3>{title}</h3>
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            <a
              class="record"
              href={addressOf(site, record)}
              onClick={(event) => {
                if (!isPlain(event)) return;
                event.preventDefault();
                move.go({ view: 'document', id: record.id });
              }}
            >
              <Icon name={record.kind} />
              <span>
                <span class="record-title">{record.title}</span>
                {described && <span class="record-text">{record.description}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
