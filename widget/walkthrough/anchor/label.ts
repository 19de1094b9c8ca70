import { lookByLabel } from './find.ts';

/** What is read of an element's content: its text and its pictures', not what is hidden or typed. */
const textIn = (node: Node): string => {
  if (node.nodeType === 3) return (node as Text).data;
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (element.getAttribute('aria-hidden') === 'true' || element.checkVisibility?.() === false) return '';
  if (/^(input|select|textarea|script|style)$/.test(element.localName)) return '';
  return element.getAttribute('aria-label') || element.getAttribute('alt') || contentOf(element);
};

const contentOf = (element: Element): string => [...element.childNodes].map(textIn).join(' ');

const named = (element: Element, attribute: string): Element[] =>
  (element.getAttribute(attribute) ?? '')
    .split(/\s+/)
    .flatMap((id) => (id && (element.getRootNode() as Document | ShadowRoot).getElementById?.(id)) || []);

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

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
    named(element, 'aria-labelledby').map(textIn).join(' '),
    element.getAttribute('aria-label'),
    [...(field.labels ?? [])].map(contentOf).join(' '),
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
