import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PublicIssue } from '../../../api/contract/public-issue.ts';
import { ContextCard } from '../../../widget/context/card.tsx';
import { ContactView } from '../../../widget/escalation/contact.tsx';
import { IssueNotices } from '../../../widget/escalation/issue/notices.tsx';
import { TellView } from '../../../widget/escalation/issue/tell.tsx';
import { ThreadView } from '../../../widget/escalation/thread.tsx';
import type { Kit } from '../../../widget/ui/kit.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
  stage.api.issues = [hanging];
});
afterEach(() => {
  cleanup();
  stage.end();
  vi.restoreAllMocks();
});

const hanging: PublicIssue = {
  id: 'i1',
  state: 'working',
  topic: 'invoices',
  title: 'Exports hang',
  text: 'We are working on it.',
  people: 12,
  since: '2026-11-22T12:00:00.000Z',
};
const shown = async (change: Partial<Kit> = {}) => {
  const view = render(<IssueNotices kit={{ ...stage.kit, ...change }} />);
  await screen.findByText('Exports hang');
  return view;
};
const asked = () => stage.api.calls.filter(({ route }) => route.startsWith('/api/issues'));
/** Whatever was on its way has arrived. */
const settled = () => waitFor(async () => expect(await stage.kit.storage.entries('issue/')).toBeDefined());

describe('the notice of a known issue', () => {
  it('says how many people reported it and leads to being told', async () => {
    await shown();
    expect(screen.getByText('12 people reported this. It is being worked on.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Tell me when it is solved' }));
    expect(stage.opened).toEqual([{ view: 'contact', issue: 'i1' }]);
  });

  it('stays hidden on this device once it is hidden, and is forgotten with the issue', async () => {
    const { unmount } = await shown();
    fireEvent.click(screen.getByRole('button', { name: 'Hide: Exports hang' }));
    expect(screen.queryByText('Exports hang')).toBeNull();
    await waitFor(async () => expect(await stage.kit.storage.get('issue/i1')).toBe('hidden'));
    unmount();
    const again = render(<IssueNotices kit={stage.kit} />);
    await settled();
    expect(screen.queryByText('Exports hang')).toBeNull();
    again.unmount();
    stage.api.issues = [{ ...hanging, id: 'i2', title: 'Slow' }];
    render(<IssueNotices kit={{ ...stage.kit, now: () => Date.now() + 61_000 }} />);
    await screen.findByText('Slow');
    await waitFor(async () => expect(await stage.kit.storage.entries('issue/')).toEqual([]));
  });

  it('is asked for once a minute, however often the panel opens', async () => {
    for (let times = 0; times < 3; times += 1) (await shown()).unmount();
    expect(asked()).toHaveLength(1);
    await shown({ now: () => Date.now() + 61_000 });
    expect(asked()).toHaveLength(2);
    expect(asked()[0]?.route).toBe('/api/issues?locale=en');
  });

  it('is not asked for without a connection, and says nothing when there is no answer', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { container, unmount } = render(<IssueNotices kit={stage.kit} />);
    await settled();
    expect(asked()).toHaveLength(0);
    unmount();
    vi.restoreAllMocks();
    for (const fault of ['http-500', 'portal', 'offline'] as const) {
      stage.api.fault = () => fault;
      const again = render(<IssueNotices kit={{ ...stage.kit, locale: fault }} />);
      await settled();
      expect(again.container.textContent).toBe('');
      again.unmount();
    }
    expect(container.textContent).toBe('');
  });

  it('shows what an agent wrote as text', async () => {
    stage.api.issues = [{ ...hanging, text: '<img src=x onerror=alert(1)> https://evil.example' }];
    const { container } = await shown();
    expect(container.querySelector('img, a')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)> https://evil.example')).toBeTruthy();
  });

  it('offers nothing more once it is solved', async () => {
    stage.api.issues = [{ ...hanging, state: 'solved' }];
    await shown();
    expect(screen.getByText('12 people reported this. It is solved.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Tell me/ })).toBeNull();
  });

  it('stands above the form before anything is sent', async () => {
    render(<ContactView kit={stage.kit} card={ContextCard} />);
    const notice = await screen.findByText('Exports hang');
    const form = screen.getByRole('button', { name: 'Send' });
    expect(notice.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });
});

describe('being told', () => {
  const tell = async () => {
    render(<TellView kit={stage.kit} id="i1" />);
    return screen.findByLabelText<HTMLTextAreaElement>('Your message');
  };

  it('sends one sentence that is ready and nothing else, and says where the answer comes', async () => {
    const field = await tell();
    expect(field.value).toBe('I have this problem too: Exports hang');
    fireEvent.input(field, { target: { value: 'Me too, on Mondays.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Tell me' }));
    await screen.findByText('You read here when it is solved.');
    const sent = stage.api.calls.find(({ route }) => route === '/api/tickets')?.call.body;
    expect(sent).toEqual({ topic: 'invoices', message: 'Me too, on Mondays.', context: [], locale: 'en', issue: 'i1' });
    expect(screen.queryByText(/replies here by/)).toBeNull();
    expect(await stage.kit.storage.get('issue/i1')).toBe('told');
  });

  it('is offered once', async () => {
    await stage.kit.storage.set('issue/i1', 'told');
    await shown();
    expect(screen.getByText(/You are told here when it is solved/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Tell me/ })).toBeNull();
  });

  it('needs some words', async () => {
    const field = await tell();
    fireEvent.input(field, { target: { value: ' ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Tell me' }));
    await screen.findByText('Write a few words first.');
    expect(stage.api.taken).toEqual([]);
  });

  it('leads to the usual form where the issue is another one, or is known no more', async () => {
    stage.api.issues = [];
    render(<TellView kit={stage.kit} id="i1" />);
    fireEvent.click(await screen.findByRole('button', { name: 'My problem is another one' }));
    expect(stage.opened).toEqual([{ view: 'contact' }]);
  });

  it('shows in the conversation what it is part of, and no promise of its own', async () => {
    await tell();
    fireEvent.click(screen.getByRole('button', { name: 'Tell me' }));
    await screen.findByText('You read here when it is solved.');
    cleanup();
    render(<ThreadView kit={stage.kit} reference="TZ-000001" />);
    await screen.findByText('Part of a known issue: Exports hang');
    expect(screen.getByText('It is being worked on. The answer comes here.')).toBeTruthy();
    expect(screen.queryByText(/First reply by/)).toBeNull();
  });
});
