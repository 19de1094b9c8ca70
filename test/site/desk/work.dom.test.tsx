import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle } from './stage.tsx';
import { at, makeTicket, noon } from './ticket.ts';

beforeEach(() => void vi.useFakeTimers({ now: noon }));
afterEach(closeDesk);

const open = async (change: Partial<DeskTicket> = {}) => {
  const fake = createFakeDesk([makeTicket({ id: '1', ...change })]);
  await openDesk(fake, '/desk/?ticket=1');
  await settle();
  const sent = () => fake.state.calls.filter(([name]) => ['change', 'note', 'reply', 'setStatus'].includes(name));
  return { fake, sent };
};
/** The list has filters of the same names. */
const inTicket = () => within(screen.getByRole('region', { name: 'Open request' }));
const choose = async (label: string, value: string) => {
  fireEvent.change(inTicket().getByLabelText(label), { target: { value } });
  await settle();
};
const click = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const byMo = { kind: 'person', id: 'mo', name: 'Mo' } as const;

describe('the work on a ticket', () => {
  it('assigns it to whoever is chosen, once the button says so', async () => {
    const { sent } = await open();
    await choose('Assigned to', 'mo');
    expect(sent()).toEqual([]);
    await click('Set');
    expect(sent()).toEqual([['change', '1', { kind: 'assign', person: 'mo' }]]);
  });

  it('names the agent first among the team, and one who has left', async () => {
    await open({ assignee: 'gone' });
    const options = within(screen.getByLabelText('Assigned to')).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Nobody',
      'Mira (me)',
      'Mo',
      'Somebody who has left',
    ]);
    expect(screen.getByLabelText<HTMLSelectElement>('Assigned to').value).toBe('gone');
  });

  it('offers nobody of a partner who would not see it, and says why somebody was refused', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    fake.state.team = [
      { id: 'pia', name: 'Pia', groups: ['on-call'] },
      { id: 'cy', name: 'Cy', groups: ['gone'] },
      { id: 'di', name: 'Di', groups: ['on-call', 'integrations'] },
    ];
    await openDesk(fake, '/desk/?ticket=1');
    await settle();
    const options = within(screen.getByLabelText('Assigned to')).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Nobody', 'Di']);
    await choose('Assigned to', 'di');
    fake.state.failure = { ok: false, kind: 'problem', status: 404, code: 'not-found' };
    await click('Set');
    expect(screen.getByText(/^They cannot see requests of this group/).getAttribute('data-failed')).toBe('true');
  });

  it('takes it with a key', async () => {
    const { sent } = await open();
    await press('i');
    expect(sent()).toEqual([['change', '1', { kind: 'assign', person: 'mira' }]]);
  });

  it('makes a tag of what is typed, and says what a tag is when nothing is left', async () => {
    const { sent } = await open({ tags: ['csp'] });
    const field = screen.getByLabelText('New tag');
    fireEvent.input(field, { target: { value: '!!' } });
    await settle();
    await click('Add');
    expect(screen.getByText('A tag is made of letters and digits.')).toBeTruthy();
    fireEvent.input(field, { target: { value: 'Réact App' } });
    await settle();
    await click('Add');
    expect(sent()).toEqual([['change', '1', { kind: 'tag', tags: ['csp', 'react-app'] }]]);
    await click('Remove the tag csp');
    expect(sent().at(-1)).toEqual(['change', '1', { kind: 'tag', tags: [] }]);
  });

  it('keeps what was chosen, and says so, when it could not be set', async () => {
    const { fake } = await open();
    await choose('Priority', 'urgent');
    fake.state.failure = offline;
    await click('Set');
    expect(screen.getByText('Nothing was changed. Try again.')).toBeTruthy();
    expect(inTicket().getByLabelText<HTMLSelectElement>('Priority').value).toBe('urgent');
  });

  it('says of a reference that nobody knows that nobody knows it', async () => {
    const { fake, sent } = await open();
    fireEvent.input(screen.getByLabelText('Its reference'), { target: { value: 'TZ-ZZZZZZ' } });
    await settle();
    fake.state.failure = { ok: false, kind: 'problem', status: 404, code: 'not-found' };
    await click('Merge');
    expect(sent()).toEqual([['change', '1', { kind: 'merge', into: 'TZ-ZZZZZZ' }]]);
    expect(screen.getByText('There is no request with this reference.')).toBeTruthy();
    fake.state.failure = { ok: false, kind: 'problem', status: 409, code: 'merge-refused' };
    await click('Merge');
    expect(screen.getByText(/The two cannot be merged/)).toBeTruthy();
  });
});

describe('notes', () => {
  it('are written beside a reply, each with its own draft', async () => {
    const { sent } = await open();
    screen.getByLabelText('Reply').focus();
    fireEvent.input(screen.getByLabelText('Reply'), { target: { value: 'to Ada' } });
    await settle();
    await press('Escape');
    await press('n');
    await settle(50);
    const field = screen.getByLabelText<HTMLTextAreaElement>('Note for the desk');
    expect([field.value, document.activeElement]).toEqual(['', field]);
    fireEvent.input(field, { target: { value: 'for us' } });
    await settle();
    await click('Keep note');
    expect(sent()).toMatchObject([['note', '1', { text: 'for us' }]]);
    await click('Reply');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reply').value).toBe('to Ada');
  });

  it('stand between the messages, marked as what they are', async () => {
    const note = { id: 'n', author: { id: 'mo', name: 'Mo' }, text: '<b>secret</b>', at: at(-0.5) };
    await open({ notes: [note] });
    expect(screen.getByText('<b>secret</b>')).toBeTruthy();
    expect(screen.getByText('Note, seen in the desk only')).toBeTruthy();
  });

  it('are all that a closed request takes', async () => {
    await open({ status: 'closed' });
    expect(screen.queryByLabelText('Reply')).toBeNull();
    expect(screen.getByLabelText('Note for the desk')).toBeTruthy();
  });
});

describe('what happened', () => {
  it('stands in the conversation in words, and leaves out what says nothing', async () => {
    const target = { firstReply: '8h', aroundTheClock: false };
    const place = { tier: 1, group: 'front-line', priority: 'normal', target } as const;
    await open({
      events: [
        { seq: 1, at: at(-1), actor: { kind: 'requester' }, event: { kind: 'created', place } },
        { seq: 2, at: at(-0.9), actor: byMo, event: { kind: 'assigned', to: 'mira' } },
        {
          seq: 3,
          at: at(-0.8),
          actor: { kind: 'system' },
          event: { kind: 'warned', metric: 'first-reply', tier: 1, percent: 50, since: 0 },
        },
        { seq: 4, at: at(-0.7), actor: byMo, event: { kind: 'status', from: 'new', to: 'solved', cause: 'defect' } },
        {
          seq: 5,
          at: at(-0.6),
          actor: { kind: 'system' },
          event: { kind: 'placed', from: place, to: { ...place, tier: 3, group: 'on-call' }, why: 'overdue' },
        },
        { seq: 6, at: at(-0.5), actor: { kind: 'requester' }, event: { kind: 'status', from: 'solved', to: 'open' } },
        {
          seq: 7,
          at: at(-0.4),
          actor: byMo,
          event: { kind: 'placed', from: place, to: { ...place, priority: 'urgent' }, why: 'priority' },
        },
      ],
    });
    const lines = [...document.querySelectorAll('.happened > span')].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'Mo assigned it to Mira',
      'Mo solved it – A defect',
      'It went to On call, tier 3, because its time runs out',
      'A reply of the requester opened it again',
      'Mo changed how urgent it is: Urgent',
    ]);
  });
});

it('tells of the urgency that a person has set, not of the one before', async () => {
  const target = { firstReply: '8h', aroundTheClock: false };
  const place = { tier: 1, group: 'front-line', priority: 'normal', target } as const;
  await open({
    priority: 'high',
    reasons: [{ code: 'priority', detail: 'normal' }],
    events: [
      {
        seq: 1,
        at: new Date(noon).toISOString(),
        actor: { kind: 'system' },
        event: {
          kind: 'placed',
          from: place,
          to: { ...place, priority: 'high' },
          why: 'priority',
        },
      },
    ],
  });
  const why = document.querySelector('.side .why')?.textContent;
  expect(why).toContain('High priority');
  expect(why).not.toContain('Normal priority');
});

it('says of an address that it is withheld, not that nobody gave one', async () => {
  await open({ requester: { withheld: ['address'] } });
  expect(screen.getByText('Address withheld')).toBeTruthy();
  expect(screen.queryByText('No address given')).toBeNull();
});

describe('a note', () => {
  it('says that a partner reads it while they have the request', async () => {
    await open({ group: 'on-call' });
    await click('Note');
    expect(screen.getByText('The requester never sees it; On call reads it')).toBeTruthy();
  });

  it('says that the requester never sees it where nobody else does', async () => {
    await open();
    await click('Note');
    expect(screen.getByText('The requester never sees it')).toBeTruthy();
  });
});

describe('what somebody has to see to', () => {
  it('tells no time of what is put aside', async () => {
    await open({ held: true });
    const promise = within(screen.getByRole('heading', { name: 'Promise' }).closest('section')!);
    expect(promise.getByText('Put aside: no time runs.')).toBeTruthy();
    expect(promise.queryByText(/left$/)).toBeNull();
  });

  it('takes back what is no machine', async () => {
    const { sent } = await open({ held: true });
    await click('A person wrote this');
    expect(sent()).toEqual([['change', '1', { kind: 'release' }]]);
  });

  it('asks a lead, and lets no agent say that they have looked', async () => {
    const event = { kind: 'lead-asked', why: 'exhausted' } as const;
    await open({ leadAsked: true, events: [{ seq: 1, at: at(-1), actor: { kind: 'system' }, event }] });
    expect(screen.getByText('Nobody is left who could solve it and has not tried.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I have looked' })).toBeNull();
  });

  it('leads to the request that a merged one goes on in', async () => {
    await open({ status: 'solved', mergedInto: { id: '2', reference: 'TZ-000002' } });
    expect(screen.getByText('It goes on in TZ-000002')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the other one' }).getAttribute('href')).toBe('?ticket=2');
    expect(screen.queryByLabelText('What ended it?')).toBeNull();
  });

  it('asks what ended a request once it is over, and lets it be said better', async () => {
    const { sent } = await open({ status: 'solved' });
    await choose('What ended it?', 'article-missing');
    await click('Set');
    expect(sent()).toEqual([['setStatus', '1', 'solved', 'article-missing']]);
    expect(screen.getByLabelText<HTMLSelectElement>('What ended it?').value).toBe('article-missing');
    await choose('What ended it?', 'defect');
    await click('Set');
    expect(sent().at(-1)).toEqual(['setStatus', '1', 'solved', 'defect']);
  });

  it('asks it of a closed one too', async () => {
    const { sent } = await open({ status: 'closed' });
    await choose('What ended it?', 'other');
    await click('Set');
    expect(sent()).toEqual([['setStatus', '1', 'closed', 'other']]);
  });

  it('proposes that an article did, where one was noted', async () => {
    const event = { kind: 'answered-by', document: 'article:gone' } as const;
    const { sent } = await open({ status: 'solved', events: [{ seq: 1, at: at(-1), actor: byMo, event }] });
    await click('Set');
    expect(sent()).toEqual([['setStatus', '1', 'solved', 'answered']]);
  });
});
