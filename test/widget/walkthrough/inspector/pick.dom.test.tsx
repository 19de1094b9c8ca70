import { afterEach, expect, it, vi } from 'vitest';
import { pick } from '../../../../widget/walkthrough/inspector/pick.ts';

const presses = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];

/** A page with a button and the layer of the widget, and what the page hears of each. */
const page = () => {
  const [button, layer, own] = ['button', 'div', 'button'].map((tag) => document.createElement(tag));
  if (!button || !layer || !own) throw new Error('no page');
  layer.append(own);
  document.body.append(button, layer);
  const heard: string[] = [];
  for (const type of [...presses, 'keydown']) document.addEventListener(type, ({ type }) => heard.push(type));
  const [onPick, onLeave, onHover] = [vi.fn(), vi.fn(), vi.fn()];
  const end = pick({ layer, onHover, onPick, onLeave });
  const press = (to: Element) =>
    presses.map((type) => {
      const event = new MouseEvent(type, { bubbles: true, cancelable: true });
      to.dispatchEvent(event);
      return event;
    });
  return { button, own, heard, onPick, onLeave, onHover, end, press };
};

afterEach(() => document.body.replaceChildren());

it('a press that chooses an element does nothing in the page', () => {
  const { button, heard, onPick, press, end } = page();
  const all = press(button);
  expect(heard).toEqual([]);
  expect(all.map(({ defaultPrevented }) => defaultPrevented)).toEqual(presses.map(() => true));
  expect(onPick.mock.calls).toEqual([[button]]);
  end();
  press(button);
  expect(heard).toEqual(presses);
});

it('a press on the inspector itself is one', () => {
  const { own, heard, onPick, press, end } = page();
  press(own);
  expect(heard).toEqual(presses);
  expect(onPick).not.toHaveBeenCalled();
  end();
});

it('Enter chooses what has the focus and presses nothing; Escape ends it and closes nothing', () => {
  const { button, heard, onPick, onLeave, end } = page();
  const key = (name: string) => new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  button.focus();
  const [enter, leave] = [key('Enter'), key('Escape')];
  for (const one of [enter, leave]) button.dispatchEvent(one);
  expect(heard).toEqual([]);
  expect([enter, leave].map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true]);
  expect(onPick.mock.calls).toEqual([[button]]);
  expect(onLeave).toHaveBeenCalledOnce();
  end();
});
