import { lookByLabel } from './find.ts';

/** What is read of an element's content: its text and its pictures', not what is hidden or typed. */
const textIn = (node: Node, isNamed = false): string => {
  if (node.nodeType === 3) return (node as Text).data;
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const isHidden = element.getAttribute('aria-hidden') === 'true' || element.checkVisibility?.() === false;
  if (isHidden && !isNamed) return '';
  if (/^(input|select|textarea|script|style)$/.test(element.localName)) return '';
  const text = element.getAttribute('aria-label') || element.getAttribute('alt') || contentOf(element, isNamed);
  // Words within a line belong together; a box of its own is one of its own.
  return /^inline/.test(getComputedStyle(element).display) ? text : ` ${text} `;
};

/** What an element shows: a slot what is put in it, a host its shadow root, a drawing its title. */
const contentOf = (element: Element, isNamed = false): string => {
  if (element.localName === 'svg') return element.querySelector('title')?.textContent ?? '';
  const put = (element as Partial<HTMLSlotElement>).assignedNodes?.({ flatten: true });
  const nodes = put?.length ? put : (element.shadowRoot ?? element).childNodes;
  return [...nodes].map((node) => textIn(node, isNamed)).join('');
};

const named = (element: Element, attribute: string): Element[] =>
  (element.getAttribute(attribute) ?? '')
    .split(/\s+/)
    .flatMap((id) => (id && (element.getRootNode() as Document | ShadowRoot).getElementById?.(id)) || []);

export const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text without differences that nobody hears: spaces and case. */
export const plain = (text: string): string => spaced(text).toLowerCase();

/**
 * The accessible name, plainly computed: what labels it, its label, a picture's text, a button's value, its content, its
 * title, its placeholder; the first that says something.
 */
export const labelOf = (element: Element): string => {
  const field = element as Partial<HTMLInputElement>;
  const isButton = /^(button|submit|reset)$/.test(field.type ?? '');
  const isField = /^(input|select|textarea)$/.test(element.localName);
  const sources = [
    named(element, 'aria-labelledby')
      .map((one) => textIn(one, true))
      .join(' '),
    element.getAttribute('aria-label'),
    // Of a button a browser looks through the whole page for labels, and there may be thousands.
    isField && [...(field.labels ?? [])].map((label) => contentOf(label)).join(' '),
    element.getAttribute('alt'),
    isField ? isButton && field.value : contentOf(element),
    element.getAttribute('title'),
    element.getAttribute('placeholder'),
  ];
  return sources.map((source) => spaced(source || '')).find(Boolean) ?? '';
};

/** Whether an element is called that, whatever the spaces and the case. */
export const hasLabel = (element: Element, label: string): boolean => plain(labelOf(element)) === plain(label);

lookByLabel(hasLabel);
