import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { Inspector } from '../../../../widget/walkthrough/inspector/inspector.tsx';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it('looks through the page once for an element, however much is typed about it', async () => {
  const rectangle = { left: 0, top: 0, width: 10, height: 10, right: 10, bottom: 10, x: 0, y: 0, toJSON: () => '' };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(rectangle);
  const [button, layer] = [document.createElement('button'), document.createElement('div')];
  button.textContent = 'Save';
  document.body.append(button, layer);
  const nothing = () => {};
  await act(() =>
    render(
      <Inspector t={(key) => key} layer={layer} mark={nothing} path={() => '/'} preview={nothing} onClose={nothing} />,
      layer,
    ),
  );
  await act(() => button.click());
  const field = layer.querySelector('input:not([type=radio])');
  if (!(field instanceof HTMLInputElement)) throw new Error('no field');

  const looks = vi.spyOn(document, 'querySelectorAll');
  for (const text of ['O', 'Op', 'Ope', 'Open']) {
    await act(() => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  expect(layer.textContent).toContain('Open');
  expect(looks).not.toHaveBeenCalled();
});
