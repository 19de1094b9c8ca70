import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle } from './stage.tsx';
import { at, makeTicket, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const three = () => [
  makeTicket({ id: '1', requester: { name: 'Ada' } }),
  makeTicket({ id: '2', requester: { name: 'Bo' }, firstReplyBy: at(-0.5), status: 'open' }),
  makeTicket({ id: '3', requester: {}, firstRepliedAt: at(0), status: 'pending', held: true }),
];
const list = () => screen.getByRole('navigation', { name: 'Requests' });
const rows = () => within(list()).getAllByRole('link');
const focused = () => document.activeElement?.textContent ?? '';

describe('the list', () => {
  it('says who asks, what about, and how much time is left', async () => {
    await openDesk(createFakeDesk(three()));
    const texts = rows().map((row) => row.textContent ?? '');
    expect(texts[0]).toMatch(/Ada.*The launcher is missing\..*New.*The widget.*First reply: 7 hr left/);
    expect(texts[1]).toMatch(/Bo.*Open.*First reply: 30 min late/);
    expect(texts[2]).toMatch(/No name given.*Pending.*Held.*replied in time/);
  });

  it('draws the time that is gone as a bar without a style attribute', async () => {
    const { view } = await openDesk(createFakeDesk(three()));
    const bars = [...view.container.querySelectorAll('.target-gone')].map((bar) => bar.getAttribute('width'));
    expect(bars).toEqual(['12.5', '100']);
    expect(view.container.querySelector('[style]')).toBeNull();
  });

  it('shows another status at its own address', async () => {
    const fake = createFakeDesk(three());
    await openDesk(fake);
    fireEvent.change(screen.getByLabelText('Status'), { target: { value: 'open' } });
    await settle();
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('Bo')]);
    expect(location.search).toBe('?status=open');
  });

  it('shows the requests of a tier or a group at their own address', async () => {
    const mixed = three().map((ticket, place) => ({
      ...ticket,
      tier: 2 as const,
      group: ['front-line', 'integrations'][place] ?? 'x',
    }));
    await openDesk(createFakeDesk(mixed));
    const choose = (value: string) => fireEvent.change(screen.getByLabelText('Queue'), { target: { value } });
    choose('integrations');
    await settle();
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('Bo')]);
    expect(location.search).toBe('?queue=integrations');
    choose('tier:2');
    await settle();
    expect(rows()).toHaveLength(3);
    choose('tier:1');
    await settle();
    expect(screen.getByText('Nothing in this queue')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await settle();
    expect(location.search).toBe('');
  });

  it('says that a status is empty and leads back to all', async () => {
    await openDesk(createFakeDesk(three()), '/desk/?status=solved');
    expect(screen.getByText('No request is “Solved”')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await settle();
    expect(rows()).toHaveLength(3);
  });

  it('says what an empty desk waits for', async () => {
    await openDesk(createFakeDesk([]));
    expect(screen.getByText('No requests yet')).toBeTruthy();
  });

  it('marks what is new until it was in view, and counts it in the title', async () => {
    const fake = createFakeDesk(three());
    await openDesk(fake);
    expect(document.title).toBe('(2) Desk · Acme');
    fireEvent.click(rows()[0] ?? list());
    await settle();
    expect(document.title).toBe('(1) Desk · Acme');
    expect(rows()[0]?.getAttribute('data-new')).toBe('false');
  });

  it('finds a new request by itself and says so', async () => {
    const fake = createFakeDesk(three());
    await openDesk(fake);
    fake.state.tickets = [makeTicket({ id: '4', requester: { name: 'Cy' }, updatedAt: at(0) }), ...fake.state.tickets];
    await settle(20_000);
    expect(rows()[0]?.textContent).toContain('Cy');
    expect(screen.getByText('One request has new activity.')).toBeTruthy();
  });

  it('keeps the list when the network goes, and comes up to date when it is back', async () => {
    const fake = createFakeDesk(three());
    await openDesk(fake);
    fake.state.failure = offline;
    await settle(20_000);
    expect(screen.getByText(/You are offline/)).toBeTruthy();
    expect(rows()).toHaveLength(3);
    fake.state.failure = undefined;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(screen.queryByText(/You are offline/)).toBeNull();
  });

  it('asks nothing while nobody looks', async () => {
    const fake = createFakeDesk(three());
    await openDesk(fake);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const before = fake.state.calls.length;
    await settle(600_000);
    // The timer that ran already looked at a hidden page, once.
    expect(fake.state.calls.length - before).toBe(0);
  });

  it('asks ever less often while nothing happens', async () => {
    const fake = createFakeDesk(three());
    await openDesk(fake);
    const looks = () => fake.state.calls.filter(([name]) => name === 'tickets').length;
    const before = looks();
    await settle(600_000);
    const after = fake.state.calls.slice(before).map(([call]) => call);
    expect(after.filter((call) => call === 'tickets').length).toBeLessThan(20);
    expect(after.filter((call) => call === 'changes').length).toBeLessThan(30);
    expect(after.filter((call) => call === 'listen').length).toBeLessThan(15);
  });
});

describe('keys in the list', () => {
  it('moves with j and k and stays at its ends', async () => {
    await openDesk(createFakeDesk(three()));
    await press('j');
    expect(focused()).toContain('Ada');
    await press('j');
    expect(focused()).toContain('Bo');
    await press('k');
    await press('k');
    expect(focused()).toContain('Ada');
  });

  it('moves with arrows once the focus is there', async () => {
    await openDesk(createFakeDesk(three()));
    await press('ArrowDown');
    expect(document.activeElement).toBe(document.body);
    rows()[0]?.focus();
    await press('ArrowDown');
    expect(focused()).toContain('Bo');
  });

  it('opens with Enter, replies with r, leaves the field and then the request with Escape', async () => {
    await openDesk(createFakeDesk(three()));
    await press('j');
    // A browser turns Enter on a link into a click.
    fireEvent.click(document.activeElement ?? document.body);
    await settle();
    expect(location.search).toBe('?ticket=1');
    expect(document.activeElement?.className).toBe('middle');
    await press('r');
    expect(document.activeElement).toBe(screen.getByLabelText('Reply'));
    await press('j');
    expect(document.activeElement).toBe(screen.getByLabelText('Reply'));
    await press('Escape');
    expect(location.search).toBe('?ticket=1');
    await press('Escape');
    expect(location.search).toBe('');
    expect(focused()).toContain('Ada');
  });

  it('stays with a request whose reply was not sent, until Escape is pressed outside of its form', async () => {
    await openDesk(createFakeDesk(three()), '/desk/?ticket=1');
    const send = screen.getByRole('button', { name: 'Send and set pending' });
    fireEvent.input(screen.getByLabelText('Reply'), { target: { value: 'Half a sentence' } });
    send.focus();
    await press('Escape');
    expect(location.search).toBe('?ticket=1');
    expect(document.activeElement?.className).toBe('middle');
    await press('Escape');
    expect(location.search).toBe('');
  });

  it('goes back and forward with the browser', async () => {
    await openDesk(createFakeDesk(three()), '/desk/?ticket=2');
    expect(screen.getByRole('heading', { level: 2, name: /TZ-000002/ })).toBeTruthy();
    history.replaceState(null, '', '/desk/?ticket=1');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await settle();
    expect(screen.getByRole('heading', { level: 2, name: /TZ-000001/ })).toBeTruthy();
  });

  it('shows its keys with ?, where single keys can be turned off', async () => {
    await openDesk(createFakeDesk(three()));
    await press('?');
    expect(screen.getByRole('dialog')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await settle();
    await press('j');
    expect(document.activeElement?.classList.contains('row')).toBe(false);
    expect(localStorage.getItem('tierzero-desk-single-keys')).toBe('off');
  });
});
