import { deepFocus } from '../../ui/deep-focus.ts';

/** What the browser clicks by itself when Enter or Space is pressed in it, or where they are written. */
export const clickedByKeys = 'a[href],button,input,select,textarea,summary,[contenteditable]';

/** Focuses an element or the first one in it that can be; answers whether one took it. */
export const focusWithin = (element: HTMLElement): boolean =>
  [element, element.querySelector<HTMLElement>(`${clickedByKeys},[tabindex]`)].some((one) => {
    one?.focus({ preventScroll: true });
    return one !== null && deepFocus() === one;
  });
