import type { Translate } from '../i18n/translate.ts';
import { Icon } from '../ui/icon.tsx';
import { Marked } from './marked.tsx';
import type { Row } from './rows.ts';

interface ResultProps {
  row: Row;
  t: Translate;
  href: string;
  /** A plain click; with a modifier the link does what links do. Default it always does. */
  onOpen?: (row: Row) => void;
  /** Makes it an option of a listbox. */
  option?: { id: string; role: 'option'; 'aria-selected': boolean; tabIndex: number };
}

export const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** Kind, title, the one sentence that answers, where it lives. It is a link with nothing to press inside. */
export const Result = ({ row, t, href, onOpen, option }: ResultProps) => (
  <a
    {...option}
    class="result"
    href={href}
    onClick={(event) => {
      if (!onOpen || !isPlain(event)) return;
      event.preventDefault();
      onOpen(row);
    }}
  >
    <Icon name={row.record.kind} />
    <span class="result-title">
      <Marked text={row.record.title} marks={row.titleMarks} />
    </span>
    <span>
      <span class="result-passage">
        <Marked text={row.text} marks={row.textMarks} />
      </span>
      <span class="result-place">
        {[t(`kind.${row.record.kind}`), row.place, row.heading].filter(Boolean).join(' · ')}
      </span>
    </span>
  </a>
);
