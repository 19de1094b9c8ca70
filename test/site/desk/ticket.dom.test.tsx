import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageContext } from '../../../api/contract/page-context.ts';
import { describe as describeItem } from '../../../widget/context/describe.ts';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle } from './stage.tsx';
import { makeTicket, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const context: PageContext = [
  { kind: 'search', id: '1', query: 'launcher gone', results: 0 },
  {
    kind: 'read',
    id: '2',
    document: 'article:launcher-missing',
    title: 'The launcher does not appear',
    seconds: 94,
    helpful: false,
    reason: 'incomplete',
  },
  { kind: 'page', id: '3', url: 'https://app.example.com/orders', title: 'Orders' },
  { kind: 'host', id: '4', name: 'Plan', value: 'Team' },
];
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Reply');
const write = (value: string) => fireEvent.input(field(), { target: { value } });
const replies = (fake: ReturnType<typeof createFakeDesk>) => fake.state.calls.filter(([name]) => name === 'reply');
const open = (fake: ReturnType<typeof createFakeDesk>) => openDesk(fake, '/desk/?ticket=1');

it('keeps a reply in its field until it stands in the conversation', async () => {
  vi.useFakeTimers({ now: noon });
  const fake = createFakeDesk([makeTicket({ id: '1' })]);
  const { ticket } = fake.client;
  let answer = () => {};
  fake.client.ticket = (id) =>
    fake.state.calls.some(([name]) => name === 'reply')
      ? new Promise((done) => {
          answer = () => done(ticket(id));
        })
      : ticket(id);
  await openDesk(fake, '/desk/?ticket=1');
  const field = screen.getByLabelText<HTMLTextAreaElement>('Reply');
  fireEvent.input(field, { target: { value: 'Try again now' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
  await settle();
  expect(field.value).toBe('Try again now');
  answer();
  await settle();
  expect(field.value).toBe('');
  expect(screen.getByText('Try again now', { selector: '.message-text' })).toBeTruthy();
});

describe('a ticket', () => {
  it.each([
    ['the page that was sent along', context, 'Written on app.example.com'],
    ['nothing where that was left out', [], null],
  ])('says that it was written on %s', async (_, sent, words) => {
    await open(createFakeDesk([makeTicket({ id: '1', context: sent })]));
    expect(screen.getByText('Language of the help: English')).toBeTruthy();
    expect(screen.queryByText(/^Written on/)?.textContent ?? null).toBe(words);
  });
  it('shows the card in the labels, values and order of the requester', async () => {
    const { view, kit } = await open(createFakeDesk([makeTicket({ id: '1', context })]));
    const card = [...view.container.querySelectorAll('.context > div')].map((row) => ({
      label: row.querySelector('dt')?.textContent,
      value: row.querySelector('dd')?.textContent,
    }));
    expect(card).toEqual(context.map((item) => describeItem(item, kit.t)));
  });

  it('says why it is here, and shows a reason it has no words for', async () => {
    const reasons = [
      { code: 'topic', detail: 'widget' },
      { code: 'from-the-future', detail: 'x' },
    ];
    await open(createFakeDesk([makeTicket({ id: '1', reasons })]));
    expect(screen.getByText('Topic: The widget')).toBeTruthy();
    expect(screen.getByText('from-the-future x')).toBeTruthy();
    expect(screen.getByText('Tier 1')).toBeTruthy();
    const side = within(screen.getByRole('complementary', { name: 'About this request' }));
    expect(side.getByLabelText<HTMLSelectElement>('Priority').value).toBe('normal');
    expect(screen.getByText('First reply by 7:00 PM')).toBeTruthy();
  });

  it('says who has it, whether they are a partner, and by when it is promised to be solved', async () => {
    const resolveBy = new Date(noon + 30 * 3_600_000).toISOString();
    const placed = { group: 'on-call', tier: 3 as const, priority: 'high' as const, resolveBy };
    const { view } = await open(createFakeDesk([makeTicket({ id: '1', ...placed })]));
    expect(view.container.querySelector('.holder')?.textContent).toBe('On call Partner');
    expect(screen.getByText('Tier 3')).toBeTruthy();
    expect(screen.getByText('Solved by Mon 6:00 PM')).toBeTruthy();
    expect(view.container.querySelector('.row-topic')?.textContent).toBe('On call · The widget');
  });

  it('names a group that is gone by its id, and none for a request from before there were groups', async () => {
    const { view } = await open(createFakeDesk([makeTicket({ id: '1', group: 'gone' })]));
    expect(view.container.querySelector('.holder')?.textContent).toBe('gone');
    closeDesk();
    vi.useFakeTimers({ now: noon });
    const before = await open(createFakeDesk([makeTicket({ id: '1', group: '' })]));
    expect(before.view.container.querySelector('.holder')).toBeNull();
    expect(before.view.container.querySelector('.row-topic')?.textContent).toBe('The widget');
  });

  it('marks the address as unverified', async () => {
    await open(createFakeDesk([makeTicket({ id: '1' })]));
    expect(screen.getByText('ada@example.com').nextElementSibling?.textContent).toBe('Unverified address');
  });

  it('says that there is none at this address', async () => {
    await openDesk(createFakeDesk([makeTicket({ id: '1' })]), '/desk/?ticket=nope');
    expect(screen.getByText('There is no such request')).toBeTruthy();
  });

  it('shows a message that comes while it is open', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    const ticket = makeTicket({ id: '1' });
    const more = { id: 'm2', from: 'requester' as const, text: 'Any news?', at: ticket.updatedAt };
    fake.state.tickets = [{ ...ticket, messages: [...ticket.messages, more] }];
    await settle(10_000);
    expect(screen.getByText('Any news?')).toBeTruthy();
  });
});

describe('hostile text', () => {
  const markup = '<img src=x onerror="globalThis.hit=1"><script>hit()</script><a href="javascript:hit()">x</a>';
  const override = '\u202Egnp.exe';
  const endless = 'A'.repeat(9_000);
  const text = `${markup} ${override} ${endless} https://evil.example/`;
  const hostile = makeTicket({
    id: '1',
    excerpt: markup,
    requester: { name: `${markup}${override}`.slice(0, 100), address: 'ada@\u202Emoc.live' },
    messages: [{ id: 'm', from: 'requester', text, at: makeTicket({ id: '1' }).createdAt }],
    context: [
      { kind: 'host', id: '1', name: '<b>Plan</b>', value: markup },
      { kind: 'page', id: '2', url: 'https://evil.example/', title: override },
    ],
    reasons: [{ code: 'search-without-result', detail: markup }],
  });

  it('stays text wherever it is shown', async () => {
    const { view } = await open(createFakeDesk([hostile]));
    const { container } = view;
    expect(container.querySelector('img:not([src="/favicon.svg"]), script, b, iframe, [onerror], [style]')).toBeNull();
    expect([...container.querySelectorAll('a:not(.queue)')].map((link) => link.getAttribute('href'))).toEqual([
      '/',
      '?ticket=1&view=what-if',
      '?ticket=1&view=issues',
      '/',
      '?ticket=1',
    ]);
    expect(container.querySelector('.message-text')?.textContent).toBe(text);
    expect(container.querySelector('.message-text')?.getAttribute('dir')).toBe('auto');
    expect(container.querySelector('.row-text')?.textContent).toBe(markup);
  });

  it('cannot make an address, a name or the card look like another', async () => {
    const { view } = await open(createFakeDesk([hostile]));
    expect(view.container.querySelector('.requester-address')?.textContent).toBe('ada@\ufffdmoc.live');
    expect(view.container.querySelector('.requester')?.textContent).not.toContain('\u202E');
    expect(view.container.querySelector('.context')?.textContent).not.toContain('\u202E');
  });
});

describe('a reply', () => {
  it('is sent with Ctrl+Enter and sets pending', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    write('Which page is it?');
    field().focus();
    await press('Enter', { ctrlKey: true });
    const [call] = replies(fake);
    expect(call?.[2]).toMatchObject({ text: 'Which page is it?', status: 'pending' });
    expect(field().value).toBe('');
    expect(within(screen.getByRole('list', { name: 'Conversation' })).getByText('Which page is it?')).toBeTruthy();
  });

  it('can set solved', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    write('Done.');
    fireEvent.click(screen.getByRole('button', { name: 'Send and set solved' }));
    await settle();
    expect(replies(fake)[0]?.[2]).toMatchObject({ status: 'solved' });
  });

  it('says why it cannot be loaded', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    fake.client.ticket = async () => offline;
    await open(fake);
    expect(screen.getByText(/There is no connection. It is tried again/)).toBeTruthy();
  });

  it('keeps its text and its key when it fails', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    write('Which page is it?');
    fake.state.failure = offline;
    fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Not sent. Your text is still here.');
    expect(field().value).toBe('Which page is it?');
    fake.state.failure = undefined;
    fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
    await settle();
    const keys = replies(fake).map(([, , reply]) => JSON.stringify(reply));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('gets a new key when an earlier text turns out to have arrived', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    write('Second version');
    fake.state.failure = { ok: false, kind: 'problem', status: 422, code: 'idempotency-key-reused' };
    fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('had arrived after all');
    fake.state.failure = undefined;
    fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
    await settle();
    const keys = replies(fake).map(([, , reply]) => JSON.stringify(reply));
    expect(keys[0]).not.toBe(keys[1]);
    expect(field().value).toBe('');
  });

  it('waits for its own ticket while another one is open', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' }), makeTicket({ id: '2' })]);
    await open(fake);
    write('For the first');
    const [, second] = within(screen.getByRole('navigation', { name: 'Requests' })).getAllByRole('link');
    fireEvent.click(second ?? document.body);
    await settle();
    expect(field().value).toBe('');
    history.replaceState(null, '', '/desk/?ticket=1');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await settle();
    expect(field().value).toBe('For the first');
  });

  it('is not sent empty or too long', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    write('   ');
    fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
    write('x'.repeat(10_003));
    expect(screen.getByText(/^3 characters too many/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
    await settle();
    expect(replies(fake)).toEqual([]);
  });

  it('cannot be written to a closed ticket', async () => {
    await open(createFakeDesk([makeTicket({ id: '1', status: 'closed' })]));
    expect(screen.queryByLabelText('Reply')).toBeNull();
    expect(screen.getByText(/closed and takes no more messages/)).toBeTruthy();
  });
});

describe('the status of a ticket', () => {
  const control = () => screen.getAllByLabelText<HTMLSelectElement>('Status')[1];
  const choose = (value: string) => fireEvent.change(control() ?? document.body, { target: { value } });

  it('is set by its button, not by moving through the choices', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    choose('on-hold');
    expect(fake.state.calls.some(([name]) => name === 'setStatus')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Set status' }));
    await settle();
    expect(fake.state.calls).toContainEqual(['setStatus', '1', 'on-hold']);
    expect(control()?.value).toBe('on-hold');
    expect(screen.queryByRole('button', { name: 'Set status' })).toBeNull();
  });

  it('says that closing is final before it is done, and that a failure changed nothing', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    choose('closed');
    expect(screen.getByText(/Closing is final/)).toBeTruthy();
    fake.state.failure = offline;
    fireEvent.click(screen.getByRole('button', { name: 'Set status' }));
    await settle();
    expect(screen.getByText('The status was not changed.')).toBeTruthy();
  });
});
