import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measures } from '../../../api/contract/measure.ts';
import { measureWords } from '../../../api/contract/measure-words.ts';
import { emptyReport, someReport } from './report.ts';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle, signedOut } from './stage.tsx';
import { makeTicket, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const leadDesk = (report: typeof someReport | undefined = someReport) => {
  const fake = createFakeDesk([makeTicket({ id: '1' })]);
  fake.state.role = 'lead';
  fake.state.report = report;
  return fake;
};
const open = async (fake = leadDesk(), address = '/desk/?view=reports&span=7d') => {
  const opened = await openDesk(fake, address);
  // The view is a chunk of its own.
  await vi.dynamicImportSettled();
  await settle();
  return opened;
};
const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) });
const cells = (name: string) =>
  within(row(name))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));
const asked = (fake: ReturnType<typeof createFakeDesk>) =>
  fake.state.calls.filter(([name]) => name === 'report').map(([, query]) => query);

describe('the reports', () => {
  it('show every number with how it is counted below its name', async () => {
    await open();
    const shown = measures.filter(({ id }) => !/-(?:met|breached|running)$/.test(id));
    for (const { id } of shown) {
      const head = [...document.querySelectorAll('.figures-box tbody th')].find(
        (one) => one.firstChild?.textContent === measureWords.en[id].name,
      );
      expect(head?.textContent, id).toContain(measureWords.en[id].how);
    }
    expect(document.querySelectorAll('.figures-box tbody tr')).toHaveLength(shown.length);
  });

  it('show shares with what was divided, and no data where there is none', async () => {
    await open();
    expect(cells('Received')).toEqual(['All50', 'Tier 150']);
    expect(cells('First reply in time')[0]).toBe('All92%46 met, 4 breached, 3 running');
    expect(cells('Next reply in time')[0]).toBe('Allno data0 met, 0 breached, 0 running');
    expect(cells('First reply, median')[0]).toBe('All1 hr 30 min');
    expect(cells('First reply in working hours, 90 %')[0]).toBe('All4 hr');
    expect(cells('Reopened')[0]).toBe('All5%2 of 40');
    expect(cells('Transfers per request')[0]).toBe('All0.15 for 50');
    expect(cells('Age of what is open, median')[0]).toBe('Allno data');
  });

  it('stand side by side for groups too, in their order, one that is gone last', async () => {
    await open();
    fireEvent.change(screen.getByLabelText('Side by side'), { target: { value: 'groups' } });
    await settle();
    expect(cells('Received')).toEqual(['All50', 'Support50', 'gone0']);
  });

  it('have every number of a chart in a table', async () => {
    await open();
    const table = document.querySelector('.days-box table');
    expect(
      [...(table?.querySelectorAll('tbody tr') ?? [])].map((line) =>
        [...line.children].map((cell) => cell.textContent?.replaceAll('\u00a0', ' ')),
      ),
    ).toEqual([
      ['Nov 21', '20', '10', '16', '4', '1 hr 30 min'],
      ['Nov 22', '30', '30', '30', '0', 'no data'],
    ]);
    expect(
      [...document.querySelectorAll('.chart [role=img]')].map((chart) => chart.getAttribute('aria-label')),
    ).toEqual(['Received and solved', 'Promises met and breached', 'First reply, median by the clock']);
  });

  it('ask for the days that are chosen, and say them in the address', async () => {
    const fake = leadDesk();
    await open(fake);
    fireEvent.change(screen.getByLabelText('Span'), { target: { value: 'month' } });
    await settle();
    expect(location.search).toBe('?view=reports&span=month');
    fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-10-01' } });
    await settle();
    expect(location.search).toBe('?view=reports&span=2026-10-01..2026-11-22');
    expect(asked(fake)).toMatchObject([
      { from: '2026-11-16', to: '2026-11-22' },
      { from: '2026-11-01', to: '2026-11-22' },
      { from: '2026-10-01', to: '2026-11-22' },
    ]);
    fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-11-23' } });
    await settle();
    expect(screen.getByText(/^The first day is after the last one/)).toBeTruthy();
    expect(location.search).toBe('?view=reports&span=2026-10-01..2026-11-22');
    const sheet = screen.getByRole('link', { name: 'Download as CSV' }).getAttribute('href');
    expect(sheet).toMatch(/^\/desk\/api\/report\.csv\?from=2026-10-01&to=2026-11-22&zone=[^&]+&language=en$/);
  });

  it('say that nothing happened', async () => {
    await open(leadDesk(emptyReport));
    expect(screen.getByText('Nothing happened in this span')).toBeTruthy();
    expect(document.querySelector('table')).toBeNull();
  });

  it('can be made again after a failure', async () => {
    const fake = leadDesk();
    await openDesk(fake);
    fake.state.failure = offline;
    fireEvent.click(screen.getByRole('link', { name: 'Reports' }));
    await vi.dynamicImportSettled();
    await settle();
    expect(screen.getByText(/no connection to the server/)).toBeTruthy();
    fake.state.failure = undefined;
    fireEvent.click(
      within(document.querySelector('.reports') ?? document.body).getByRole('button', { name: 'Try again' }),
    );
    await settle();
    expect(row('Received')).toBeTruthy();
  });

  it('lead back to the requests with Escape', async () => {
    await open();
    await press('Escape');
    expect(location.search).toBe('');
    expect(document.querySelector('.reports')).toBeNull();
  });

  it('end with the session', async () => {
    const fake = leadDesk();
    await openDesk(fake);
    fake.state.failure = signedOut;
    fireEvent.click(screen.getByRole('link', { name: 'Reports' }));
    await vi.dynamicImportSettled();
    await settle();
    expect(screen.getByText('You are signed out')).toBeTruthy();
  });

  it('are for leads and admins: an agent has no link, and reads why when the address leads there', async () => {
    const fake = createFakeDesk([makeTicket({ id: '1' })]);
    await open(fake);
    expect(screen.queryByRole('link', { name: 'Reports' })).toBeNull();
    expect(screen.getByText('Reports are for leads and admins')).toBeTruthy();
  });
});
