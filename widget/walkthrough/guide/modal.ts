import { parentOf } from '../anchor/parent.ts';
import { frameOf } from '../anchor/visible.ts';

/** What the page closes as soon as something outside it is used, or keeps the focus in. */
const closed = 'dialog:modal,[role=dialog],[role=alertdialog],[popover]:popover-open';

/** The dialog or popover of the page around an element that may be in the widget itself: the innermost. */
export const dialogAround = (element: Element | null, host: Element): Element | undefined => {
  let found: Element | undefined;
  for (let at = element; at; at = parentOf(at) ?? frameOf(at)) {
    if (at === host) found = undefined;
    else if (!found && at.ownerDocument === document && at.matches(closed)) found = at;
  }
  return found;
};
