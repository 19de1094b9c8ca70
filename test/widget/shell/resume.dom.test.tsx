import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handle } from '../../../widget/loader/handle.ts';
import { start } from '../../../widget/shell/resume.ts';

const resume = vi.hoisted(() => vi.fn(() => () => {}));
vi.mock('../../../widget/client/resume.ts', () => ({ resume }));

let life: AbortController;
const asked = vi.fn(async (..._: unknown[]) => undefined);
const begin = () => {
  const tag = document.createElement('script');
  const handle: Handle = [tag.dataset, 'https://help.example.com/', life];
  start(handle);
  vi.runAllTimers();
};

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  document.documentElement.append(document.createElement('tierzero-root'));
  Object.assign(window, { tierzero: asked });
});
afterEach(() => {
  life.abort();
  document.querySelector('tierzero-root')?.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  sessionStorage.clear();
  localStorage.clear();
});

describe('what an earlier page left', () => {
  it('is looked after beside a walkthrough that goes on', () => {
    sessionStorage.setItem('tierzero', '{}');
    localStorage.setItem('tierzero', '1');
    begin();
    expect(asked).toHaveBeenCalledWith('walkthrough');
    expect(resume).toHaveBeenCalledOnce();
  });
  it('goes on in the language that it was gone through in', () => {
    sessionStorage.setItem('tierzero', '{"id":"walkthrough:one","step":"a","locale":"de","started":1}');
    begin();
    expect(asked.mock.calls).toEqual([['locale', 'de'], ['walkthrough']]);
  });
  it('is a walkthrough alone where no message waits', () => {
    sessionStorage.setItem('tierzero', '{}');
    begin();
    expect(asked).toHaveBeenCalledOnce();
    expect(resume).not.toHaveBeenCalled();
  });
  it('goes on in the page around a frame, where that has a widget', () => {
    sessionStorage.setItem('tierzero', '{}');
    vi.stubGlobal('parent', { tierzero: asked });
    begin();
    expect(asked).not.toHaveBeenCalled();
    expect(sessionStorage.getItem('tierzero')).toBe('{}');
  });
  it('goes on in the window it is from, and not in one that was opened from it', () => {
    sessionStorage.setItem('tierzero', '{}');
    vi.stubGlobal('opener', {});
    vi.stubGlobal('history', { length: 1 });
    begin();
    expect(asked).not.toHaveBeenCalled();
    expect(sessionStorage.length).toBe(0);
  });
});
