import type { ContextItem } from '../../api/contract/page-context.ts';
import { redactItem } from '../../api/contract/redact-context.ts';

/** What `page()` said of where the person is; the address says the rest. */
export interface Place {
  path?: string | undefined;
  title?: string | undefined;
}

const brands: [name: string, mark: RegExp][] = [
  ['Edge', /\bEdgA?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+[.\d]*).*Safari/],
];
const systems: [name: string, mark: RegExp][] = [
  ['iOS', /iPhone|iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['ChromeOS', /CrOS/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** "Firefox 150, Windows": what an agent would ask, and no more of the user agent than that. */
export const browserName = (userAgent: string): string => {
  const brand = brands.find(([, mark]) => mark.test(userAgent));
  const version = brand?.[1].exec(userAgent)?.[1];
  const system = systems.find(([, mark]) => mark.test(userAgent))?.[0];
  return [brand ? `${brand[0]} ${version}` : '', system ?? ''].filter(Boolean).join(', ') || userAgent.slice(0, 100);
};

const absolute = (path: string): string => {
  try {
    return new URL(path, location.href).href;
  } catch {
    return location.href;
  }
};

/** The page and the browser, read at the moment of need. */
export const surroundings = (place: Place): ContextItem[] => [
  redactItem({
    kind: 'page',
    id: 'page',
    url: absolute(place.path ?? location.href),
    title: place.title ?? document.title,
  }),
  {
    kind: 'browser',
    id: 'browser',
    name: browserName(navigator.userAgent),
    viewport: `${innerWidth} × ${innerHeight}`,
    language: navigator.language,
  },
];
