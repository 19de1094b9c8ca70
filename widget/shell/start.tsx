import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Content } from '../search/content.ts';
import { Search } from '../search/search.tsx';
import type { Settled } from '../search/settle.ts';
import { addressOf } from '../ui/address.ts';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useValue, type Value } from '../ui/value.ts';
import type { Present, Shell } from './app.tsx';
import type { HomeProps } from './home.tsx';
import { useLazy } from './lazy.ts';
import { Problem } from './problem.tsx';
import { audienceOf } from './state.ts';

/** The device is opened beside the panel: who searches faster than that is not forgotten. */
const whenThere = <T,>(value: Value<T | undefined>, use: (found: T) => void): void => {
  const found = value.get();
  if (found) use(found);
  else {
    const end = value.on((next) => {
      end();
      if (next) use(next);
    });
  }
};

const tellSettled = (shell: Shell, search: Settled): void => {
  whenThere(shell.state.device, ({ trail }) => trail.search(search.query, search.count));
  void shell.lazies.redact
    .load()
    .then(({ tellSearch }) => tellSearch(search))
    .catch(() => {});
};

/** The first screen: the field, and below it either results or what may be looked for. */
export const Start = (props: Present & { query: string }) => {
  const { shell, kit, known, site, query } = props;
  const { move, state, knowledge, lazies } = shell;
  const { t, locale } = state.language.get();
  const open = useValue(state.open);
  const host = useValue(state.host);
  const audience = useMemo(() => audienceOf(host), [host]);
  const input = useRef<HTMLInputElement>(null);
  const content = known.status === 'ready' ? known.content : undefined;
  const ask = (words: string) => move.replace(words ? { view: 'search', query: words } : { view: 'home' });
  useWarmUp(shell, content);

  return (
    <div class="start">
      <Search
        t={t}
        locale={locale}
        content={content}
        query={query}
        shown={open}
        onQuery={ask}
        onOpen={({ record, rank, anchor }, search) => {
          void lazies.redact
            .load()
            .then(({ tellClick }) => tellClick(search.query, record.id, rank))
            .catch(() => {});
          move.go({ view: 'document', id: record.id, ...(anchor ? { anchor } : {}) });
        }}
        onSettle={(search) => tellSettled(shell, search)}
        hrefOf={({ record, anchor }) => addressOf(site, record, anchor)}
        audience={audience}
        input={input}
        idle={content && <HomePlace {...props} content={content} audience={audience} />}
        waiting={
          known.status === 'failed' ? (
            <Problem shell={shell} site={site} retry={() => void knowledge.retry()} />
          ) : (
            <Skeleton lines={6} label={t('panel.loading')} />
          )
        }
        category={({ slug, title }) => <Button onClick={() => move.go({ view: 'category', slug })}>{title}</Button>}
        person={
          kit && (
            <Button icon="person" kind="primary" onClick={() => move.go({ view: 'contact' })}>
              {t('panel.contact')}
            </Button>
          )
        }
      />
    </div>
  );
};

/** Code for what comes next. All of it: whoever loses the network now still reads, and still reaches a person. */
const later = ({ reading, redact, commands, person }: Shell['lazies']) => [reading, redact, commands, person];

/** The code for reading comes while the person looks at the first screen. */
const useWarmUp = ({ lazies }: Shell, content: Content | undefined) => {
  useEffect(() => {
    if (content) for (const lazy of later(lazies)) lazy.load().catch(() => {});
  }, [content, lazies]);
};

const HomePlace = (props: HomeProps) => {
  const loaded = useLazy(props.shell.lazies.home, props.shell.root);
  return loaded.status === 'ready' ? <loaded.module.Home {...props} /> : null;
};
