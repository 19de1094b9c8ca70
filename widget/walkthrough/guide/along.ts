/**
 * Takes the widget along into a dialog of the page, until that is closed or gone: nothing outside it can be reached. A chunk of
 * its own, for most pages have none.
 */
export const goAlong = (host: Element, dialog: Element, raise: () => void): void => {
  // It may be closed by the time that this code is here.
  if (dialog.contains(host) || !dialog.checkVisibility()) return;
  const look = () => {
    if (host.isConnected && dialog.checkVisibility()) return;
    gone.disconnect();
    // Taken off the page for good, it stays away.
    if (window.tierzero) document.documentElement.append(host);
    raise();
  };
  const gone = new MutationObserver(look);
  gone.observe(dialog.getRootNode(), { childList: true, subtree: true, attributes: true });
  for (const type of ['close', 'toggle']) dialog.addEventListener(type, look, { once: true });
  dialog.append(host);
  // What is moved is no longer in the top layer, and what is not shown has no frames.
  raise();
};
