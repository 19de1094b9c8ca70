import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { walkthroughMeasures } from '../../../api/contract/walkthrough-measure.ts';
import { walkthroughWords } from '../../../api/contract/walkthrough-measure-words.ts';
import type { CountedWalkthrough, WalkthroughReport } from '../../../api/contract/walkthrough-report.ts';
import { checkState } from '../../../site/desk/walkthroughs/check-text.ts';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle } from './stage.tsx';
import { makeTicket, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const quiet: CountedWalkthrough = {
  id: 'walkthrough:quiet',
  title: 'Change the colours',
  figures: { started: 0, completed: 0, left: 0, blocked: 0 },
  steps: [{ id: 'open', place: 1, text: 'Open it.', cameUp: 0, left: 0, blocked: 0, reasons: [] }],
  versions: [],
  checks: [{ locale: 'en' }],
};
const invite: CountedWalkthrough = {
  id: 'walkthrough:invite',
  title: 'Invite somebody',
  figures: { started: 40, completed: 22, left: 6, blocked: 9 },
  steps: [
    { id: 'open', place: 1, text: 'Choose Invite.', cameUp: 40, left: 2, blocked: 0, reasons: [] },
    {
      id: 'send',
      place: 2,
      text: 'Press Send.',
      cameUp: 30,
      left: 4,
      blocked: 9,
      reasons: [
        { reason: 'anchor-missing', count: 7 },
        { reason: 'covered', count: 2 },
      ],
    },
    { id: 'former', cameUp: 1, left: 0, blocked: 0, reasons: [] },
  ],
  versions: [
    { version: '2.4', figures: { started: 30, completed: 20, left: 4, blocked: 7 }, missing: 7 },
    { figures: { started: 10, completed: 2, left: 2, blocked: 2 }, missing: 0 },
  ],
  checks: [
    { locale: 'en', seal: { result: 'passed', version: '2.4', on: '2026-11-21', until: '2026-12-21' } },
    { locale: 'de', seal: { result: 'failed', on: '2026-11-20', until: '2026-12-20' } },
  ],
};
const report: WalkthroughReport = {
  from: '2026-10-26',
  to: '2026-11-22',
  at: '2026-11-22T12:00:00.000Z',
  missing: [
    {
      walkthrough: 'walkthrough:invite',
      title: 'Invite somebody',
      locale: 'en',
      step: 'send',
      place: 2,
      text: 'Press Send.',
      count: 7,
      versions: ['2.4'],
    },
    { walkthrough: 'walkthrough:gone', locale: 'de', step: 'x', count: 1, versions: [] },
  ],
  walkthroughs: [invite, quiet],
};

const leadDesk = (walkthroughs: WalkthroughReport | undefined = report) => {
  const fake = createFakeDesk([makeTicket({ id: '1' })]);
  fake.state.role = 'lead';
  fake.state.walkthroughs = walkthroughs;
  return fake;
};
const arrive = async () => {
  // The view is a chunk of its own.
  await vi.dynamicImportSettled();
  await settle();
};
const open = async (fake = leadDesk(), address = '/desk/?view=walkthroughs') => {
  await openDesk(fake, address);
  await arrive();
};
const textOf = (element: Element) => element.textContent?.replaceAll('\u00a0', ' ');
const rows = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => textOf(cell)));

describe('the page of walkthroughs', () => {
  it('has what the last check could not follow on top', async () => {
    await open();
    const [first] = document.querySelectorAll('.walkthroughs section');
    expect(textOf(first!)).toContain('Checks that failed');
    expect(first!.querySelectorAll('.notice')).toHaveLength(1);
    expect(textOf(first!.querySelector('.notice')!)).toContain('Invite somebodyGerman: the check on Nov 20 failed');
  });

  it('lists the anchors that were not found, most first, with step, language and versions', async () => {
    await open();
    expect(rows('Anchors not found')).toEqual([
      ['2. Press Send.', 'Not found7', 'WalkthroughInvite somebody', 'LanguageEnglish', 'Versions of the app2.4'],
      [
        'x (no longer in it)',
        'Not found1',
        'Walkthroughwalkthrough:gone',
        'LanguageGerman',
        'Versions of the appNo version',
      ],
    ]);
    expect(screen.getByText(walkthroughWords.en.measures.missing.how, { selector: 'dd' })).toBeTruthy();
  });

  it('begin words where lines do, and end numbers there, among anchors not found', async () => {
    await open(leadDesk());
    const heads = within(screen.getByRole('table', { name: 'Anchors not found' })).getAllByRole('columnheader');
    expect(heads.map(({ className }) => className)).toEqual(['', '', 'of-words', 'of-words', 'of-words']);
  });

  it('has every number of a walkthrough with how it is counted, by version of the app', async () => {
    await open();
    const numbers = rows('Invite somebody: numbers');
    expect(numbers.map(([name]) => name)).toEqual(
      [...walkthroughMeasures.map(({ id }) => id), 'missing' as const].map((id) => {
        const { name, how } = walkthroughWords.en.measures[id];
        return name + how;
      }),
    );
    expect(numbers.map((cells) => cells.slice(1))).toEqual([
      ['All40', 'Version 2.430', 'No version10'],
      ['All55%22 of 40', 'Version 2.466.7%20 of 30', 'No version20%2 of 10'],
      ['All15%6 of 40', 'Version 2.413.3%4 of 30', 'No version20%2 of 10'],
      ['All30%12 of 40', 'Version 2.420%6 of 30', 'No version60%6 of 10'],
      ['All0.239 for 40', 'Version 2.40.237 for 30', 'No version0.22 for 10'],
      ['All7', 'Version 2.47', 'No version0'],
    ]);
  });

  it('shows where people stop, with the reasons, and a bar beside each number', async () => {
    await open();
    expect(rows('Invite somebody: where people stop')).toEqual([
      ['1. Choose Invite.', 'Came up40', 'Could not be done0', 'Left here2'],
      ['2. Press Send.', 'Came up30', 'Could not be done97 not found2 covered by something else', 'Left here4'],
      ['former (no longer in it)', 'Came up1', 'Could not be done0', 'Left here0'],
    ]);
    const widths = [...document.querySelectorAll('.walk')[0]!.querySelectorAll('.walk-bar')].map((bar) =>
      ['.walk-bar-part', '.walk-bar-blocked'].map((part) => Number(bar.querySelector(part)?.getAttribute('width'))),
    );
    expect(widths).toEqual([
      [100, 0],
      [52.5, 22.5],
      [2.5, 0],
    ]);
  });

  it('says of each walkthrough in one line how it goes, or that it was not started', async () => {
    await open();
    const lines = [...document.querySelectorAll('.walk > summary')].map(textOf);
    expect(lines).toEqual([
      'Invite somebody40 started · 55% completed · 9 steps could not be done Check failed',
      'Change the coloursNot started',
    ]);
    expect([...document.querySelectorAll<HTMLDetailsElement>('.walk')].map((one) => one.open)).toEqual([true, false]);
  });

  it('asks for the days that are chosen, keeps them in the address, and offers the same as CSV', async () => {
    const fake = leadDesk();
    await open(fake);
    fireEvent.change(screen.getByLabelText('Span'), { target: { value: '7d' } });
    await settle();
    expect(location.search).toBe('?view=walkthroughs&span=7d');
    expect(fake.state.calls.filter(([name]) => name === 'walkthroughs').map(([, query]) => query)).toEqual([
      { from: '2026-10-26', to: '2026-11-22', language: 'en' },
      { from: '2026-11-16', to: '2026-11-22', language: 'en' },
    ]);
    expect(screen.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toBe(
      '/desk/api/walkthroughs.csv?from=2026-11-16&to=2026-11-22&language=en',
    );
  });

  it('says that nothing was counted, and still which walkthroughs there are and what their checks said', async () => {
    await open(leadDesk({ ...report, missing: [], walkthroughs: [quiet] }));
    expect(screen.getByText('Nothing was counted in this span')).toBeTruthy();
    expect(screen.getByText('Change the colours')).toBeTruthy();
    expect(screen.getByText('English: not checked as it is now')).toBeTruthy();
  });

  it('says that no walkthrough leads a page', async () => {
    await open(leadDesk({ ...report, missing: [], walkthroughs: [] }));
    expect(screen.getByText('No walkthrough leads a page yet')).toBeTruthy();
    expect(document.querySelector('table')).toBeNull();
  });

  it('says that every anchor was found', async () => {
    await open(leadDesk({ ...report, missing: [] }));
    expect(screen.getByText('Every page found what the steps point at.')).toBeTruthy();
  });

  it('can be asked for again after a failure, and leads back with Escape', async () => {
    const fake = leadDesk();
    await openDesk(fake);
    fake.state.failure = offline;
    fireEvent.click(screen.getByRole('link', { name: 'Walkthroughs' }));
    await arrive();
    expect(screen.getByText(/no connection to the server/)).toBeTruthy();
    fake.state.failure = undefined;
    const view = within(document.querySelector<HTMLElement>('.walkthroughs')!);
    fireEvent.click(view.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(screen.getByText('Anchors not found')).toBeTruthy();
    await press('Escape');
    expect(location.search).toBe('');
    expect(document.querySelector('.walkthroughs')).toBeNull();
  });

  it('is for leads and admins: an agent has no link, and reads why when the address leads there', async () => {
    await open(createFakeDesk([makeTicket({ id: '1' })]));
    expect(screen.queryByRole('link', { name: 'Walkthroughs' })).toBeNull();
    expect(screen.getByText('Walkthroughs are for leads and admins')).toBeTruthy();
  });
});

describe('the last check', () => {
  const passed = { result: 'passed' as const, on: '2026-11-01', until: '2026-11-22' };
  it.each([
    [undefined, 'none'],
    [{ ...passed, result: 'failed' as const }, 'failed'],
    [passed, 'passed'],
    [{ ...passed, until: '2026-11-21' }, 'old'],
  ] as const)('%o counts as %s', (seal, state) => {
    expect(checkState(seal, '2026-11-22')).toBe(state);
  });
});
