import { parentOf } from '../anchor/parent.ts';
import { frameOf } from '../anchor/visible.ts';

/** The modal dialog of the page around an element: while it is open, nothing outside it can be reached. */
const modalAround = (element: Element | null): Element | undefined => {
  for (let at = element; at; at = parentOf(at) ?? frameOf(at))
    if (at.ownerDocument === document && at.matches('dialog:modal')) return at;
  return undefined;
};

/** Takes the widget along into the dialog that an element is in, until that is closed or gone. */
export const goAlong = (host: Element, element: Element | null): void => {
  const dialog = modalAround(element);
  if (!dialog || dialog.contains(host)) return;
  const back = () => {
    gone.disconnect();
    // Taken off the page for good, it stays away.
    if (window.tierzero) document.documentElement.append(host);
  };
  const gone = new MutationObserver(() => {
    if (!host.isConnected) back();
  });
  gone.observe(dialog.getRootNode(), { childList: true, subtree: true });
  dialog.addEventListener('close', back, { once: true });
  dialog.append(host);
};
