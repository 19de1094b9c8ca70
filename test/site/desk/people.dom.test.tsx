import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePerson } from './people-stage.ts';
import { closeDesk, createFakeDesk, offline, openDesk, settle } from './stage.tsx';
import { at, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  HTMLDialogElement.prototype.showModal ??= () => {};
});
afterEach(closeDesk);

const openPeople = async (view = 'people', prepare: (fake: ReturnType<typeof createFakeDesk>) => void = () => {}) => {
  const fake = createFakeDesk([]);
  fake.state.role = 'admin';
  fake.people.people.push(makePerson({ id: 'bo', name: 'Bo', groups: ['front-line'] }));
  prepare(fake);
  await openDesk(fake, `/desk/?view=${view}`);
  return fake;
};
const click = async (name: string | RegExp, place = screen.getByRole('main')) => {
  fireEvent.click(within(place).getByRole('button', { name }));
  await settle();
};
const callsOf = (fake: ReturnType<typeof createFakeDesk>, name: string) =>
  fake.state.calls.filter(([called]) => called === name).map(([, given]) => given);
const invite = () => {
  const form = screen.getByRole('heading', { name: 'Invite somebody' }).closest('form');
  if (!form) throw new Error('No form.');
  return form;
};

describe('people', () => {
  it('are in the menu of admins alone', async () => {
    await openDesk(createFakeDesk([]));
    expect(screen.queryByRole('link', { name: 'People' })).toBeNull();
    closeDesk();
    vi.useFakeTimers({ now: noon });
    const fake = createFakeDesk([]);
    fake.state.role = 'admin';
    await openDesk(fake);
    fireEvent.click(screen.getByRole('link', { name: 'People' }));
    await settle();
    expect(location.search).toBe('?view=people');
    expect(screen.getByRole('heading', { name: 'Invite somebody' })).toBeTruthy();
  });

  it('show role, groups, and when they were last here', async () => {
    await openPeople();
    const row = screen.getByText('Bo').closest('li');
    expect(row?.textContent).toContain('Agent · Support');
    expect(row?.textContent).toContain('Seen 10:00');
    const operator = screen
      .getAllByText('Acme')
      .map((one) => one.closest('li'))
      .find(Boolean);
    expect(operator?.textContent).toContain('Signs in by the terminal of the server');
    expect(operator && within(operator).queryByRole('button')).toBeNull();
  });

  it('are invited by a link that is shown once', async () => {
    const fake = await openPeople();
    const form = invite();
    fireEvent.input(within(form).getByLabelText('Name'), { target: { value: 'Cy' } });
    fireEvent.change(within(form).getByLabelText('Role'), { target: { value: 'lead' } });
    fireEvent.click(within(form).getByLabelText(/Integrations/));
    fireEvent.submit(form);
    await settle();
    expect(callsOf(fake, 'people.invite')).toEqual([{ name: 'Cy', role: 'lead', groups: ['integrations'] }]);
    const link = within(form).getByLabelText<HTMLInputElement>('Sign-in link');
    expect(link.value).toMatch(/^http.*\/desk\/#t+1$/);
    expect(document.activeElement).toBe(link);
    await settle(1_000);
    expect(screen.getByText(/by Mira/).closest('li')?.textContent).toContain('Cy');
    await click('Done', form);
    expect(screen.queryByLabelText('Sign-in link')).toBeNull();
    await click('Withdraw');
    expect(callsOf(fake, 'people.withdraw')).toEqual([]);
    expect(screen.getByRole('group', { name: 'Withdraw the invitation of Cy?' })).toBeTruthy();
    await click('Withdraw');
    expect(callsOf(fake, 'people.withdraw')).toEqual(['invitation-0']);
    await settle(1_000);
    expect(screen.getByText(/None\. One that is opened/)).toBeTruthy();
  });

  it('of a partner can only be agents', async () => {
    await openPeople();
    const form = invite();
    fireEvent.change(within(form).getByLabelText('Role'), { target: { value: 'admin' } });
    fireEvent.click(within(form).getByLabelText(/On call/));
    await settle();
    const role = within(form).getByLabelText<HTMLSelectElement>('Role');
    expect([role.value, role.disabled]).toEqual(['agent', true]);
    expect(form.textContent).toContain('People of a partner are agents');
  });

  it('change their role and groups, are shut out and let in again', async () => {
    const fake = await openPeople();
    await click('Change Bo');
    const editor = screen.getByRole('button', { name: 'Save' }).closest('form');
    if (!editor) throw new Error('No editor.');
    fireEvent.change(within(editor).getByLabelText('Role'), { target: { value: 'admin' } });
    fireEvent.submit(editor);
    await settle();
    expect(callsOf(fake, 'people.change')).toEqual([{ id: 'bo', name: 'Bo', role: 'admin', groups: ['front-line'] }]);
    expect(screen.getByText('Bo').closest('li')?.textContent).toContain('Admin · Support');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    await click('Change Bo');
    await click('Shut out');
    await click('Shut out');
    expect(screen.getByText('Shut out', { selector: '.tag-out' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Make a sign-in link' })).toBeNull();
    await click('Let in');
    expect(screen.queryByText('Shut out', { selector: '.tag-out' })).toBeNull();
  });

  it('get a link, or lose every session, by an admin', async () => {
    const fake = await openPeople();
    await click('Change Bo');
    await click('Make a sign-in link');
    expect(screen.getByText('Link for Bo')).toBeTruthy();
    await click('Sign out everywhere');
    await click('Sign out everywhere');
    await click('Sign everybody out');
    await click('Sign everybody out');
    expect(callsOf(fake, 'people.endSessions')).toEqual(['bo', undefined]);
  });

  it('are signed out only once an admin has said so twice, and not by Escape', async () => {
    const fake = await openPeople();
    await click('Sign everybody out');
    const asked = screen.getByRole('group', { name: /^Sign everybody else out/ });
    expect(document.activeElement).toBe(within(asked).getByRole('button', { name: 'Cancel' }));
    fireEvent.keyDown(document.activeElement ?? asked, { key: 'Escape' });
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sign everybody out' }));
    await click('Sign everybody out');
    await click('Cancel');
    expect(callsOf(fake, 'people.endSessions')).toEqual([]);
  });

  it('are invited by a name: without one it says so, and no other link stands below', async () => {
    const fake = await openPeople();
    const form = invite();
    fireEvent.input(within(form).getByLabelText('Name'), { target: { value: 'Cy' } });
    fireEvent.submit(form);
    await settle();
    expect(within(form).getByLabelText('Sign-in link')).toBeTruthy();
    fireEvent.input(within(form).getByLabelText('Name'), { target: { value: '  ' } });
    fireEvent.submit(form);
    await settle();
    expect(within(form).getByText('Write a name.')).toBeTruthy();
    expect(document.activeElement).toBe(within(form).getByLabelText('Name'));
    expect(within(form).queryByLabelText('Sign-in link')).toBeNull();
    expect(callsOf(fake, 'people.invite')).toHaveLength(1);
  });

  it('say why a change was refused', async () => {
    const fake = await openPeople();
    await click('Change Bo');
    fake.people.refusal = { ok: false, kind: 'problem', status: 409, code: 'last-admin' };
    await click('Shut out');
    await click('Shut out');
    expect(screen.getByText('One admin has to stay. Make somebody else an admin first.')).toBeTruthy();
    fake.people.refusal = offline;
    await click('Shut out');
    await click('Shut out');
    expect(screen.getByText(/not known whether it was done/)).toBeTruthy();
  });

  it('can be loaded again when that failed, and are refused to who is no admin any more', async () => {
    const fake = await openPeople('people', (desk) => {
      desk.state.role = 'admin';
    });
    fake.state.failure = offline;
    await settle(200_000);
    expect(screen.getByText(/Not current/)).toBeTruthy();
    fake.state.failure = { ok: false, kind: 'problem', status: 403, code: 'not-allowed' };
    await settle(200_000);
    expect(screen.getByText('Your role does not allow this.')).toBeTruthy();
    expect(screen.queryByText('Bo')).toBeNull();
  });
});

describe('activity', () => {
  const standing = { name: 'Bo', role: 'agent' as const, groups: ['front-line'] };
  const mira = { id: 'mira', name: 'Mira' };
  const prepare = (fake: ReturnType<typeof createFakeDesk>) => {
    fake.people.entries = [
      { about: 'team', id: '4', at: at(0), kind: 'sign-in-refused' },
      {
        about: 'team',
        id: '3',
        at: at(-1),
        kind: 'changed',
        actor: mira,
        person: { id: 'bo', name: 'Bo' },
        before: standing,
        after: { ...standing, role: 'lead', groups: [] },
      },
      {
        about: 'ticket',
        id: '2',
        at: at(-2),
        actor: { kind: 'person', ...mira },
        ticket: { id: 'x', reference: 'TZ-000001' },
        event: { kind: 'status', from: 'open', to: 'solved', cause: 'defect' },
      },
      {
        about: 'ticket',
        id: '1',
        at: at(-3),
        actor: { kind: 'person', ...mira },
        ticket: { id: 'x', reference: 'TZ-000001' },
        event: { kind: 'assigned', to: 'bo' },
      },
    ];
  };
  const lines = () => screen.getAllByRole('listitem').map((line) => line.textContent);

  it('says who did what, before and after, and goes on', async () => {
    await openPeople('audit', prepare);
    expect(lines()).toEqual([
      expect.stringContaining('Somebody unknownWas refused: the link was used, old or unknown'),
      expect.stringMatching(/Mira.*Changed Bo.*Bo · Agent · Support → thenBo · Lead · No group/),
    ]);
    await click('Show what was before');
    expect(lines().slice(2)).toEqual([
      expect.stringMatching(/MiraTZ-000001 Status.*Open → thenSolved · defect/),
      expect.stringMatching(/MiraTZ-000001 Assigned.*none → thenBo/),
    ]);
    expect(screen.getAllByRole('link', { name: 'TZ-000001' })[0]?.getAttribute('href')).toBe('?ticket=x');
    expect(screen.queryByRole('button', { name: 'Show what was before' })).toBeNull();
  });

  it('says what was told of a known issue, as far as it is other than before', async () => {
    const told = {
      topic: 'billing',
      titles: { en: 'Slow', de: 'Langsam' },
      texts: { en: 'We look.', de: 'Wir sehen.' },
    };
    const found = { ...told, texts: { ...told.texts, en: 'We have \u202efound it.' } };
    const entry = { about: 'issue' as const, at: at(0), actor: mira, issue: 'i' };
    await openPeople('audit', (fake) => {
      fake.people.entries = [
        { ...entry, id: '3', kind: 'issue-solved', before: found, after: { ...found, answers: { en: 'Mended.' } } },
        { ...entry, id: '2', kind: 'issue-edited', before: told, after: found },
        { ...entry, id: '1', kind: 'issue-announced', after: told },
      ];
    });
    await click('Show what was before');
    expect(lines()).toEqual([
      expect.stringMatching(/MiraSolved the known issue “Slow” and answered allMended\.$/),
      expect.stringMatching(/Changed what is told of the known issue “Slow”We look\. → thenWe have \ufffdfound it\.$/),
      expect.stringMatching(/Announced the known issue “Slow”.*Slow · Langsam · We look\. · Wir sehen\.$/),
    ]);
  });

  it('can be that of one person, and empty', async () => {
    await openPeople('audit', prepare);
    const select = screen.getByLabelText('Person');
    fireEvent.change(select, { target: { value: 'bo' } });
    await settle();
    expect(lines()).toHaveLength(1);
    fireEvent.change(select, { target: { value: 'operator' } });
    await settle();
    expect(screen.getByText('Nothing has happened yet.')).toBeTruthy();
  });

  it('can be asked for again when it did not come', async () => {
    const fake = await openPeople('audit', (desk) => {
      prepare(desk);
      desk.people.refusal = { ok: false, kind: 'problem', status: 500, code: 'internal' };
    });
    expect(screen.getByText('What happened could not be loaded.')).toBeTruthy();
    fake.people.refusal = undefined;
    await click('Try again');
    expect(lines()).toHaveLength(2);
  });
});

describe('another device', () => {
  it('is signed in by a link that anybody makes for themself', async () => {
    const fake = createFakeDesk([]);
    await openDesk(fake);
    fireEvent.click(screen.getByRole('button', { name: 'Mira' }));
    await settle();
    const dialog = screen.getByRole('dialog', { hidden: true });
    fireEvent.click(within(dialog).getByText('Make a sign-in link'));
    await settle();
    expect(within(dialog).getByLabelText<HTMLInputElement>('Sign-in link').value).toContain('/desk/#');
    expect(callsOf(fake, 'people.ownLink')).toHaveLength(1);
  });
});
