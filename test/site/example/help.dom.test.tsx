import { afterEach, describe, expect, it, vi } from 'vitest';
import { withHelp } from '../../../site/example/help.ts';

const addTag = (): HTMLScriptElement => {
  const tag = document.createElement('script');
  tag.type = 'text/plain';
  tag.setAttribute('src', '/help/tierzero.js');
  document.head.append(tag);
  return tag;
};

afterEach(() => {
  document.head.replaceChildren();
  Reflect.deleteProperty(window, 'tierzero');
});

describe('a host page that talks to the widget', () => {
  it('calls it at once when it is there', () => {
    const tierzero = vi.fn();
    Reflect.set(window, 'tierzero', tierzero);
    withHelp((help) => void help('context', { plan: 'Team' }));
    expect(tierzero).toHaveBeenCalledWith('context', { plan: 'Team' });
  });

  it('waits for the tag, and keeps the order of what it says', () => {
    const tag = addTag();
    const said: string[] = [];
    withHelp(() => said.push('first'));
    withHelp(() => said.push('second'));
    expect(said).toEqual([]);
    Reflect.set(window, 'tierzero', vi.fn());
    tag.dispatchEvent(new Event('load'));
    expect(said).toEqual(['first', 'second']);
  });

  it('goes on without it where it never comes', () => {
    expect(() => withHelp(() => expect.unreachable())).not.toThrow();
  });
});
