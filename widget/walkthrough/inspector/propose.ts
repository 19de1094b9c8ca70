import { anchorFrom, type FullAnchor } from '../../../content/schema/anchor.ts';
import type { Found } from '../anchor/find.ts';
import { hasLabel, labelOf } from '../anchor/label.ts';
import { ownLayer, rootsOf } from '../anchor/roots.ts';
import { isVisible } from '../anchor/visible.ts';
import { roleOf } from './role.ts';

/** One way to find an element again. */
export interface Proposal {
  by: Found['by'];
  anchor: FullAnchor;
  /** Visible elements that it means; more than one, and the first of them is taken. */
  matches: number;
}

const nameAttribute = 'data-tierzero-anchor';
/** What a person acts on, rather than the icon or the words in it. */
const actionable = `[${nameAttribute}],a[href],button,input,select,textarea,summary,[role],[contenteditable],[tabindex]`;

/** The element that a pointer at `element` means. */
export const meantBy = (element: Element): Element => {
  const found = element.closest(actionable) ?? element;
  return (found.localName === 'label' && (found as HTMLLabelElement).control) || found;
};

/** Ways to find the element again, the one that survives most first. */
export const proposalsFor = (element: Element, document: Document): Proposal[] => {
  const name = element.getAttribute(nameAttribute);
  const role = roleOf(element);
  const label = labelOf(element);
  // Of a frame or a shadow root as well: what is an element there is none of this page's classes.
  const root = rootsOf(document).find((one) => one === element.getRootNode());
  const selector = root && selectorOf(element, root);
  return [
    ...(name ? [proposed('name', { name }, document)] : []),
    ...(role && label ? [proposed('role', { role, label: label.slice(0, 120) }, document)] : []),
    ...(selector ? [proposed('selector', { selector }, document)] : []),
  ];
};

/** Every name in the page, each once, in its order. */
export const namesIn = (document: Document): string[] => {
  const named = everywhere(`[${nameAttribute}]`, document).map((one) => one.getAttribute(nameAttribute) ?? '');
  return [...new Set(named)].filter(Boolean);
};

/** A name that says where the element is and what it is for: `orders.new-order`. */
export const nameFor = (element: Element, path: string): string => {
  const area = slugFrom(path.split('/').filter(Boolean).at(-1) ?? '') || 'page';
  const what = slugFrom(labelOf(element)) || slugFrom(element.id) || element.localName;
  return `${area}.${what}`.slice(0, 80).replace(/[.-]+$/, '');
};

export const slugFrom = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .split('-')
    .filter(Boolean)
    .slice(0, 4)
    .join('-');

const proposed = (by: Proposal['by'], anchor: FullAnchor, document: Document): Proposal => ({
  by,
  anchor,
  matches: everywhere(queryOf(anchor), document).filter((one) => isMeant(one, anchor)).length,
});

const queryOf = (anchor: FullAnchor): string => {
  const { name, selector, among } = anchorFrom(anchor);
  return name === undefined ? (selector ?? among ?? '*') : `[${nameAttribute}="${name}"]`;
};

const isMeant = (element: Element, { label }: FullAnchor): boolean =>
  isVisible(element) && (label === undefined || hasLabel(element, label));

/** In the page with its open shadow roots and frames, without what is ours. */
const everywhere = (selector: string, document: Document): Element[] =>
  rootsOf(document)
    .flatMap((root) => [...root.querySelectorAll(selector)])
    .filter((element) => !element.closest(`[${ownLayer}]`));

/** Attributes that a page's authors give on purpose, the most lasting first. */
const lasting = ['data-testid', 'data-test', 'data-cy', 'name', 'for', 'href', 'aria-controls', 'type'];
/** A counter or a hash: another one after the next build. */
const isMade = (text: string): boolean => /\d{3,}|[:.]|[a-z]\d[a-z]\d|^\d/i.test(text);

/** The shortest selector that means this element alone within its root; by its place among its like as the last way. */
const selectorOf = (element: Element, root: ParentNode): string | undefined => {
  const own = ownSelectors(element).find((selector) => root.querySelectorAll(selector).length === 1);
  if (own) return own;
  const { parentElement } = element;
  if (!parentElement || parentElement.localName === 'body') return placeIn(element);
  const outer = selectorOf(parentElement, root);
  return outer && `${outer} > ${placeIn(element)}`;
};

const ownSelectors = (element: Element): string[] => {
  const tag = element.localName;
  const id = element.id && !isMade(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  const attributes = lasting.flatMap((attribute) => {
    const value = element.getAttribute(attribute);
    return value && value.length < 80 ? [`${tag}[${attribute}=${JSON.stringify(value)}]`] : [];
  });
  const classes = [...element.classList].filter((one) => !isMade(one)).map((one) => `${tag}.${CSS.escape(one)}`);
  return [...attributes.filter((one) => one.includes('[data-')), ...id, ...attributes, ...classes];
};

const placeIn = (element: Element): string => {
  const like = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName);
  const tag = element.localName;
  return like.length > 1 ? `${tag}:nth-of-type(${like.indexOf(element) + 1})` : tag;
};
