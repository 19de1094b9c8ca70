/**
 * Puts the widget back when an app that draws the whole document takes it out. Back in the page, an open panel has to be
 * lifted into the top layer again.
 */
export const keepAttached = (signal: AbortSignal): void => {
  const host = document.querySelector('tierzero-root');
  if (!host) return;
  const page = document.documentElement;
  const observer = new MutationObserver(() => {
    if (host.isConnected || signal.aborted) return;
    page.append(host);
    host.shadowRoot?.querySelector<HTMLElement>('.panel:not([hidden])')?.showPopover?.();
  });
  observer.observe(page, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
};
