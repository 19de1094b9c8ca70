import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle } from './stage.tsx';
import { at, makeTicket, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const two = () => [
  makeTicket({ id: '1', requester: { name: 'Ada' }, assignee: 'mira', tags: ['csp', 'react', 'sso'] }),
  makeTicket({ id: '2', requester: { name: 'Bo' }, held: true }),
];
const list = () => screen.getByRole('navigation', { name: 'Requests' });
const rows = () => within(list()).getAllByRole('link');
const called = (fake: ReturnType<typeof createFakeDesk>, name: string) =>
  fake.state.calls.filter(([call]) => call === name);

describe('queues', () => {
  it('stand above the list with their counts, each at its own address', async () => {
    await openDesk(createFakeDesk(two()));
    fireEvent.click(screen.getByRole('link', { name: 'Held 1' }));
    await settle();
    expect(location.search).toBe('?queue=held');
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('Bo')]);
    expect(screen.getByRole('link', { name: 'Held 1' }).getAttribute('aria-current')).toBe('page');
  });

  it('are reached by G and a letter, and say why they are empty', async () => {
    await openDesk(createFakeDesk(two()));
    await press('g');
    await press('m');
    expect(location.search).toBe('?queue=mine&order=due');
    expect(rows()).toHaveLength(1);
    await press('g');
    await press('b');
    expect(screen.getByText('No promise is broken')).toBeTruthy();
    await press('g');
    await press('a');
    expect(rows()).toHaveLength(2);
  });

  it('take J again as a key of its own after G and another letter', async () => {
    await openDesk(createFakeDesk(two()));
    await press('g');
    await press('j');
    await press('o');
    expect(location.search).toBe('?order=due');
  });
});

describe('filters', () => {
  it('show what is on, and each is taken away alone', async () => {
    await openDesk(createFakeDesk(two()), '/desk/?status=new&tag=csp&assignee=me');
    const chips = within(screen.getByRole('list', { name: 'Active filters' })).getAllByRole('button');
    expect(chips.map((chip) => chip.textContent)).toEqual(['New', 'Assigned to me', 'Tag csp']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove filter: Assigned to me' }));
    await settle();
    expect(location.search).toBe('?status=new&tag=csp');
  });

  it('say what the address asked for and nobody knows', async () => {
    await openDesk(createFakeDesk(two()), '/desk/?status=gone&tag=csp');
    expect(screen.getByText(/does not exist, which is left out: status=gone/)).toBeTruthy();
  });

  it('say that a group is gone, and lead back to all', async () => {
    const fake = createFakeDesk(two());
    fake.client.tickets = () => Promise.resolve({ ok: false, kind: 'problem', status: 400, code: 'invalid-request' });
    await openDesk(fake, '/desk/?queue=nobody');
    expect(screen.getByText('There is no such queue')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(location.search).toBe('');
  });
});

describe('search', () => {
  it('begins with /, finds while somebody types, keeps the words in the address, and opens the first with Enter', async () => {
    await openDesk(createFakeDesk(two()));
    await press('/');
    const field = screen.getByRole('searchbox', { name: 'Search requests' });
    expect(document.activeElement).toBe(field);
    fireEvent.input(field, { target: { value: 'Bo' } });
    await settle(300);
    expect(location.search).toBe('?q=Bo');
    expect(rows()).toHaveLength(1);
    fireEvent.submit(field.closest('form') ?? field);
    await settle();
    expect(location.search).toBe('?q=Bo&ticket=2');
  });

  it('says that nothing was found', async () => {
    await openDesk(createFakeDesk(two()), '/desk/?q=nothing');
    expect(screen.getByText('Nothing found for “nothing”')).toBeTruthy();
  });

  it('does not put quotes around a phrase that has its own', async () => {
    await openDesk(createFakeDesk(two()), '/desk/?q=%22no such words%22');
    expect(screen.getByText('Nothing found for "no such words"')).toBeTruthy();
  });

  it('marks words by their position, so that a text stays text', async () => {
    const found = { in: 'note' as const, text: '<b>hi</b> invoice', marks: [[10, 17]] as [number, number][] };
    const { view } = await openDesk(createFakeDesk([makeTicket({ id: '1', found })]));
    expect(view.container.querySelector('.row-text')?.textContent).toBe('Note: <b>hi</b> invoice');
    expect([...view.container.querySelectorAll('.row-text b')].map((mark) => mark.textContent)).toEqual(['invoice']);
  });
});

describe('a row', () => {
  it('shows who has it, its tags and the promise that counts', async () => {
    const ticket = makeTicket({ id: '1', assignee: 'mira', tags: ['csp', 'react', 'sso'], firstRepliedAt: at(0) });
    await openDesk(createFakeDesk([{ ...ticket, nextReplyBy: at(3), dueBy: at(3) }]));
    expect(rows()[0]?.textContent).toMatch(/Assigned to mira.*csp.*\+2.*Next reply: 3 hr left/);
  });
});

describe('news', () => {
  it('comes by the stream at once, and looks less often meanwhile', async () => {
    const fake = createFakeDesk(two());
    fake.state.streams = true;
    await openDesk(fake);
    fake.state.listener?.onChanges({ cursor: 1, tickets: [], presence: [] });
    await settle();
    const before = called(fake, 'tickets').length;
    await settle(50_000);
    expect(called(fake, 'tickets').length - before).toBeLessThanOrEqual(1);
    fake.state.tickets = [makeTicket({ id: '3', requester: { name: 'Cy' }, updatedAt: at(0) }), ...fake.state.tickets];
    fake.state.listener?.onChanges({ cursor: 2, tickets: ['3'], presence: [] });
    await settle();
    expect(rows()[0]?.textContent).toContain('Cy');
  });

  it('is asked for while there is no stream, from where it was', async () => {
    const fake = createFakeDesk(two());
    await openDesk(fake);
    fake.state.tickets = [makeTicket({ id: '3', requester: { name: 'Cy' }, updatedAt: at(0) }), ...fake.state.tickets];
    await settle(8_000);
    expect(rows()[0]?.textContent).toContain('Cy');
    expect(called(fake, 'changes').at(-1)?.[1]).toBeGreaterThan(0);
  });

  it('opens the stream again when it was cut off, and gives it back when nobody looks for long', async () => {
    const fake = createFakeDesk(two());
    fake.state.streams = true;
    await openDesk(fake);
    fake.state.listener?.onChanges({ cursor: 7, tickets: [], presence: [] });
    fake.state.listener?.onEnd();
    await settle(5_000);
    expect(called(fake, 'listen').at(-1)).toEqual(['listen', 7]);
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle(240_000);
    expect(fake.state.listener).toBeDefined();
    await settle(120_000);
    expect(fake.state.listener).toBeUndefined();
    hidden.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(fake.state.listener).toBeDefined();
  });
});

describe('presence', () => {
  it('is told while a request is open, with what is done there, and taken back when it is left', async () => {
    const fake = createFakeDesk(two());
    await openDesk(fake, '/desk/?ticket=1');
    expect(called(fake, 'presence').at(-1)?.[1]).toEqual({ ticket: '1', doing: 'reading' });
    fireEvent.input(screen.getByLabelText('Reply'), { target: { value: 'Hello' } });
    await settle();
    expect(called(fake, 'presence').at(-1)?.[1]).toEqual({ ticket: '1', doing: 'writing' });
    await settle(31_000);
    expect(called(fake, 'presence').at(-1)?.[1]).toEqual({ ticket: '1', doing: 'reading' });
    fireEvent.input(screen.getByLabelText('Reply'), { target: { value: 'Hello you' } });
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
    await settle();
    expect(called(fake, 'presence').at(-1)?.[1]).toEqual({ ticket: '1', doing: 'reading' });
    fireEvent.click(screen.getByRole('button', { name: 'Note' }));
    fireEvent.input(screen.getByLabelText('Note for the desk'), { target: { value: 'They are angry' } });
    await settle();
    expect(called(fake, 'presence').at(-1)?.[1]).toEqual({ ticket: '1', doing: 'noting' });
    fireEvent.click(screen.getByRole('button', { name: 'Keep note' }));
    await settle();
    expect(called(fake, 'presence').at(-1)?.[1]).toEqual({ ticket: '1', doing: 'reading' });
    const before = called(fake, 'presence').length;
    await settle(40_000);
    expect(called(fake, 'presence').length - before).toBe(2);
    fireEvent.click(screen.getByRole('button', { name: 'Back to the list' }));
    await settle();
    expect(called(fake, 'presence').at(-1)?.[1]).toEqual({ left: '1', doing: 'reading' });
  });

  it('of others stands above the reply and in the list; one’s own does not', async () => {
    const fake = createFakeDesk(two());
    fake.state.presence = [
      { person: 'mira', name: 'Mira', ticket: '1', doing: 'writing' },
      { person: 'mo', name: 'Mo', ticket: '1', doing: 'writing' },
      { person: 'ines', name: 'Ines', ticket: '1', doing: 'reading' },
    ];
    const { view } = await openDesk(fake, '/desk/?ticket=1');
    expect(view.container.querySelector('.presence')?.textContent).toBe('Mo is writing a reply');
    expect(rows()[0]?.textContent).toContain('Mo is writing a reply');
    expect(view.container.querySelectorAll('.presence-mark')).toHaveLength(1);
  });
});

describe('two who write at the same time', () => {
  const reply = (text: string) => fireEvent.input(screen.getByLabelText('Reply'), { target: { value: text } });
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send and set pending' }));
  const other = { id: 'm9', from: 'agent' as const, name: 'Mo', text: 'I have it.', at: at(0) };
  const answeredByMo = (fake: ReturnType<typeof createFakeDesk>) => {
    fake.state.tickets = fake.state.tickets.map((ticket) =>
      ticket.id === '1' ? { ...ticket, messages: [...ticket.messages, other] } : ticket,
    );
  };

  it('learn of each other before the second reply is sent, and nothing is lost', async () => {
    const fake = createFakeDesk(two());
    fake.state.streams = true;
    await openDesk(fake, '/desk/?ticket=1');
    reply('Mine');
    await settle();
    answeredByMo(fake);
    send();
    await settle();
    expect(called(fake, 'reply')).toHaveLength(0);
    expect(screen.getByText('I have it.')).toBeTruthy();
    expect(screen.getByText(/A new message arrived since you began/)).toBeTruthy();
    expect((screen.getByLabelText('Reply') as HTMLTextAreaElement).value).toBe('Mine');
    send();
    await settle();
    expect(called(fake, 'reply')).toHaveLength(1);
    expect(screen.queryByText(/A new message arrived since you began/)).toBeNull();
  });

  it('send at once what was begun after the message, and when nobody can look', async () => {
    const fake = createFakeDesk(two());
    await openDesk(fake, '/desk/?ticket=1');
    answeredByMo(fake);
    await settle(20_000);
    reply('Mine');
    await settle();
    send();
    await settle();
    expect(called(fake, 'reply')).toHaveLength(1);
    reply('More');
    fake.state.failure = offline;
    send();
    await settle();
    expect(called(fake, 'reply')).toHaveLength(2);
  });
});
