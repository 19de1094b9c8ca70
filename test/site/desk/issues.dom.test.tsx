import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AlikeTicket, Cluster } from '../../../api/contract/issue.ts';
import { closeDesk, createFakeDesk, makeIssue, offline, openDesk, press, settle } from './stage.tsx';
import { at, makeTicket } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(closeDesk);

const alike = (id: string, change: Partial<AlikeTicket> = {}): AlikeTicket => ({
  id,
  reference: `TZ-00000${id}`,
  status: 'new',
  excerpt: `The export hangs, says ${id}`,
  createdAt: at(-1),
  locale: 'en',
  ...change,
});
const cluster = (change: Partial<Cluster> = {}): Cluster => ({
  id: '1',
  topic: 'widget',
  words: ['export', 'hangs'],
  since: at(-2),
  tickets: ['1', '2', '3'].map((id) => alike(id)),
  ...change,
});
const tickets = ['1', '2', '3'].map((id) => makeTicket({ id }));

const open = async (
  change: Partial<ReturnType<typeof createFakeDesk>['state']> = {},
  address = '/desk/?view=issues',
) => {
  const fake = createFakeDesk(tickets);
  Object.assign(fake.state, change);
  const { view } = await openDesk(fake, address);
  const fill = async (label: string | RegExp, text: string, place = 0) => {
    const field = view.getAllByLabelText(label)[place];
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error('No field.');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  };
  const press = async (name: string | RegExp, place = 0) => {
    view.getAllByRole('button', { name })[place]?.click();
    await settle();
  };
  return { ...fake, view, fill, press };
};

describe('known issues in the desk', () => {
  it('are counted in the top bar, with reports that nobody was told of, and opened by a key', async () => {
    const { view } = await open({ clusters: [cluster()], issues: [makeIssue()] }, '/desk/');
    const link = view.getByRole('link', { name: /^Known issues/ });
    expect(link.textContent).toBe('Known issues2');
    await press('e');
    expect(location.search).toBe('?view=issues');
    expect(view.getByRole('heading', { name: 'Known issues' })).toBeTruthy();
  });

  it('say what is alike, and where nothing is', async () => {
    const { view } = await open({ clusters: [cluster({ code: 'e-42' })] });
    expect(view.getByText('3 requests: The widget')).toBeTruthy();
    expect(view.getByText(/All with e-42. Most say: export, hangs/)).toBeTruthy();
    expect(view.getByText('Nothing is announced.')).toBeTruthy();
    closeDesk();
    vi.useFakeTimers();
    const empty = await open();
    expect(empty.view.getByText('No three requests of the last 48 hours are alike.')).toBeTruthy();
  });

  it('are announced from requests that are alike, those that were chosen, in one language at least', async () => {
    const { view, state, fill, press } = await open({ clusters: [cluster()] });
    view.getByRole('checkbox', { name: 'Joins: TZ-000002' }).click();
    await settle();
    await press('Announce as a known issue');
    await press('Announce, 2 requests join');
    expect(view.getByText(/Write a title and a text/)).toBeTruthy();
    await fill('Title', 'Exports hang');
    await fill('What people should know', 'We are working on it.');
    await press('Announce, 2 requests join');
    const call = state.calls.find(([name]) => name === 'announce');
    expect(call?.slice(1, 3)).toEqual([
      { titles: { en: 'Exports hang' }, texts: { en: 'We are working on it.' }, topic: 'widget' },
      ['1', '3'],
    ]);
    expect(view.getByText('Being worked on', { exact: false })).toBeTruthy();
  });

  it('keep what was written when it could not be told', async () => {
    const { view, state, fill, press } = await open({ clusters: [cluster()] });
    await press('Announce as a known issue');
    await fill('Title', 'Exports hang');
    await fill('What people should know', 'We are working on it.');
    state.failure = offline;
    await press('Announce, 3 requests join');
    expect(view.getAllByText('There is no connection. Nothing was changed.').length).toBeGreaterThan(0);
    state.failure = undefined;
    await press('Announce, 3 requests join');
    const keys = state.calls.filter(([name]) => name === 'announce').map(([, , , key]) => key);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('are said to be old as soon as there is no network', async () => {
    const { view, state } = await open({ clusters: [cluster()] });
    state.failure = offline;
    window.dispatchEvent(new Event('offline'));
    await settle();
    expect(view.getByText(/You are offline. This is how it was/)).toBeTruthy();
  });

  it('take requests that came later', async () => {
    const fresh = cluster({ issue: 'i1', tickets: [alike('1', { issue: 'i1' }), alike('2'), alike('3')] });
    const { state, press } = await open({ clusters: [fresh], issues: [makeIssue()] });
    await press('Add 2 to “Exports hang”');
    expect(state.calls.filter(([name]) => name === 'join')).toEqual([
      ['join', 'i1', '2', true],
      ['join', 'i1', '3', true],
    ]);
  });

  it('are solved with one answer, after saying how many people get it', async () => {
    const joined = [alike('1'), alike('2', { locale: 'de' }), alike('3', { status: 'open' })];
    const { view, state, fill, press } = await open({ issues: [makeIssue({ people: 3, left: 3, tickets: joined })] });
    await press('Solve');
    expect(view.getByText(/3 people get this answer.*English 2, German 1/)).toBeTruthy();
    expect(view.getByText(/1 has written something of their own/)).toBeTruthy();
    await press('Solve and answer all');
    expect(view.getByText('Write the answer in one language at least.')).toBeTruthy();
    await fill('Answer, English', 'It is mended.');
    await press('Solve and answer all');
    expect(state.calls.find(([name]) => name === 'solve')).toEqual(['solve', 'i1', { en: 'It is mended.' }]);
    expect(view.getByText(/^Solved ·/)).toBeTruthy();
    expect(view.queryByRole('button', { name: 'Solve' })).toBeNull();
  });

  it('say that somebody else has solved it meanwhile, and keep what was written', async () => {
    const { view, state, fill, press } = await open({ issues: [makeIssue()] });
    await press('Solve');
    await fill('Answer, English', 'It is mended.');
    state.failure = { ok: false, kind: 'problem', status: 409, code: 'issue-solved' };
    await press('Solve and answer all');
    expect(view.getAllByText(/It is solved already/).length).toBeGreaterThan(0);
    expect(view.getByLabelText('Answer, English')).toHaveProperty('value', 'It is mended.');
  });

  it('say that somebody else has changed it meanwhile', async () => {
    const { view, state, press } = await open({ clusters: [cluster()], issues: [makeIssue()] });
    await press('Change');
    state.failure = { ok: false, kind: 'problem', status: 409, code: 'issue-changed' };
    await press('Save');
    expect(view.getAllByText(/Somebody else has changed it/).length).toBeGreaterThan(0);
  });

  it('give back a request that does not belong to them', async () => {
    const { state, press } = await open({ issues: [makeIssue({ tickets: [alike('1')] })] });
    await press('Requests');
    await press('Take out TZ-000001');
    expect(state.calls.find(([name]) => name === 'join')).toEqual(['join', 'i1', '1', false]);
  });

  it('offer a partner nothing that a partner may not do', async () => {
    const { view } = await open({ clusters: [cluster()], issues: [makeIssue()], mayAnnounce: false });
    for (const name of [/Announce/, /Solve/, 'Change']) expect(view.queryByRole('button', { name })).toBeNull();
  });

  it('say that the server does not answer', async () => {
    const { view, state, press } = await open({ failure: undefined });
    state.failure = { ok: false, kind: 'problem', status: 500, code: 'internal' };
    await settle(400_000);
    expect(view.getByText(/The server does not answer right now/)).toBeTruthy();
    state.failure = undefined;
    await press('Try again');
    expect(view.queryByText(/The server does not answer right now/)).toBeNull();
  });

  it('are one step away from a request that others report as well', async () => {
    const { view } = await open({ clusters: [cluster()] }, '/desk/?ticket=1');
    view.getByRole('link', { name: '2 others report the same' }).click();
    await settle();
    expect(location.search).toBe('?ticket=1&view=issues');
  });
});
