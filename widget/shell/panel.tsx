import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Route } from '../ui/kit.ts';
import { useValue } from '../ui/value.ts';
import type { Present } from './app.tsx';
import { arrive } from './focus.ts';
import { present } from './history.ts';
import { useInertPage, useSheet, useTopLayer, useVisibleArea } from './sheet.ts';
import { View } from './view.tsx';

/** The dialog: one line of header, the view, one line that always leads to a person. */
export const Panel = (props: Present) => {
  const { state, move } = props.shell;
  const { t, locale, dir } = useValue(state.language);
  const open = useValue(state.open);
  const wide = useValue(state.wide);
  const history = useValue(state.history);
  const route = present(history);
  const sheet = useSheet();
  const panel = useRef<HTMLDivElement>(null);
  useTopLayer(panel, open);
  useInertPage(open && sheet);
  useVisibleArea(panel, open && sheet);
  const scroller = useScroll(route);
  useArrival(panel, route, open);

  const atStart = history.length < 2 && (route.view === 'home' || route.view === 'search');
  return (
    <div
      ref={panel}
      class="panel"
      popover="manual"
      role="dialog"
      aria-labelledby="panel-title"
      aria-modal={sheet ? 'true' : undefined}
      data-sheet={sheet}
      data-wide={wide}
      data-side={props.shell.root.querySelector<HTMLElement>('.launcher')?.dataset['side'] ?? 'alone'}
      hidden={!open}
    >
      {/* Its corner is the page's; what is in it follows the reader's language. */}
      <div class="frame" lang={locale} dir={dir}>
        {/* No header or footer element: those would be the page's banner and its contents a second time. */}
        <div class="head">
          {!atStart && <IconButton icon="back" label={t('panel.back')} onClick={move.escape} />}
          <h2 id="panel-title">{titleOf(props, route)}</h2>
          {!sheet && (
            <IconButton
              icon="expand"
              label={t('panel.widen')}
              aria-pressed={wide}
              onClick={() => state.wide.set(!wide)}
            />
          )}
          <IconButton icon="close" label={t('panel.close')} onClick={move.hide} />
        </div>
        <div class="view" ref={scroller}>
          {/* Home and search are one place: typing must not move anything. */}
          <div class="place" key={placeOf(route)}>
            <View {...props} route={route} />
          </div>
        </div>
        {route.view !== 'contact' && <Person {...props} />}
      </div>
    </div>
  );
};

/** Equal for routes that are one place: searching starts on the first screen and stays there. */
const placeOf = (route: Route): string =>
  route.view === 'search' || route.view === 'home' ? 'start' : JSON.stringify({ ...route, step: 0 });

const titleOf = ({ known, settings, shell }: Present, route: Route): string => {
  const { t } = shell.state.language.get();
  const content = known.status === 'ready' ? known.content : undefined;
  const category = (slug: string | undefined) =>
    content?.head.categories.find((entry) => entry.slug === slug)?.title ?? t('kind.article');
  switch (route.view) {
    case 'document':
      return category(content?.record(route.id)?.category);
    case 'category':
      return category(route.slug);
    case 'contact':
      return t('panel.contact');
    case 'requests':
      return t('panel.requests');
    case 'thread':
      return route.reference;
    default:
      return settings ? t('panel.title', { name: settings.name }) : t('launcher.label');
  }
};

/** One step away, whatever is shown. */
const Person = ({ shell }: Present) => {
  const { t } = shell.state.language.get();
  return (
    <div class="foot">
      <button type="button" class="person" onClick={() => shell.move.go({ view: 'contact' })}>
        <Icon name="person" />
        <span>{t('panel.contact')}</span>
      </button>
    </div>
  );
};

/** Each place keeps how far it was scrolled, for the way back. Other words start at the top. */
const useScroll = (route: Route) => {
  const scroller = useRef<HTMLDivElement>(null);
  const tops = useRef(new WeakMap<Route, number>()).current;
  const now = useRef({ route, top: 0 }).current;
  useLayoutEffect(() => {
    const element = scroller.current;
    const keep = () => {
      now.top = element?.scrollTop ?? 0;
      tops.set(now.route, now.top);
    };
    element?.addEventListener('scroll', keep, { passive: true });
    return () => element?.removeEventListener('scroll', keep);
  }, [now, tops]);
  useLayoutEffect(() => {
    now.route = route;
    const top = tops.get(route) ?? 0;
    // To set it forces a second layout, which every letter typed would pay for.
    if (scroller.current && top !== now.top) scroller.current.scrollTop = top;
  }, [route, now, tops]);
  return scroller;
};

/** Moves focus to what was opened. */
const useArrival = (panel: { current: HTMLElement | null }, route: Route, open: boolean) => {
  const place = placeOf(route);
  // In the same frame: between two views no key may fall through to the page.
  useLayoutEffect(() => {
    if (open && panel.current) arrive(panel.current);
  }, [place, open, panel]);
};
