import { type ComponentChildren, h } from 'preact';

interface ScrollableProps {
  /** What it is, for who arrives in it by Tab. */
  label: string;
  class: string;
  children: ComponentChildren;
}

/**
 * A box that scrolls on its own. It takes focus, because what scrolls must be reachable by keyboard (WCAG 2.1.1).
 * A group, not a region: an article with ten code blocks has no ten landmarks.
 */
export const Scrollable = ({ label, class: name, children }: ScrollableProps) =>
  h('div', { class: name, role: 'group', tabIndex: 0, 'aria-label': label }, children);
