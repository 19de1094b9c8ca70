import type { RefObject } from 'preact';
import { Marked } from '../../../widget/search/marked.tsx';
import { Icon } from '../../../widget/ui/icon.tsx';
import { type DeskKit, languageName } from '../kit.ts';
import type { KnowledgeRow } from './search.ts';

interface RowsProps {
  kit: DeskKit;
  rows: readonly KnowledgeRow[];
  /** Of the request. */
  locale: string;
  list: RefObject<HTMLUListElement | null>;
  /** Up, out of the list. */
  onLeave: () => void;
  onOpen: (id: string) => void;
}

/** Results, one below the other; arrows move. */
export const Rows = ({ list, rows, onLeave, ...rest }: RowsProps) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < 0) onLeave();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  };
  return (
    <ul class="knowledge-rows" ref={list} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <li key={row.record.id}>
          <RowView {...rest} row={row} />
        </li>
      ))}
    </ul>
  );
};

const RowView = ({
  kit,
  row,
  locale,
  onOpen,
}: Pick<RowsProps, 'kit' | 'locale' | 'onOpen'> & { row: KnowledgeRow }) => {
  const { record, isInternal, titleMarks, textMarks } = row;
  const written = record.locale ?? locale;
  const isOther = written.split('-')[0] !== locale.split('-')[0];
  return (
    <button type="button" class="knowledge-row" data-internal={isInternal} onClick={() => onOpen(record.id)}>
      <span class="knowledge-title">
        <Marked text={record.title} marks={titleMarks} />
      </span>
      <span class="knowledge-text">
        <Marked text={record.description} marks={textMarks} />
      </span>
      <span class="knowledge-place">
        {isInternal ? <InternalMark kit={kit} /> : kit.t(`knowledge.kind.${record.kind}`)}
        {isOther && ` · ${kit.t('knowledge.in', { language: languageName(kit, written) })}`}
      </span>
    </button>
  );
};

/** In words, beside a picture and a colour: nobody is to send what is behind it. */
export const InternalMark = ({ kit: { t } }: { kit: DeskKit }) => (
  <span class="knowledge-internal">
    <Icon name="warning" size={14} />
    {t('knowledge.internal')}
  </span>
);
