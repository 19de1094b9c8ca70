import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { routing } from '../../../content/schema/routing.ts';
import { createFakeKnowledge } from './knowledge/fake-knowledge.ts';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle, signedOut } from './stage.tsx';
import { table } from './table.ts';
import { makeTicket, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const open = (fake = createFakeDesk([makeTicket({ id: '1' })])) => openDesk(fake, '/desk/?view=what-if');
const decision = () => screen.getByRole('region', { name: 'Decision' });
const says = (text: string | RegExp) => within(decision()).getByText(text);
const fill = async (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await settle();
};
const choose = async (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await settle();
};
/** Each part of the reasons, with its lines. */
const why = () =>
  [...decision().querySelectorAll('.why > div')].map((part) =>
    [...part.children].map((line) => line.textContent?.replace(/\s+/g, ' ').trim()),
  );

describe('the what-if page', () => {
  it('decides about a request that says nothing', async () => {
    await open();
    expect(decision().querySelector('.outcome-group')?.textContent).toBe('Support');
    expect(says('Tier 1 · Normal priority')).toBeTruthy();
    expect(says('First reply by Mon 5:00 PM')).toBeTruthy();
    expect(says('Solved within 24h, later than can be told today')).toBeTruthy();
    expect(why()).toEqual([
      ['What decided', 'Rule everything routing/rules.yaml:12'],
      ['Who has it', 'Answers in English · was not at work'],
      ['How urgent', 'Normal priority'],
      ['Next rule that matches', 'None'],
      ['The requester reads, in their language', 'It is with Support.'],
    ]);
  });

  it('decides anew with every change, and names the rule behind the one that decided', async () => {
    await open();
    await fill('Message', 'The help center is down');
    await choose('Article that did not help', 'article:embed-the-widget');
    await fill('Plan', 'Enterprise');
    expect(says('Tier 3 · Urgent')).toBeTruthy();
    expect(says('First reply by 12:30 PM')).toBeTruthy();
    expect(why()).toEqual([
      ['Tried already', 'Read and marked unhelpful: article embed-the-widget'],
      ['What decided', 'Rule outage, because something is down routing/rules.yaml:2', 'Needs access: outages'],
      ['Passed over', 'Tier 1: no access outages', 'Tier 2: no access outages'],
      ['Who has it', 'Answers in English · was at work'],
      ['How urgent', 'Urgent', 'Whoever leads should hear of it, as rule outage says'],
      ['Next rule that matches', 'guide routing/rules.yaml:8'],
      ['The requester reads, in their language', 'It went to On call, because something is down.'],
    ]);
    await choose('Language', 'de');
    await vi.waitFor(() => expect(says('Sie ging an On call, weil etwas ausgefallen ist.')).toBeTruthy());
  });

  it('offers documents by their titles, and one that cannot be looked up by its name', async () => {
    const fake = createFakeDesk([]);
    const rule = { ...table.rules[1], id: 'known', when: { unhelpful: ['article:launcher-missing'] } };
    const value = routing.parse({ ...table, rules: [rule, ...table.rules] });
    fake.client.routing = async () => ({ ok: true, value });
    await openDesk(fake, '/desk/?view=what-if', createFakeKnowledge().client);
    await settle();
    const { options } = screen.getByLabelText<HTMLSelectElement>('Article that did not help');
    expect([...options].map(({ text }) => text)).toEqual([
      'None',
      'embed-the-widget',
      'The launcher does not appear',
      'Another one',
    ]);
  });

  it('knows what a plan, tiers that have tried and a later time change', async () => {
    await open();
    await fill('Plan', 'enterprise');
    expect(says('Tier 1 · High priority')).toBeTruthy();
    expect(says(/raised by large-plan/).textContent).toContain('routing/rules.yaml:14');
    await choose('Tiers that have tried', '1');
    expect(says('Tier 2 · High priority')).toBeTruthy();
    expect(says('Tier 1: has done what it can')).toBeTruthy();
    const monday = new Date(noon + 22 * 3_600_000);
    const two = (value: number) => String(value).padStart(2, '0');
    const local = `${monday.getFullYear()}-${two(monday.getMonth() + 1)}-${two(monday.getDate())}T${two(monday.getHours())}:${two(monday.getMinutes())}`;
    await fill('When it comes in', local);
    expect(says('Answers in English · was at work')).toBeTruthy();
    expect(says('First reply by Mon 12:00 PM')).toBeTruthy();
  });

  it('says that it knows no hours of the past', async () => {
    await open();
    await fill('When it comes in', '2026-11-01T10:00');
    expect(screen.getByText(/Opening hours are known from now on/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Decision' })).toBeNull();
    expect(screen.getByText('No decision for a time that has passed.')).toBeTruthy();
  });

  it('is reached by key and by link, and left by Escape with the ticket still open', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await openDesk(fake, '/desk/?ticket=1');
    expect(screen.getByRole('link', { name: 'What if' }).getAttribute('href')).toBe('?ticket=1&view=what-if');
    await press('w');
    expect(location.search).toBe('?ticket=1&view=what-if');
    expect(screen.getByRole('heading', { name: 'What if' })).toBeTruthy();
    await press('Escape');
    expect(location.search).toBe('?ticket=1');
    expect(screen.getByLabelText('Reply')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: 'What if' }));
    await settle();
    expect(screen.getByRole('link', { name: 'What if' }).getAttribute('aria-current')).toBe('page');
    fireEvent.click(screen.getByRole('button', { name: 'Back to the requests' }));
    await settle();
    expect(location.search).toBe('?ticket=1');
  });

  it('says when the rules cannot be loaded, and loads them again', async () => {
    const fake = createFakeDesk([]);
    await openDesk(fake);
    fake.state.failure = offline;
    await press('w');
    expect(screen.getByText('The rules could not be loaded.')).toBeTruthy();
    fake.state.failure = undefined;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(decision()).toBeTruthy();
  });

  it('leads to the door when nobody is signed in any more', async () => {
    const fake = createFakeDesk([]);
    await openDesk(fake);
    fake.state.failure = signedOut;
    await press('w');
    expect(screen.getByRole('heading', { name: 'You are signed out' })).toBeTruthy();
  });
});
