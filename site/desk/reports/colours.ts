import { useEffect, useState } from 'preact/hooks';

/** Colours of the page as they are now; a canvas cannot read tokens. */
export interface Colours {
  text: string;
  line: string;
  /** One a series. */
  series: readonly string[];
}

/** A token holds both themes: what it comes to is known where it is used. */
const read = (): Colours => {
  const probe = document.createElement('span');
  document.body.append(probe);
  const of = (name: string) => {
    probe.style.color = `var(--tierzero-${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = { text: of('quiet'), line: of('line'), series: [of('link'), of('warning')] };
  probe.remove();
  return colours;
};

/** Read again when the reader or the system changes the theme, or forces colours of its own. */
export const useColours = (): Colours => {
  const [colours, setColours] = useState(read);
  useEffect(() => {
    const again = () => setColours(read());
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener('change', again);
    const chosen = new MutationObserver(again);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      for (const query of queries) query.removeEventListener('change', again);
      chosen.disconnect();
    };
  }, []);
  return colours;
};
