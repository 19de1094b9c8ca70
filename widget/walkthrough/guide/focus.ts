import { deepFocus } from '../../ui/deep-focus.ts';

const takesFocus = 'a[href],button,input,select,textarea,summary,[contenteditable],[tabindex]';

/** Focuses an element or the first one in it that can be; answers whether one took it. */
export const focusWithin = (element: HTMLElement): boolean => {
  const target = element.matches(takesFocus) ? element : element.querySelector<HTMLElement>(takesFocus);
  target?.focus({ preventScroll: true });
  return target !== null && deepFocus() === target;
};
