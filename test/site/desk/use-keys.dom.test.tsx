import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import type { Action } from '../../../site/desk/keys.ts';
import { useKeys } from '../../../site/desk/use-keys.ts';

const acted: Action[] = [];
const Desk = () => {
  const list = useRef<HTMLElement>(null);
  useKeys(list, true, (action) => acted.push(action));
  return <button type="button">Sign out</button>;
};

afterEach(() => {
  cleanup();
  acted.length = 0;
  document.querySelector('tierzero-root')?.remove();
});

it('hears keys of the desk, and none that is pressed in the widget', () => {
  render(<Desk />);
  const widget = document.createElement('tierzero-root');
  const field = document.createElement('input');
  widget.attachShadow({ mode: 'open' }).append(field);
  document.documentElement.append(widget);

  for (const key of ['j', 'r', 'Escape']) fireEvent.keyDown(field, { key, bubbles: true, composed: true });
  for (const key of ['j', 'Escape']) fireEvent.keyDown(widget, { key });
  expect(acted).toEqual([]);

  fireEvent.keyDown(screen.getByRole('button'), { key: 'j' });
  expect(acted).toEqual(['next']);
});
