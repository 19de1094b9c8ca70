/**
 * Takes the widget along into a dialog of the page, until that is closed or gone: nothing outside it can be reached. A chunk of
 * its own, for most pages have none.
 */
export const goAlong = (host: Element, dialog: Element): void => {
  if (dialog.contains(host)) return;
  const look = () => {
    if (host.isConnected && dialog.checkVisibility()) return;
    gone.disconnect();
    // Taken off the page for good, it stays away.
    if (window.tierzero) document.documentElement.append(host);
  };
  const gone = new MutationObserver(look);
  gone.observe(dialog.getRootNode(), { childList: true, subtree: true, attributes: true });
  for (const type of ['close', 'toggle']) dialog.addEventListener(type, look, { once: true });
  dialog.append(host);
};
