import type { Emit } from '../ui/kit.ts';

/** Events are DOM events of the document, so that analytics need no API of ours. */
export const emit: Emit = (event, detail) => {
  document.dispatchEvent(new CustomEvent(`tierzero:${event}`, { detail }));
};
