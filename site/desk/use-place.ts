import { useEffect, useState } from 'preact/hooks';
import { type Place, placeQuery, readPlace } from './place.ts';

/** The place of the address bar, a way to go elsewhere, and one that leaves no step behind. Back and Forward work. */
export const usePlace = (): [Place, (place: Place) => void, replace: (place: Place) => void] => {
  const [place, setPlace] = useState(() => readPlace(location.search));
  useEffect(() => {
    const onPop = () => setPlace(readPlace(location.search));
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
  const show = ({ unknown: _, ...next }: Place, isStep: boolean) => {
    const address = location.pathname + placeQuery(next);
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    setPlace(next);
  };
  return [place, (next) => show(next, true), (next) => show(next, false)];
};
