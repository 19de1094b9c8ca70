import { classesGiven, isMade, isRecord } from './made.ts';

/** Attributes that a page's authors give on purpose, the most lasting first. */
const lasting = ['data-testid', 'data-test', 'data-cy', 'name', 'for', 'href', 'aria-controls', 'type'];

/**
 * The shortest selector that means this element alone, in whatever root it is; by its place among its like as the last
 * way. `isAlone` says whether a selector means one element in the whole page.
 */
export const selectorOf = (element: Element, isAlone: (selector: string) => boolean): string => {
  const own = ownSelectors(element);
  const host = hostOf(element);
  const alone = own.find(isAlone) ?? (host && within(host, own).find(isAlone));
  if (alone) return alone;
  const place = placeIn(element);
  const { parentElement: outer } = element;
  if (outer) return `${outer.localName === 'body' ? 'body' : selectorOf(outer, isAlone)} > ${place}`;
  const ways = host ? within(host, [`> ${place}`]) : [];
  return ways.find(isAlone) ?? ways.at(-1) ?? place;
};

const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : undefined;
};

/** Selectors in the shadow root of this host alone; the last is by the host's place. */
const within = (host: Element, selectors: readonly string[]): string[] =>
  [...ownSelectors(host), host.localName, placeIn(host)].flatMap((one) =>
    selectors.map((selector) => `:host(${one}) ${selector}`),
  );

const ownSelectors = (element: Element): string[] => {
  const tag = element.localName;
  const attributes = lasting.flatMap((attribute) => {
    const value = element.getAttribute(attribute);
    const lasts = value && value.length < 80 && !(attribute === 'href' ? isRecord(value) : isMade(value));
    return lasts ? [`${tag}[${attribute}=${JSON.stringify(value)}]`] : [];
  });
  const { id } = element;
  return [
    ...attributes.filter((one) => one.includes('[data-')),
    ...(id && !isMade(id) && !/[:.]/.test(id) ? [`#${CSS.escape(id)}`] : []),
    ...attributes,
    ...classesGiven(element.classList).map((one) => `${tag}.${CSS.escape(one)}`),
  ];
};

const placeIn = (element: Element): string => {
  const siblings = element.parentNode?.children ?? [];
  const like = [...siblings].filter(({ localName }) => localName === element.localName);
  const tag = element.localName;
  return like.length > 1 ? `${tag}:nth-of-type(${like.indexOf(element) + 1})` : tag;
};
