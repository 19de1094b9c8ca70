import type { ComponentChildren, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import { useCombobox } from './combobox.ts';
import type { Content } from './content.ts';
import { SearchField } from './field.tsx';
import { Results } from './results.tsx';
import type { Row } from './rows.ts';
import type { Settled } from './settle.ts';
import { useNotes } from './use-notes.ts';
import { useSearch, useSpoken } from './use-search.ts';

export interface SearchProps {
  t: Translate;
  /** Locale of `t`. */
  locale: string;
  /** Undefined while it is on its way, or when it cannot be had. */
  content: Content | undefined;
  query: string;
  /** False while nobody can see it: then a search counts as left. */
  shown: boolean;
  onQuery: (query: string) => void;
  onOpen: (row: Row, search: { query: string }) => void;
  onSettle: (search: Settled) => void;
  hrefOf: (row: Row) => string;
  audience: readonly string[];
  input: RefObject<HTMLInputElement | null>;
  /** Shown without words. */
  idle?: ComponentChildren;
  /** Shown while there is no content, or nothing of an answer yet: that it comes, or that it cannot. */
  waiting: ComponentChildren;
  category: (category: { slug: string; title: string }) => ComponentChildren;
  person: ComponentChildren;
}

/** Further down nobody looks; other words find it sooner. */
const limit = 20;

/** The field, and its results in place. */
export const Search = (props: SearchProps) => {
  const { t, content, query, onQuery, input } = props;
  const { found, length, all, rest, settle, onVerbatim } = useSearch({ ...props, limit });
  useEffect(() => {
    if (!props.shown) settle();
  }, [props.shown, settle]);
  const rows = found?.rows ?? [];
  const Notes = useNotes(content !== undefined, t, props.locale);
  const spoken = useSpoken(t, found, query);
  const open = (row: Row) => {
    settle();
    props.onOpen(row, { query: query.trim() });
  };
  const box = useCombobox({
    count: length,
    query,
    onEnter: (index) => {
      const row = all()[Math.max(0, index)];
      if (row) open(row);
    },
    onEscape: () => {
      if (!query) return false;
      onQuery('');
      return true;
    },
  });

  return (
    <div class="search">
      <SearchField
        t={t}
        input={input}
        query={query}
        onQuery={onQuery}
        onKeyDown={(event) => {
          // Whoever chooses wants all of them.
          if (/^Arrow/.test(event.key)) rest();
          box.onKeyDown(event);
        }}
        attributes={box.input}
      />
      <p class="sr-only" role="status">
        {spoken}
      </p>
      {found && content && Notes && !found.missing && (
        <Notes {...props} onVerbatim={onVerbatim} content={content} found={found} onOpen={open} />
      )}
      <Results t={t} box={box} rows={rows} hrefOf={props.hrefOf} onOpen={open} />
      {(!content || (found?.missing && rows.length === 0)) && props.waiting}
      {content && !found && props.idle}
    </div>
  );
};
