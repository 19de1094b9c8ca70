import { useEffect, useRef, useState } from 'preact/hooks';
import { searchAddress } from '../ui/page-address.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useCombobox } from './combobox.ts';
import { SearchField } from './field.tsx';
import { Results } from './results.tsx';
import type { Row } from './rows.ts';
import { contentOf, everyone, hrefOf, type SiteSearchProps, useField, Waiting, waysOut } from './site-parts.tsx';
import { useNotes } from './use-notes.ts';
import { useSearch, useSpoken } from './use-search.ts';

/** The field in the header and on the first page, with its best results in a list below it. */
export const PopupSearch = (props: SiteSearchProps) => {
  const { t, site, known } = props;
  const content = contentOf(known);
  const input = useField(props);
  const [query, setQuery] = useState(props.initial);
  const [open, setOpen] = useState(false);
  const popup = useEscape(() => {
    // Its focus opens the list: closing comes after.
    input.current?.focus();
    setOpen(false);
  });
  const { found, all, onVerbatim } = useSearch({ content, query, limit: 6, audience: everyone });
  const Notes = useNotes(content !== undefined, t, props.locale);
  const spoken = useSpoken(t, open ? found : undefined, query);
  const rows = open ? (found?.rows ?? []) : [];
  const ask = (words: string) => {
    setQuery(words);
    setOpen(true);
  };
  const address = (row: Row) => hrefOf(site, row, content?.head.locale);
  const everything = searchAddress(site, query.trim()) + (found?.verbatim ? '&verbatim=1' : '');
  const box = useCombobox({
    count: rows.length,
    query,
    onEnter: (index) => {
      const row = open ? all()[index] : undefined;
      if (row) location.assign(address(row));
      // Its field takes the focus, as script/search.ts of the site says.
      else if (query.trim()) location.assign(`${everything}#typed`);
    },
    onEscape: () => {
      if (!open && !query) return false;
      if (open) setOpen(false);
      else setQuery('');
      return true;
    },
  });
  const shown = open && query.trim() !== '';
  return (
    <div
      class="search"
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOpen(false);
      }}
    >
      <SearchField
        t={t}
        input={input}
        query={query}
        onQuery={ask}
        onKeyDown={box.onKeyDown}
        attributes={{ ...box.input, onFocus: () => setOpen(true) }}
      />
      <p class="sr-only" role="status">
        {spoken}
      </p>
      {/* Takes the focus of a click beside its controls, which would close it otherwise. */}
      <div class="popup" ref={popup} hidden={!shown} tabIndex={-1}>
        {found && content && Notes && !found.missing && (
          <Notes
            onVerbatim={onVerbatim}
            {...waysOut(site, t)}
            content={content}
            query={query}
            found={found}
            audience={everyone}
            onQuery={ask}
          />
        )}
        <Results t={t} box={box} rows={rows} hrefOf={address} />
        {found?.missing && rows.length === 0 && <Skeleton lines={3} label={t('panel.loading')} />}
        {found && found.count > rows.length && rows.length > 0 && (
          <p class="more">
            <a href={everything}>{t('search.more', { count: found.count })}</a>
          </p>
        )}
        <Waiting {...props} />
      </div>
    </div>
  );
};

/** Escape from a control below the field; its own Escape is the field's. */
const useEscape = (leave: () => void) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') leave();
    };
    place.current?.addEventListener('keydown', onKeyDown);
    return () => place.current?.removeEventListener('keydown', onKeyDown);
  }, []);
  return place;
};
