import { isInert } from '../anchor/visible.ts';

const isOpen = (dialog: Element): boolean => !isInert(dialog) && dialog.checkVisibility({ visibilityProperty: true });

/**
 * Takes the widget along into a dialog of the page, until that is closed or gone: nothing outside it can be reached. A chunk of
 * its own, for most pages have none.
 */
export const goAlong = (host: Element, dialog: Element, raise: () => void): void => {
  // It may be closed by the time that this code is here.
  if (dialog.contains(host) || !isOpen(dialog)) return;
  const back = new AbortController();
  // A dialog may close where something outside its box is pressed: the card is.
  for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'])
    host.addEventListener(type, (event) => event.stopPropagation(), back);
  const look = () => {
    if (host.isConnected && isOpen(dialog)) return;
    gone.disconnect();
    back.abort();
    // Taken off the page for good, it stays away.
    if (window.tierzero) document.documentElement.append(host);
    raise();
  };
  const gone = new MutationObserver(look);
  // What a shadow root is in may be closed in its place.
  for (let at: Element | undefined = dialog; at; at = (at.getRootNode() as Partial<ShadowRoot>).host)
    gone.observe(at.getRootNode(), { childList: true, subtree: true, attributes: true });
  for (const type of ['close', 'toggle']) dialog.addEventListener(type, look, back);
  dialog.append(host);
  // What is moved is no longer in the top layer, and what is not shown has no frames.
  raise();
};
