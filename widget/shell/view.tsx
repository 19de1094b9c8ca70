import type { Route } from '../ui/kit.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useValue } from '../ui/value.ts';
import type { Present } from './app.tsx';
import { type Lazy, useLazy } from './lazy.ts';
import { Problem } from './problem.tsx';
import { Start } from './start.tsx';

/** The view of a place. */
export const View = (props: Present & { route: Route }) => {
  const { route } = props;
  switch (route.view) {
    case 'document':
    case 'category':
      return <ReadingPlace {...props} route={route} />;
    case 'contact':
    case 'requests':
    case 'thread':
      return <PersonPlace {...props} route={route} />;
    default:
      return <Start {...props} query={route.view === 'search' ? route.query : ''} />;
  }
};

type ReadingRoute = Extract<Route, { view: 'document' | 'category' }>;
type PersonRoute = Extract<Route, { view: 'contact' | 'requests' | 'thread' }>;

const ReadingPlace = (props: Present & { route: ReadingRoute }) => {
  const { shell, route } = props;
  const loaded = useLazy(shell.lazies.reading, shell.root);
  if (loaded.status !== 'ready') return <Pending {...props} lazy={shell.lazies.reading} />;
  const { CategoryView, DocumentView } = loaded.module;
  if (route.view === 'category') return <CategoryView {...props} slug={route.slug} />;
  return <DocumentView {...props} route={route} />;
};

const PersonPlace = (props: Present & { route: PersonRoute }) => {
  const { shell, kit, route } = props;
  const loaded = useLazy(shell.lazies.person, shell.root);
  const identity = useValue(shell.state.identity);
  if (loaded.status !== 'ready' || !kit) return <Pending {...props} lazy={shell.lazies.person} page="contact" />;
  return <loaded.module.PersonView kit={kit} route={route} identity={identity} />;
};

/** It comes, or it cannot. */
const Pending = <T,>({ shell, site, known, kit, lazy, page = '' }: Present & { lazy: Lazy<T>; page?: string }) => {
  const retry = () => {
    lazy.load().catch(() => {});
    if (known.status === 'failed') void shell.knowledge.retry();
  };
  return lazy.state.get().status === 'failed' || (known.status === 'failed' && !kit) ? (
    <Problem shell={shell} site={site} href={site.base + page} retry={retry} />
  ) : (
    <Skeleton lines={8} label={shell.state.language.get().t('panel.loading')} />
  );
};
