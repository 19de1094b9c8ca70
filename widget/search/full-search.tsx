import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { isFor } from './audience.ts';
import type { Content } from './content.ts';
import { choicesOf, type Filter, facetsOf, fits, knownFilter } from './facets.ts';
import { SearchField } from './field.tsx';
import { Filters } from './filters.tsx';
import { Result } from './result.tsx';
import { type Row, rowsOf } from './rows.ts';
import { contentOf, everyone, hrefOf, type SiteSearchProps, useField, Waiting, waysOut } from './site-parts.tsx';
import { useAllRecords } from './use-all-records.ts';
import { type Asked, useAsked } from './use-asked.ts';
import { useNotes } from './use-notes.ts';
import { useArrivals, useFill, useRest, useSpoken } from './use-search.ts';

/** How many results are added at a time. */
const page = 20;

/**
 * Everything that matches, and the part of it that the filter leaves; both best first. `count` is how many that part has,
 * absent while nobody can say.
 */
const useMatches = (content: Content | undefined, { query, verbatim, kind, category }: Asked) => {
  const arrivals = useArrivals(content);
  const answer = useMemo(
    () =>
      content && query.trim()
        ? content.engine.search(query, content.head.records.length, {
            isMeant: (record) => isFor(record, everyone),
            verbatim,
          })
        : undefined,
    [content, query, verbatim, arrivals],
  );
  useFill(content, query, answer);
  // The filter comes after the ranking: what matches, and so every count, does not depend on what else is shown.
  return useMemo(() => {
    if (!content || !answer) return {};
    const { results, ...rest } = answer;
    const filter = knownFilter({ kind, category }, content.head);
    const matches = results.filter(({ record }) => fits(record, filter));
    // Of a large index, the first results are here before the others.
    const isAll = results.length === rest.count;
    const records = results.map(({ record }) => record);
    const facets = isAll ? facetsOf(records, filter, content.head) : choicesOf(content.head);
    const isFiltered = filter.kind !== undefined || filter.category !== undefined;
    const count = isAll ? matches.length : isFiltered ? undefined : rest.count;
    const found = { ...rest, verbatim, rows: [] };
    return { matches, filter, facets, isAll, isFiltered, count, found };
  }, [content, answer, kind, category]);
};

/** On the way back, as far down as the list was left. The browser cannot: when it comes back nothing is there yet. */
const useReturn = (isThere: boolean) => {
  const left = useRef(Number(Object(history.state).top) || 0);
  useLayoutEffect(() => {
    // When a scroll rests, and not when the page is left: a browser that has its history changed then goes to no passage.
    let resting: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      resting = undefined;
      history.replaceState({ ...history.state, top: scrollY }, '');
    };
    // Who scrolls and presses a result at once comes back to it as well.
    const onPress = () => {
      if (resting === undefined) return;
      clearTimeout(resting);
      keep();
    };
    const onScroll = () => {
      clearTimeout(resting);
      resting = setTimeout(keep, 300);
    };
    // Whoever has moved is where they want to be, also if the list comes late.
    const onMove = () => {
      left.current = 0;
    };
    const ends = new AbortController();
    const quietly = { passive: true, signal: ends.signal };
    addEventListener('scroll', onScroll, quietly);
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, onPress, quietly);
    for (const kind of ['wheel', 'touchmove', 'keydown']) addEventListener(kind, onMove, quietly);
    return () => {
      clearTimeout(resting);
      ends.abort();
    };
  }, []);
  useLayoutEffect(() => {
    if (!isThere || left.current === 0) return;
    scrollTo({ top: left.current, behavior: 'instant' });
    left.current = 0;
  }, [isThere]);
};

/** The search page: a list of links that stays, to read and to walk through with the arrow keys. */
export const FullSearch = (props: SiteSearchProps) => {
  const { t, site, known } = props;
  const content = contentOf(known);
  const input = useField(props);
  const list = useRef<HTMLOListElement>(null);
  const { asked, onType, onMore, onChoose } = useAsked(props.initial);
  const { found, matches = [], filter, facets, isAll = true, isFiltered = false, count } = useMatches(content, asked);
  const { isResting } = useRest(asked.query);
  const shown = asked.pages * page;
  const rest = useAllRecords(content, !isAll && !found?.missing && (isFiltered || shown > page));
  const before = useRef<readonly Row[]>([]);
  const rows = useMemo(
    () => (content ? rowsOf(content, matches.slice(0, shown), isResting ? undefined : before.current) : []),
    [content, matches, shown, isResting],
  );
  before.current = rows;
  useReturn(rows.length > 0 && rows.length >= Math.min(shown, count ?? 0));
  const Notes = useNotes(content !== undefined, t, props.locale);
  const spoken = useSpoken(t, count === undefined ? undefined : found && { ...found, count }, asked.query);

  /** The result to focus once it is there: what was pressed is gone by then. */
  const next = useRef(-1);
  useLayoutEffect(() => {
    const result = next.current < 0 ? undefined : list.current?.querySelectorAll('a')[next.current];
    if (!result) return;
    next.current = -1;
    result.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const stops: HTMLElement[] = [...(list.current?.querySelectorAll('a') ?? [])];
    if (input.current) stops.unshift(input.current);
    const at = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
    const stop = event.key === 'ArrowDown' ? stops[at + 1] : event.key === 'ArrowUp' ? stops[at - 1] : undefined;
    if (!stop || event.isComposing) return;
    event.preventDefault();
    stop.focus();
  };

  return (
    <div class="search">
      <SearchField t={t} input={input} query={asked.query} onQuery={onType} onKeyDown={onKeyDown} />
      <p class="sr-only" role="status">
        {spoken}
      </p>
      {found && content && Notes && !found.missing && (
        <Notes
          {...waysOut(site, t)}
          content={content}
          query={asked.query}
          found={{ ...found, rows, ...(rest.failed ? { partial: true } : {}) }}
          audience={everyone}
          hrefOf={(row) => hrefOf(site, row, content.head.locale)}
          first={rows[0]?.record.id}
          onQuery={onType}
          onVerbatim={(verbatim) => onChoose({ verbatim })}
          onRetry={rest.again}
        />
      )}
      {found && found.count > 0 && facets && filter && (
        <div class="narrow">
          <p class="narrow-count">{count !== undefined && t('search.count', { count })}</p>
          <Filters t={t} facets={facets} filter={filter} onFilter={onChoose} />
        </div>
      )}
      <ol class="results" ref={list} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <li key={row.record.id}>
            <Result row={row} t={t} href={hrefOf(site, row, content?.head.locale)} />
          </li>
        ))}
      </ol>
      {(found?.missing || rest.loading) && rows.length === 0 && <Skeleton lines={5} label={t('panel.loading')} />}
      {found && found.count > 0 && isAll && matches.length === 0 && (
        <NothingLeft
          t={t}
          query={asked.query.trim()}
          count={found.count}
          onClear={() => {
            next.current = 0;
            onChoose(noFilter);
          }}
        />
      )}
      {found && !found.missing && rows.length < (count ?? 0) && !rest.failed && (
        <p class="more">
          <Button
            onClick={() => {
              next.current = rows.length;
              onMore();
            }}
          >
            {t('filter.more', { count: Math.min(page, (count ?? 0) - rows.length) })}
          </Button>
          <span class="quiet">{t('filter.shown', { shown: rows.length, count: count ?? 0 })}</span>
        </p>
      )}
      <Waiting {...props} />
    </div>
  );
};

const noFilter: Filter = { kind: undefined, category: undefined };

/** The words find something, the filter leaves nothing of it. */
const NothingLeft = ({ t, query, count, onClear }: NothingLeftProps) => (
  <div class="empty">
    <p class="empty-title">{t('filter.empty', { query })}</p>
    <p class="quiet">{t('filter.without', { count })}</p>
    <Button onClick={onClear}>{t('filter.clear')}</Button>
  </div>
);
interface NothingLeftProps {
  t: Translate;
  query: string;
  count: number;
  onClear: () => void;
}
