import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import { addressOf, type Site } from '../ui/address.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { categoryAddress, searchAddress } from '../ui/page-address.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useCombobox } from './combobox.ts';
import type { Content } from './content.ts';
import { SearchField } from './field.tsx';
import type { Knowledge } from './knowledge.ts';
import { Result } from './result.tsx';
import type { Found } from './rows.ts';
import { useEmpty } from './use-empty.ts';
import { useSearch, useSpoken } from './use-search.ts';

export interface SiteSearchProps {
  t: Translate;
  site: Site;
  known: Knowledge;
  retry: () => void;
  initial: string;
  /** Called soon after the words changed. */
  onQuery?: (query: string) => void;
  /** Hands over how to focus the field. */
  onReady: (focus: () => void) => void;
}

const useQuery = ({ initial, onReady }: SiteSearchProps) => {
  const [query, setQuery] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  // At once: the page hands its focus over in the same task.
  useLayoutEffect(() => onReady(() => input.current?.focus()), []);
  return { query, setQuery, input };
};

/** The help center's pages tell nobody what was searched. */
const ignore = () => {};

const contentOf = (known: Knowledge): Content | undefined => (known.status === 'ready' ? known.content : undefined);

/** What is shown while there is no list: that it comes, that it cannot, or that nothing was found. */
const NoList = ({ t, site, known, retry, query, found, onQuery }: NoListProps) => {
  const Empty = useEmpty(found);
  if (known.status === 'failed')
    return (
      <Notice
        kind="warning"
        title={t('problem.title')}
        action={<Button onClick={retry}>{t('problem.retry')}</Button>}
      />
    );
  if (known.status === 'loading') return <Skeleton lines={5} label={t('panel.loading')} />;
  if (!found || found.rows.length > 0 || !Empty) return null;
  return (
    <Empty
      t={t}
      content={known.content}
      query={query.trim()}
      onQuery={onQuery}
      category={({ slug, title }) => (
        <a class="button" href={categoryAddress(site, slug)}>
          {title}
        </a>
      )}
      person={
        <a class="button primary" href={`${site.base}contact`}>
          {t('panel.contact')}
        </a>
      }
    />
  );
};
type NoListProps = Pick<SiteSearchProps, 't' | 'site' | 'known' | 'retry'> & {
  query: string;
  found: Found | undefined;
  onQuery: (query: string) => void;
};

const spokenOf = (t: Translate, found: Found | undefined): string =>
  found
    ? `${t('search.count', { count: found.count })} ${found.corrected ? t('search.corrected', { query: found.corrected }) : ''}`
    : '';

/** The field in the header and on the first page, with its best results in a list below it. */
export const PopupSearch = (props: SiteSearchProps) => {
  const { t, site, known } = props;
  const { query, setQuery, input } = useQuery(props);
  const [open, setOpen] = useState(false);
  const { found } = useSearch({ content: contentOf(known), query, limit: 6, audience: [], onSettle: ignore });
  const rows = open ? (found?.rows ?? []) : [];
  const ask = (words: string) => {
    setQuery(words);
    setOpen(true);
  };
  const box = useCombobox({
    count: rows.length,
    query,
    onEnter: (index) => {
      const row = rows[index];
      if (row) location.assign(addressOf(site, row.record, row.anchor));
      else if (query.trim()) location.assign(searchAddress(site, query.trim()));
    },
    onEscape: () => {
      if (!open && !query) return false;
      if (open) setOpen(false);
      else setQuery('');
      return true;
    },
  });
  const spoken = useSpoken(open ? spokenOf(t, found) : '');
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
      <div class="popup" hidden={!shown}>
        {found?.corrected && <p class="search-note">{t('search.corrected', { query: found.corrected })}</p>}
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
              href={addressOf(site, row.record, row.anchor)}
              option={box.option(index)}
            />
          ))}
        </div>
        {found && found.count > rows.length && rows.length > 0 && (
          <p class="more">
            <a href={searchAddress(site, query.trim())}>{t('search.more', { count: found.count })}</a>
          </p>
        )}
        {shown && <NoList {...props} query={query} found={found} onQuery={ask} />}
      </div>
    </div>
  );
};

/** The search page: a list of links that stays, to read and to walk through with the arrow keys. */
export const FullSearch = (props: SiteSearchProps) => {
  const { t, site, known } = props;
  const { query, setQuery, input } = useQuery(props);
  const list = useRef<HTMLOListElement>(null);
  const { found } = useSearch({ content: contentOf(known), query, limit: 40, audience: [], onSettle: ignore });
  useEffect(() => {
    // Browsers refuse more than a hundred changes of the address in half a minute.
    const timer = setTimeout(() => props.onQuery?.(query.trim()), 400);
    return () => clearTimeout(timer);
  }, [query]);
  const spoken = useSpoken(spokenOf(t, found));
  const onKeyDown = (event: KeyboardEvent) => {
    const stops: HTMLElement[] = [...(list.current?.querySelectorAll('a') ?? [])];
    if (input.current) stops.unshift(input.current);
    const at = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
    const next = event.key === 'ArrowDown' ? stops[at + 1] : event.key === 'ArrowUp' ? stops[at - 1] : undefined;
    if (!next || event.isComposing) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div class="search">
      <SearchField t={t} input={input} query={query} onQuery={setQuery} onKeyDown={onKeyDown} />
      <p class="search-note" role="status">
        {spoken}
      </p>
      <ol class="results" ref={list} onKeyDown={onKeyDown}>
        {found?.rows.map((row) => (
          <li key={row.record.id}>
            <Result row={row} t={t} href={addressOf(site, row.record, row.anchor)} />
          </li>
        ))}
      </ol>
      <NoList {...props} query={query} found={found} onQuery={setQuery} />
    </div>
  );
};
