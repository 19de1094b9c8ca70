import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Thread } from '../../../api/contract/ticket.ts';
import { createRequestClient } from '../../../site/request/client.ts';
import type { RequestKit } from '../../../site/request/kit.ts';
import { Request } from '../../../site/request/request.tsx';
import { en } from '../../../site/request/words.en.ts';
import { openDrafts } from '../../../site/thread/drafts.ts';
import { openMemory } from '../../../site/thread/memory.ts';
import { createMoments } from '../../../site/thread/moments.ts';
import { en as threadEn } from '../../../site/thread/words.en.ts';
import { messages } from '../../../widget/i18n/escalation.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { createFakeApi } from '../../support/fake-api.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const capability = 'c'.repeat(43);
const thread: Thread = {
  reference: 'TZ-7K2M4P',
  status: 'new',
  topic: 'widget',
  createdAt: new Date(noon - 3_600_000).toISOString(),
  firstReplyBy: new Date(noon + 7 * 3_600_000).toISOString(),
  messages: [{ id: 'm1', from: 'requester', text: 'It is gone.', at: new Date(noon - 3_600_000).toISOString() }],
};
const settle = async (ms = 0) => {
  await vi.advanceTimersByTimeAsync(ms);
  await vi.advanceTimersByTimeAsync(100);
};

let api: ReturnType<typeof createFakeApi>;
const change = (next: Partial<Thread>) => {
  const now = api.threads.get(capability) ?? thread;
  api.threads.set(capability, { ...now, ...next });
};
const open = async (hash: string) => {
  history.replaceState(null, '', `/request${hash}`);
  const kit: RequestKit = {
    t: createTranslate('en', { ...messages, ...threadEn, ...en }),
    locale: 'en',
    moments: createMoments('en-GB', 'UTC'),
    client: createRequestClient(api),
    drafts: openDrafts(
      openMemory(() => sessionStorage),
      () => `key-${api.calls.length}-of-some-draft`,
    ),
    company: 'Acme',
    base: '/',
    now: Date.now,
    random: () => 0.5,
  };
  const view = render(<Request kit={kit} />);
  await settle();
  return view;
};
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Your reply');
const send = async (text: string) => {
  fireEvent.input(field(), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await settle();
};
const keys = () => api.calls.filter(({ call }) => call.method === 'POST').map(({ call }) => call.key);

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  api = createFakeApi(Date.now);
  api.threads.set(capability, thread);
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the request page', () => {
  it('shows reference, status, promise and messages', async () => {
    await open(`#${capability}`);
    expect(screen.getByText('TZ-7K2M4P')).toBeTruthy();
    expect(screen.getByText('Received')).toBeTruthy();
    expect(screen.getByText(/First reply by 19:00\./)).toBeTruthy();
    expect(screen.getByText('It is gone.')).toBeTruthy();
  });

  it('does not go on promising an hour that is over', async () => {
    change({ firstReplyBy: new Date(noon - 1).toISOString() });
    await open(`#${capability}`);
    expect(screen.getByText(/was promised by 11:59\. It is late, and your request is not forgotten\./)).toBeTruthy();
  });

  it('says which known issue it is part of, and promises nothing beyond it', async () => {
    const issue = { state: 'working' as const, title: 'Exports hang', text: '<b>Soon</b>.' };
    change({ status: 'on-hold', issue });
    const { container } = await open(`#${capability}`);
    expect(screen.getByText('Part of a known issue: Exports hang')).toBeTruthy();
    expect(screen.getByText('<b>Soon</b>.')).toBeTruthy();
    expect(screen.getByText('It is being worked on. The answer comes here.')).toBeTruthy();
    expect(container.textContent).not.toContain('First reply by');
  });

  it('keeps the capability out of addresses, titles and storage', async () => {
    await open(`#${capability}`);
    await send('Hello?');
    for (const { route } of api.calls) expect(route).not.toContain(capability);
    expect(document.title).toBe('Your request TZ-7K2M4P · Acme');
    fireEvent.input(field(), { target: { value: 'Half' } });
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain(capability);
    const links = [...document.querySelectorAll('a')].map((link) => link.href);
    expect(links.join()).not.toContain(capability);
  });

  it('shows a reply that comes while it is open, and says so', async () => {
    await open(`#${capability}`);
    api.reply('TZ-7K2M4P', 'Which page?', 'Mira');
    await settle(10_000);
    expect(screen.getByText('Which page?')).toBeTruthy();
    expect(screen.getByText('New reply from Mira')).toBeTruthy();
  });

  it('shows hostile text as text', async () => {
    const text = '<img src=x onerror=hit()> https://evil.example/ \u202egnp.exe';
    change({ messages: [{ id: 'm', from: 'agent', name: '<b>x</b>', text, at: thread.createdAt }] });
    const { container } = await open(`#${capability}`);
    expect(container.querySelector('.message-text')?.textContent).toBe(text);
    expect(container.querySelector('.messages :is(img, b, a)')).toBeNull();
  });

  it('makes a document of the help center a link in what the team wrote, and nothing in what the requester did', async () => {
    const link = `${location.origin}/articles/launcher-missing/`;
    const both = ['agent', 'requester'] as const;
    change({
      messages: both.map((from) => ({
        id: from,
        from,
        text: `See ${link} or https://evil.example/`,
        at: thread.createdAt,
      })),
    });
    await open(`#${capability}`);
    expect(screen.getAllByRole<HTMLAnchorElement>('link', { name: /evil|launcher/ }).map(({ href }) => href)).toEqual([
      link,
    ]);
  });

  it('says of an unknown link what may have happened, and takes another one', async () => {
    await open(`#${'d'.repeat(43)}`);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No request belongs to this link');
    const input = screen.getByLabelText('Link to the request');
    fireEvent.input(input, { target: { value: 'https://help.example.com/request#short' } });
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('not a whole link');
    fireEvent.input(input, { target: { value: `https://help.example.com/request#${capability}` } });
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    window.dispatchEvent(new Event('hashchange'));
    await settle();
    expect(screen.getByText('It is gone.')).toBeTruthy();
  });

  it('asks for the link where there is none', async () => {
    await open('');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Open a request');
    expect(api.calls).toEqual([]);
  });

  it('comes up by itself once there is a network', async () => {
    api.fault = () => 'offline';
    await open(`#${capability}`);
    expect(screen.getByText(/There is no connection/)).toBeTruthy();
    api.fault = () => undefined;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(screen.getByText('It is gone.')).toBeTruthy();
  });

  it('keeps what it shows when the network goes', async () => {
    await open(`#${capability}`);
    api.fault = () => 'offline';
    await settle(10_000);
    expect(screen.getByText(/You are offline/)).toBeTruthy();
    expect(screen.getByText('It is gone.')).toBeTruthy();
  });
});

describe('writing on the request page', () => {
  it('adds a message', async () => {
    await open(`#${capability}`);
    await send('Still gone.');
    expect(api.taken).toEqual(['Still gone.']);
    expect(screen.getByText('Still gone.')).toBeTruthy();
    expect(field().value).toBe('');
  });

  it('keeps what was sent in the field until it stands in the conversation', async () => {
    await open(`#${capability}`);
    const { send: answer } = api;
    let arrive = () => {};
    vi.spyOn(api, 'send').mockImplementation((route, call) =>
      call.method === 'GET'
        ? new Promise((done) => {
            arrive = () => done(answer(route, call));
          })
        : answer(route, call),
    );
    await send('Gone again.');
    expect(api.taken).toEqual(['Gone again.']);
    expect(field().value).toBe('Gone again.');
    arrive();
    await settle();
    expect(field().value).toBe('');
    expect(screen.getByText('Gone again.', { selector: '.message-text' })).toBeTruthy();
  });

  it('keeps text and key when it fails, and is kept once when its answer got lost', async () => {
    await open(`#${capability}`);
    api.fault = () => 'timeout-after';
    await send('Still gone.');
    expect(screen.getByRole('alert').textContent).toContain('Sending it again is safe');
    expect(field().value).toBe('Still gone.');
    api.fault = () => undefined;
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await settle();
    expect(new Set(keys()).size).toBe(1);
    expect(api.taken).toEqual(['Still gone.']);
  });

  it('warns of a secret and leaves the words alone', async () => {
    await open(`#${capability}`);
    fireEvent.input(field(), { target: { value: 'My card is 4242 4242 4242 4242' } });
    await settle(2_000);
    expect(screen.getByText('This looks like a card number.')).toBeTruthy();
    expect(field().value).toContain('4242 4242 4242 4242');
  });

  it('says that a reply opens a solved request again', async () => {
    change({ status: 'solved' });
    await open(`#${capability}`);
    expect(screen.getByText('A reply opens this request again.')).toBeTruthy();
  });

  it('leads to a new request where this one is closed', async () => {
    change({ status: 'closed' });
    await open(`#${capability}`);
    expect(screen.queryByLabelText('Your reply')).toBeNull();
    expect(screen.getByRole('link', { name: 'Start a new one' }).getAttribute('href')).toBe('/contact');
  });
});
