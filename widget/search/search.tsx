import type { ComponentChildren, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import type { Translate } from '../i18n/translate.ts';
import { useCombobox } from './combobox.ts';
import type { Content } from './content.ts';
import { SearchField } from './field.tsx';
import { Result } from './result.tsx';
import type { Row } from './rows.ts';
import type { Settled } from './settle.ts';
import { useEmpty } from './use-empty.ts';
import { useSearch, useSpoken } from './use-search.ts';

export interface SearchProps {
  t: Translate;
  /** Undefined while it is on its way, or when it cannot be had. */
  content: Content | undefined;
  query: string;
  /** False while nobody can see it: then a search counts as left. */
  shown: boolean;
  onQuery: (query: string) => void;
  onOpen: (row: Row, search: { query: string }) => void;
  onSettle: (search: Settled) => void;
  hrefOf: (record: SearchRecord, anchor?: string) => string;
  audience: readonly string[];
  input: RefObject<HTMLInputElement | null>;
  /** Shown without words. */
  idle?: ComponentChildren;
  /** Shown while there is no content: that it comes, or that it cannot. */
  waiting: ComponentChildren;
  category: (category: { slug: string; title: string }) => ComponentChildren;
  person: ComponentChildren;
}

/** Further down nobody looks; other words find it sooner. */
const limit = 20;

/** The field, and its results in place. */
export const Search = (props: SearchProps) => {
  const { t, content, query, onQuery, input } = props;
  const { found, settle } = useSearch({ ...props, limit });
  useEffect(() => {
    if (!props.shown) settle();
  }, [props.shown, settle]);
  const rows = found?.rows ?? [];
  const Empty = useEmpty(found);
  const open = (row: Row) => {
    settle();
    props.onOpen(row, { query: query.trim() });
  };
  const box = useCombobox({
    count: rows.length,
    query,
    onEnter: (index) => {
      const row = rows[Math.max(0, index)];
      if (row) open(row);
    },
    onEscape: () => {
      if (!query) return false;
      onQuery('');
      return true;
    },
  });
  const summary = found ? t('search.count', { count: found.count }) : '';
  const correction = found?.corrected ? t('search.corrected', { query: found.corrected }) : '';
  const spoken = useSpoken(`${summary} ${correction}`.trim());

  return (
    <div class="search">
      <SearchField
        t={t}
        input={input}
        query={query}
        onQuery={onQuery}
        onKeyDown={box.onKeyDown}
        attributes={box.input}
      />
      <p class="sr-only" role="status">
        {spoken}
      </p>
      {correction && rows.length > 0 && <p class="search-note">{correction}</p>}
      {/* The list stays in the tree, so that the field's aria-controls always points at something. */}
      <div
        class="results"
        role="listbox"
        id={box.listId}
        aria-label={t('search.results')}
        ref={(element) => {
          box.list.current = element;
        }}
        hidden={rows.length === 0}
      >
        {rows.map((row, index) => (
          <Result
            key={row.record.id}
            row={row}
            t={t}
            href={props.hrefOf(row.record, row.anchor)}
            onOpen={open}
            option={box.option(index)}
          />
        ))}
      </div>
      {found && content && rows.length === 0 && Empty && <Empty {...props} content={content} query={query.trim()} />}
      {!content && props.waiting}
      {content && !found && props.idle}
    </div>
  );
};
