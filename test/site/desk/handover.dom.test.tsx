import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle } from './stage.tsx';
import { at, makeTicket, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const open = async (change: Partial<DeskTicket> = {}) => {
  const fake = createFakeDesk([makeTicket({ id: '1', ...change })]);
  await openDesk(fake, '/desk/?ticket=1');
  return fake;
};
const openForm = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Hand over' }));
  await settle();
  return screen.getByRole('complementary', { name: 'Hand over' });
};
const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const submit = async () => {
  fireEvent.click(screen.getByRole('button', { name: /^Hand over to/ }));
  await settle();
};
const texts: [string, string][] = [
  ['Goal', 'A launcher'],
  ['Impact', 'Everybody'],
  ['Expected', 'A button'],
  ['What happens instead', 'Nothing'],
  ['What was tried, 1', 'Reloaded'],
  ['What came of it, 1', 'Still nothing'],
  ['Next action', 'Look at the tag'],
];
const fill = () => {
  for (const [label, value] of texts) write(label, value);
};
const posts = (fake: ReturnType<typeof createFakeDesk>) => fake.state.calls.filter(([name]) => name === 'handOver');
const invalid = () =>
  [...document.querySelectorAll('[aria-invalid="true"]')].map((field) => field.id || field.ariaLabel);

describe('handing a request over', () => {
  it('opens by a key, with the problem filled in, who would have it, by when, and what the requester reads', async () => {
    await open();
    await press('h');
    const panel = screen.getByRole('complementary', { name: 'Hand over' });
    expect(document.activeElement).toBe(panel);
    expect(screen.getByLabelText<HTMLInputElement>('Problem').value).toBe('The launcher is missing.');
    expect(panel.textContent).toContain('Integrations, tier 2 · at work from Mon 9:00 AM');
    expect(panel.textContent).toContain('Reply promised by 7:00 PM');
    expect(panel.textContent).toContain('Your request was handed to Integrations. Reply by 7:00 PM.');
    expect(panel.textContent).toContain('“launcher”, no result');
    expect(invalid()).toEqual([]);
  });

  it('marks what is missing only after a try, goes to the first, and keeps what was written', async () => {
    const fake = await open();
    await openForm();
    write('Impact', 'Everybody');
    await submit();
    expect(posts(fake)).toHaveLength(1);
    expect(document.activeElement).toBe(screen.getByLabelText('Goal'));
    expect(screen.getByText('Not handed over: 5 things are missing.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Impact').value).toBe('Everybody');
    write('Goal', 'A launcher');
    await settle();
    expect(screen.getByLabelText('Goal').getAttribute('aria-invalid')).toBeNull();
    expect(screen.getByText('Not handed over: 4 things are missing.')).toBeTruthy();
    fill();
    await settle();
    expect(screen.queryByText(/^Not handed over/)).toBeNull();
    expect(invalid()).toEqual([]);
  });

  it('hands over, says so, and shows the note in the ticket with who had it', async () => {
    const fake = await open({
      events: [
        { seq: 1, at: at(-1), actor: { kind: 'requester' }, event: { kind: 'created', place: spot(1, 'front-line') } },
        {
          seq: 2,
          at: at(0),
          actor: { kind: 'person', id: 'mira', name: 'Mira' },
          event: {
            kind: 'placed',
            from: spot(1, 'front-line'),
            to: spot(2, 'integrations'),
            why: 'handed-over',
            note: 'h1',
          },
        },
      ],
    });
    await openForm();
    fill();
    await settle();
    await submit();
    expect(posts(fake)[0]?.[2]).toMatchObject({
      to: 'integrations',
      note: { goal: 'A launcher', tried: [{ what: 'Reloaded', result: 'Still nothing' }] },
    });
    expect(screen.getByText('Handed over to Integrations.')).toBeTruthy();
    expect(screen.queryByRole('complementary', { name: 'Hand over' })).toBeNull();
    const note = screen.getByText('Handover note').closest('details');
    expect(note?.textContent).toContain('moved once');
    expect(note?.textContent).toContain('Reloaded → Still nothing');
    const stays = [...(note?.querySelectorAll('.stays > li') ?? [])].map((stay) => stay.textContent);
    expect(stays[0]).toContain('Integrations, tier 2 since 12:00 PM');
    expect(stays[0]).toContain('Handed over by Mira');
    expect(stays[1]).toBe('Support, tier 1 11:00 AM to 12:00 PM');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Hand over' }));
  });

  it('keeps what was written when the panel is left, and when the page is loaded again', async () => {
    const fake = await open();
    await openForm();
    write('Goal', 'A launcher');
    await press('Escape');
    expect(screen.queryByRole('complementary', { name: 'Hand over' })).toBeNull();
    await openForm();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Goal').value).toBe('A launcher');
    cleanup();
    await openDesk(fake, '/desk/?ticket=1');
    await openForm();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Goal').value).toBe('A launcher');
  });

  it('closes with Escape from wherever it is looked at, and only then the request', async () => {
    await open();
    const isOpen = () => screen.queryByRole('complementary', { name: 'Hand over' }) !== null;
    await openForm();
    write('Goal', 'A launcher');
    screen.getByLabelText('Goal').focus();
    await press('Escape');
    expect([isOpen(), location.search]).toEqual([false, '?ticket=1']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Hand over' }));
    await openForm();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Goal').value).toBe('A launcher');
    // From the conversation beside it: out of the field, then the panel, then the request.
    screen.getByLabelText('Reply').focus();
    await press('Escape');
    expect([isOpen(), location.search]).toEqual([true, '?ticket=1']);
    await press('Escape');
    expect([isOpen(), location.search]).toEqual([false, '?ticket=1']);
    await press('Escape');
    expect(location.search).toBe('');
  });

  it('gives it to a person of the group at once, and asks for nobody where there are none', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    fake.state.team = [
      { id: 'mira', name: 'Mira', groups: ['integrations'] },
      { id: 'ines', name: 'Ines\u202e', groups: ['integrations'] },
      { id: 'mo', name: 'Mo', groups: [] },
    ];
    await openDesk(fake, '/desk/?ticket=1');
    await openForm();
    const choice = screen.getByLabelText<HTMLSelectElement>('Give it to');
    expect([...choice.options].map(({ text }) => text)).toEqual(['Nobody', 'Mira (me)', 'Ines\ufffd']);
    fireEvent.change(choice, { target: { value: 'ines' } });
    fill();
    await settle();
    // Another group has other people.
    fireEvent.change(screen.getByLabelText('To'), { target: { value: 'on-call' } });
    await settle();
    expect(screen.queryByLabelText('Give it to')).toBeNull();
    fireEvent.change(screen.getByLabelText('To'), { target: { value: 'integrations' } });
    await settle();
    expect(screen.getByLabelText<HTMLSelectElement>('Give it to').value).toBe('');
    fireEvent.change(screen.getByLabelText('Give it to'), { target: { value: 'ines' } });
    await settle();
    await submit();
    expect(posts(fake)[0]?.[2]).toMatchObject({ to: 'integrations', assignee: 'ines' });
    expect(fake.state.tickets[0]?.assignee).toBe('ines');
  });

  it('says that who was chosen has left the group, and keeps what was written', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    fake.state.team = [{ id: 'ines', name: 'Ines', groups: ['integrations'] }];
    await openDesk(fake, '/desk/?ticket=1');
    await openForm();
    fireEvent.change(screen.getByLabelText('Give it to'), { target: { value: 'ines' } });
    fill();
    await settle();
    fake.state.team = [];
    await submit();
    expect(screen.getByText('Not handed over: the person you chose is not in this group any more.')).toBeTruthy();
    expect(screen.queryByLabelText('Give it to')).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Goal').value).toBe('A launcher');
    await submit();
    expect(posts(fake)[1]?.[2]).not.toHaveProperty('assignee');
    expect(screen.getByText('Handed over to Integrations.')).toBeTruthy();
  });

  it('asks for other things when it goes elsewhere', async () => {
    await open({ tier: 2, group: 'integrations' });
    const panel = await openForm();
    expect(screen.getByLabelText('Suspected cause').closest('details')).toBeNull();
    fireEvent.change(screen.getByLabelText('To'), { target: { value: 'tier:1' } });
    await settle();
    expect(within(panel).getByRole('button', { name: 'Hand over to Support' })).toBeTruthy();
    expect(screen.getByLabelText('Found').closest('details')).toBeNull();
    expect(screen.getByLabelText('Suspected cause').closest('details')).not.toBeNull();
  });

  it('warns of a group that lacks something, and of going back and forth', async () => {
    await open({ transfers: 2 });
    const panel = await openForm();
    expect(panel.textContent).toContain('It was moved between tiers 2 times.');
    expect(panel.textContent).toContain('It went back and forth between tier 1 and tier 2 2 times.');
    fireEvent.change(screen.getByLabelText('To'), { target: { value: 'on-call' } });
    await settle();
    expect(panel.textContent).toContain('On call, tier 3 Partner · at work now');
    expect(panel.textContent).toContain('This group lacks a skill or an access');
  });

  it('says that something has happened since, and hands over at the next try', async () => {
    const fake = await open();
    await openForm();
    fill();
    await settle();
    const more = { id: 'm2', from: 'requester' as const, text: 'Any news?', at: at(0) };
    fake.state.tickets = fake.state.tickets.map((one) => ({ ...one, messages: [...one.messages, more] }));
    await submit();
    expect(screen.getByText(/Something has happened to this request since/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Goal').value).toBe('A launcher');
    await submit();
    expect(screen.getByText('Handed over to Integrations.')).toBeTruthy();
  });

  it('loses nothing without a connection', async () => {
    const fake = await open();
    await openForm();
    fill();
    await settle();
    fake.state.failure = offline;
    await submit();
    expect(screen.getByText('There is no connection. Nothing was handed over, and your text is kept.')).toBeTruthy();
    fake.state.failure = undefined;
    await submit();
    expect(screen.getByText('Handed over to Integrations.')).toBeTruthy();
  });

  it('is not offered for a closed request', async () => {
    await open({ status: 'closed' });
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull();
  });
});

describe('a note of a move that nobody made', () => {
  it('says what was not written', async () => {
    const difference = { set: { problem: 'It fails' }, added: {}, gone: [] };
    const move = { from: { tier: 1, group: 'front-line' }, to: { tier: 2, group: 'integrations' } } as const;
    const handover = { id: 'h', at: at(0), author: { kind: 'system' }, ...move, difference } as const;
    const { front, moved } = { front: spot(1, 'front-line'), moved: spot(2, 'integrations') };
    await open({
      handovers: [{ ...handover, missing: ['goal', 'impact'], isComplete: false }],
      events: [
        { seq: 1, at: at(-1), actor: { kind: 'requester' }, event: { kind: 'created', place: front } },
        {
          seq: 2,
          at: at(0),
          actor: { kind: 'system' },
          event: { kind: 'placed', from: front, to: moved, why: 'overdue', note: 'h' },
        },
      ],
    });
    expect(document.querySelector('.stays')?.textContent).toContain('Moved by the clockNot written: Goal and Impact');
  });

  it('shows what a stranger typed as text', async () => {
    const hostile = '<img src=x onerror="globalThis.hit=1">\u202Egnp.exe';
    const set = {
      problem: hostile,
      page: { url: 'javascript:hit()', title: hostile },
      searches: [{ query: hostile, results: 0 }],
    };
    const move = { from: { tier: 1, group: 'front-line' }, to: { tier: 2, group: 'integrations' } } as const;
    const author = { kind: 'person', id: 'x', name: hostile } as const;
    await open({
      handovers: [
        {
          id: 'h',
          at: at(0),
          author,
          ...move,
          difference: { set, added: {}, gone: [] },
          missing: [],
          isComplete: true,
        },
      ],
    });
    const note = document.querySelector('.handover-notes');
    expect(note?.querySelector('img, script, a')).toBeNull();
    expect(note?.textContent).not.toContain('\u202E');
    expect(note?.textContent).toContain('<img src=x');
  });
});

const spot = (tier: 1 | 2 | 3, group: string) => ({ tier, group, priority: 'normal' as const });
