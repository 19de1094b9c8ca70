import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Route } from '../ui/kit.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Present } from './app.tsx';
import { arrive } from './focus.ts';
import { type Lazy, useLazy } from './lazy.ts';
import { Problem } from './problem.tsx';
import { Start } from './start.tsx';

/** The view of a place. */
export const View = (props: Present & { route: Route }) => {
  const { shell, kit, route } = props;
  const { reading, person } = shell.lazies;
  switch (route.view) {
    case 'document':
      return <Late {...props} lazy={reading} draw={({ DocumentView }) => <DocumentView {...props} route={route} />} />;
    case 'category':
      return (
        <Late {...props} lazy={reading} draw={({ CategoryView }) => <CategoryView {...props} slug={route.slug} />} />
      );
    case 'contact':
    case 'requests':
    case 'thread':
      return (
        <Late
          {...props}
          lazy={person}
          page="contact"
          draw={({ PersonView }) => kit && <PersonView kit={kit} route={route} identity={shell.state.identity} />}
        />
      );
    default:
      return <Start {...props} query={route.view === 'search' ? route.query : ''} />;
  }
};

interface LateProps<T> extends Present {
  lazy: Lazy<T>;
  /** The page that shows the same, when there is one. */
  page?: string;
  /** Nothing while what it needs is not there. */
  draw: (module: T) => ComponentChildren;
}

/** A view whose code comes later: it comes, or it cannot. */
const Late = <T extends { css: readonly string[] }>(props: LateProps<T>) => {
  const { shell, site, known, kit, lazy, page = '', draw } = props;
  const loaded = useLazy(lazy, shell.root);
  const drawn = loaded.status === 'ready' && draw(loaded.module);
  const isDrawn = Boolean(drawn);
  // Its code came after the panel had got the focus in its stead.
  useLayoutEffect(() => {
    const { activeElement } = shell.root;
    if (isDrawn && activeElement instanceof HTMLElement && activeElement.matches('.panel')) arrive(activeElement);
  }, [isDrawn, shell.root]);
  if (drawn) return <>{drawn}</>;
  const retry = () => {
    lazy.load().catch(() => {});
    if (known.status === 'failed') void shell.knowledge.retry();
  };
  return loaded.status === 'failed' || (known.status === 'failed' && !kit) ? (
    <Problem shell={shell} site={site} href={site.base + page} retry={retry} />
  ) : (
    <Skeleton lines={8} label={shell.state.language.get().t('panel.loading')} />
  );
};
