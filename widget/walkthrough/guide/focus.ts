import { deepFocus } from '../../ui/deep-focus.ts';

const takesFocus = 'a,button,input,select,textarea,summary,[tabindex]';

/** Focuses an element or the first one in it that can be; answers whether one took it. */
export const focusWithin = (element: HTMLElement): boolean =>
  [element, element.querySelector<HTMLElement>(takesFocus)].some((one) => {
    one?.focus({ preventScroll: true });
    return one !== null && deepFocus() === one;
  });
