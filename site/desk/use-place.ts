import { useEffect, useState } from 'preact/hooks';
import { type Place, placeQuery, readPlace } from './place.ts';

/** The place of the address bar, and a way to go elsewhere. Back and Forward work. */
export const usePlace = (): [Place, (place: Place) => void] => {
  const [place, setPlace] = useState(() => readPlace(location.search));
  useEffect(() => {
    const onPop = () => setPlace(readPlace(location.search));
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
  const go = (next: Place) => {
    history.pushState(null, '', location.pathname + placeQuery(next));
    setPlace(next);
  };
  return [place, go];
};
