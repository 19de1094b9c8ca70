import { anchorFrom, type FullAnchor } from '../../../content/schema/anchor.ts';
import type { Found } from '../anchor/find.ts';
import { hasLabel, labelOf } from '../anchor/label.ts';
import { ownLayer, rootsOf } from '../anchor/roots.ts';
import { isVisible } from '../anchor/visible.ts';
import { roleOf } from './role.ts';
import { selectorOf } from './selector.ts';

/** One way to find an element again. */
export interface Proposal {
  by: Found['by'];
  anchor: FullAnchor;
  /** Visible elements that it means; of more than one the first is taken. */
  matches: number;
  /** The one that is taken is the element. */
  finds: boolean;
}

const nameAttribute = 'data-tierzero-anchor';
/** What a person acts on, rather than the icon or the words in it. */
const actionable = `[${nameAttribute}],a[href],button,input,select,textarea,summary,[role],[contenteditable],[tabindex]`;

/** The element that a pointer at `element` means. */
export const meantBy = (element: Element): Element => {
  const found = element.closest(actionable) ?? element;
  const control = found.localName === 'label' && (found as HTMLLabelElement).control;
  // A box that is drawn by its label has no place of its own.
  return control && isVisible(control) ? control : found;
};

/**
 * Ways to find the element again that mean something now: those that mean it alone, then those that it is the first of,
 * then the rest, each time the one that survives most first.
 */
export const proposalsFor = (element: Element, document: Document): Proposal[] => {
  const look = lookIn(document);
  const name = element.getAttribute(nameAttribute);
  const role = roleOf(element);
  const label = labelOf(element);
  const selector = selectorOf(element, (one) => look(one).length === 1);
  const proposals = [
    ...(name && isName(name) ? [proposed('name', { name }, element, look)] : []),
    ...(role && /^[a-z]+$/.test(role) && label && label.length <= longest.label
      ? [proposed('role', { role, label }, element, look)]
      : []),
    ...(selector.length <= longest.selector ? [proposed('selector', { selector }, element, look)] : []),
  ];
  const rank = ({ finds, matches }: Proposal) => (finds ? Number(matches > 1) : 2);
  return proposals.filter(({ matches }) => matches > 0).sort((one, other) => rank(one) - rank(other));
};

/** What a file of a walkthrough may have. */
const longest = { label: 120, selector: 300, name: 80 };
const isName = (name: string): boolean => name.length <= longest.name && /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(name);

/** Every name in the page, each once, in its order. */
export const namesIn = (document: Document): string[] => {
  const named = lookIn(document)(`[${nameAttribute}]`).map((one) => one.getAttribute(nameAttribute) ?? '');
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
    .join('-')
    .slice(0, longest.name)
    .replace(/-$/, '');

type Look = (selector: string) => Element[];

const proposed = (by: Proposal['by'], anchor: FullAnchor, element: Element, look: Look): Proposal => {
  const meant = look(queryOf(anchor)).filter((one) => isMeant(one, anchor));
  return { by, anchor, matches: meant.length, finds: meant[0] === element };
};

const queryOf = (anchor: FullAnchor): string => {
  const { name, selector, among } = anchorFrom(anchor);
  return name === undefined ? (selector ?? among ?? '*') : `[${nameAttribute}=${JSON.stringify(name)}]`;
};

const isMeant = (element: Element, { label }: FullAnchor): boolean =>
  isVisible(element) && (label === undefined || hasLabel(element, label));

/** Looks in the page with its open shadow roots and frames, without what is ours. */
const lookIn = (document: Document): Look => {
  const roots = rootsOf(document);
  return (selector) =>
    roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter((one) => !one.closest(ownLayer));
};
