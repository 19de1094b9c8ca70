import { deepFocus } from '../../ui/deep-focus.ts';
import { rootsOf } from '../anchor/roots.ts';
import { meantBy } from './propose.ts';

interface PickOptions {
  /** The own layer: what is in it is used and not picked. */
  layer: Element;
  onHover: (element: Element) => void;
  onPick: (element: Element) => void;
  onLeave: () => void;
}

/** Lets a person choose an element of the page, by pointer or by keyboard; the page hears nothing of it. Answers how to end it. */
export const pick = ({ layer, onHover, onPick, onLeave }: PickOptions): (() => void) => {
  const end = new AbortController();
  const meant = (event: Event): Element | undefined => {
    const path = event.composedPath();
    if (path.includes(layer)) return undefined;
    const [first] = path;
    return first && 'closest' in first ? meantBy(first as Element) : undefined;
  };
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const hover = (event: Event) => {
    const element = meant(event);
    if (element) onHover(element);
  };
  const press = (event: Event) => {
    const element = meant(event);
    if (!element) return;
    swallow(event);
    if (event.type === 'click') onPick(element);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      swallow(event);
      onLeave();
      return;
    }
    const focused = deepFocus();
    if (event.key !== 'Enter' || !focused || focused.localName === 'body' || !meant(event)) return;
    swallow(event);
    onPick(meantBy(focused));
  };
  const options = { capture: true, signal: end.signal };
  // Events of a frame stay in its window.
  const windows = rootsOf(document).flatMap((root) => ('defaultView' in root && root.defaultView) || []);
  for (const view of windows) {
    for (const type of ['pointerover', 'focusin']) view.addEventListener(type, hover, options);
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      view.addEventListener(type, press, options);
    view.addEventListener('keydown', key, options);
  }
  return () => end.abort();
};
