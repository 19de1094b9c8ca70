import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../../widget/i18n/reading.en.ts';
import type { Shell } from '../../../widget/shell/app.tsx';
import { ShowMe } from '../../../widget/shell/show-me.tsx';
import type { Kit } from '../../../widget/ui/kit.ts';
import { createValue } from '../../../widget/ui/value.ts';
import { walkthroughDocument } from '../../support/walkthrough-document.ts';

const startGuide = vi.hoisted(() => vi.fn<() => Promise<string | undefined>>());
vi.mock('../../../widget/shell/start-guide.ts', () => ({ startGuide }));

const show = (path = '/projects/7/') => {
  const plan = walkthroughDocument({
    guide: {
      start: '/projects/7/',
      steps: [{ id: 'a', advance: { by: 'next' }, skip: false, before: { route: '/projects/*' } }],
    },
  });
  const state = {
    handle: [{}],
    host: createValue({ facts: {}, page: { path } }),
    led: createValue(undefined),
    device: createValue(undefined),
  };
  const knowledge = { state: createValue({ status: 'loading' }) };
  const kit = { t: (key: string) => messages[key], base: `${location.origin}/`, locale: 'en' };
  render(<ShowMe shell={{ state, knowledge } as unknown as Shell} kit={kit as unknown as Kit} document={plan} />);
};
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Show me' }));

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe('Show me', () => {
  it('leads on every page where it can begin, and goes to its start from any other', () => {
    show('/projects/8/');
    expect(screen.getByRole('button', { name: 'Show me' })).toBeTruthy();
    cleanup();
    show('/reports/');
    expect(screen.getByRole('link', { name: 'Show me' }).getAttribute('href')).toBe(
      '/projects/7/#tierzero=walkthrough:en/one',
    );
  });
  it('is busy until it leads', async () => {
    let lead = (_: undefined) => {};
    startGuide.mockReturnValueOnce(
      new Promise((resolve) => {
        lead = resolve;
      }),
    );
    show();
    press();
    await vi.waitFor(() =>
      expect(screen.getByRole('button').ariaBusy ?? screen.getByRole('button').getAttribute('aria-busy')).toBe('true'),
    );
    fireEvent.click(screen.getByRole('button'));
    expect(startGuide).toHaveBeenCalledOnce();
    lead(undefined);
    await vi.waitFor(() => expect(screen.getByRole('button').getAttribute('aria-busy')).toBeNull());
    expect(screen.queryByRole('status')).toBeNull();
  });
  it('says that there is no connection', async () => {
    startGuide.mockRejectedValueOnce(new TypeError('fetch'));
    show();
    press();
    expect((await screen.findByRole('status')).textContent).toContain('Check the connection');
  });
  it('says that this page cannot be led', async () => {
    startGuide.mockResolvedValueOnce('walkthrough:one');
    show();
    press();
    expect((await screen.findByRole('status')).textContent).toContain('This page cannot be led');
  });
});
