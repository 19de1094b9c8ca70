import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskTicket } from '../../../../api/contract/desk.ts';
import { closeDesk, createFakeDesk, offline, openDesk, press, settle, signedOut } from '../stage.tsx';
import { makeTicket, noon } from '../ticket.ts';
import { createFakeKnowledge } from './fake-knowledge.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const open = async (change: Partial<DeskTicket> = {}, knowledge = createFakeKnowledge()) => {
  const fake = createFakeDesk([makeTicket({ id: '1', ...change })]);
  const desk = await openDesk(fake, '/desk/?ticket=1', knowledge.client);
  return { ...desk, fake, knowledge };
};
const area = () => screen.getByLabelText<HTMLTextAreaElement>('Reply');
const panel = () => screen.getByRole('complementary', { name: 'Knowledge' });
const ask = async (words: string) => {
  fireEvent.input(within(panel()).getByRole('searchbox'), { target: { value: words } });
  await settle();
};
const rows = () => [...panel().querySelectorAll('.knowledge-row')].map((row) => row.textContent ?? '');
const press_ = async (name: string | RegExp, within_ = panel()) => {
  fireEvent.click(within(within_).getByRole('button', { name }));
  await settle();
};

describe('the knowledge panel', () => {
  it('opens by its key, in place of the facts, with what fits the request', async () => {
    const { knowledge } = await open();
    await press('f');
    expect(document.activeElement).toBe(within(panel()).getByRole('searchbox'));
    expect(screen.queryByRole('complementary', { name: 'About this request' })).toBeNull();
    expect(within(panel()).getByText('Fitting this request')).toBeTruthy();
    expect(rows().some((row) => row.includes('The launcher does not appear'))).toBe(true);
    expect(knowledge.state.calls).toEqual(['index en']);
  });

  it('asks for nothing until it is opened, and opens by its button too', async () => {
    const { knowledge } = await open({ locale: 'de' });
    expect(knowledge.state.calls).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Knowledge' }));
    await settle();
    expect(knowledge.state.calls).toEqual(['index de']);
  });

  it('says of an internal result that its link is never sent, and of no other', async () => {
    await open();
    await press('f');
    await ask('launcher');
    const marked = rows().filter((row) => row.includes('Internal – never send this link'));
    expect(rows()).toHaveLength(2);
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain('Launcher in five questions');
    await ask('zeppelin');
    expect(within(panel()).getByText('Nothing found for “zeppelin”.')).toBeTruthy();
  });

  it('is used with keys alone: down to a result, Enter, back, close', async () => {
    await open();
    await press('f');
    await ask('five questions');
    await press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Launcher in five questions');
    await press('ArrowUp');
    expect(document.activeElement).toBe(within(panel()).getByRole('searchbox'));
    await press('ArrowDown');
    fireEvent.click(document.activeElement!);
    await settle();
    expect(document.activeElement?.textContent).toBe('Launcher in five questions');
    await press('Escape');
    expect(within(panel()).getByRole<HTMLInputElement>('searchbox').value).toBe('five questions');
    await press('Escape');
    expect(screen.queryByRole('complementary', { name: 'Knowledge' })).toBeNull();
    expect(document.activeElement).toBe(document.body);
    expect(location.search).toContain('ticket=1');
  });

  it('closes with Escape before the request does, also from the conversation', async () => {
    await open();
    await press('f');
    document.querySelector<HTMLElement>('.middle')?.focus();
    await press('Escape');
    expect(screen.queryByRole('complementary', { name: 'Knowledge' })).toBeNull();
    expect(location.search).toContain('ticket=1');
    await press('Escape');
    expect(location.search).not.toContain('ticket=1');
  });

  it('puts the address of an article into the reply, behind what was typed', async () => {
    await open();
    fireEvent.input(area(), { target: { value: 'Please see' } });
    await press('f');
    await ask('does not appear');
    await press_(/does not appear/);
    await press_('Insert link');
    expect(area().value).toBe(`Please see ${location.origin}/articles/launcher-missing/`);
    expect(document.activeElement).toBe(area());
    expect(screen.getByText('Inserted into the reply.')).toBeTruthy();
  });

  it('leads to the page in the language of the request', async () => {
    await open({ locale: 'de-AT' });
    await press('f');
    await ask('does not appear');
    await press_(/does not appear/);
    const page = within(panel()).getByRole<HTMLAnchorElement>('link', { name: 'Open in help center' });
    expect(page.href).toBe(`${location.origin}/de/articles/launcher-missing/`);
    expect(panel().querySelector('.knowledge-document')?.textContent).toContain('In English');
  });

  it('puts a section into the reply as plain text', async () => {
    await open();
    await press('f');
    await ask('does not appear');
    await press_(/does not appear/);
    await press_('Insert this section: It was blocked');
    expect(area().value).toBe('- Allow the origin.\n- Reload.');
  });

  it('asks once before it puts internal text into the reply, and has no link of it', async () => {
    await open();
    await press('f');
    await ask('five questions');
    await press_(/five questions/);
    expect(within(panel()).queryByRole('button', { name: 'Insert link' })).toBeNull();
    expect(panel().querySelector('a[href*="internal"]')).toBeNull();
    await press_('Insert this section: Then');
    expect(area().value).toBe('');
    await press_('Cancel');
    await press_('Insert this section: Then');
    expect(document.activeElement?.textContent).toBe('Insert it');
    await press_('Insert it');
    expect(area().value).toBe('Hand it over.');
    fireEvent.click(screen.getByRole('button', { name: 'Knowledge' }));
    await settle();
    await press_('Insert this section');
    expect(area().value).toBe('Hand it over. Ask for the tag. See what readers have.');
  });

  it('follows a link to another document without leaving the desk', async () => {
    await open();
    await press('f');
    await ask('five questions');
    await press_(/five questions/);
    const link = within(panel()).getByRole<HTMLAnchorElement>('link', { name: 'what readers have' });
    fireEvent.click(link);
    await settle();
    expect(within(panel()).getByRole('heading', { name: 'The launcher does not appear' })).toBeTruthy();
  });

  it('has nothing to insert where the request is closed, and asks nobody whether it is the answer', async () => {
    await open({ status: 'closed' });
    // A phone has no key for it.
    expect(screen.queryByRole('button', { name: 'Saved replies' })).toBeNull();
    await press_('Knowledge', document.body);
    await ask('does not appear');
    await press_(/does not appear/);
    expect(within(panel()).queryByRole('button', { name: /Insert|answers/ })).toBeNull();
    expect(within(panel()).getByText('Look at the network list.')).toBeTruthy();
  });

  it('says when it cannot be had, and tries again', async () => {
    const knowledge = createFakeKnowledge();
    knowledge.state.failure = offline;
    await open({}, knowledge);
    await press('f');
    expect(within(panel()).getByText(/There is no connection/)).toBeTruthy();
    knowledge.state.failure = { ok: false, kind: 'problem', status: 404, code: 'not-found' };
    await press_('Try again');
    expect(within(panel()).getByText('The knowledge base could not be loaded.')).toBeTruthy();
    knowledge.state.failure = undefined;
    await press_('Try again');
    expect(within(panel()).getByRole('searchbox')).toBeTruthy();
  });

  it('ends the session of the desk when the API has ended it', async () => {
    const knowledge = createFakeKnowledge();
    knowledge.state.failure = signedOut;
    await open({}, knowledge);
    await press('f');
    expect(screen.getByText('You are signed out')).toBeTruthy();
  });
});

describe('what was done with a document', () => {
  it('stands on its buttons, and in the history by its title', async () => {
    const event = { kind: 'answered-by', document: 'article:launcher-missing' } as const;
    const by = { kind: 'person', id: 'mo', name: 'Mo' } as const;
    await open({ events: [{ seq: 1, at: new Date(noon).toISOString(), actor: by, event }] });
    await settle();
    expect(document.querySelector('.happened > span')?.textContent).toBe(
      'Mo noted what answers it: The launcher does not appear',
    );
    expect(document.querySelector('.happened a')?.getAttribute('href')).toContain('/articles/launcher-missing/');
    await press('f');
    await ask('launcher');
    await press_(/The launcher does not appear/);
    expect(within(panel()).getByRole('button', { name: 'Noted: it answers this' })).toBeTruthy();
  });
});

describe('saved replies', () => {
  const sheet = () => screen.getByRole('dialog', { name: 'Saved replies' });
  const options = () => within(sheet()).getAllByRole('option');
  const field = () => within(sheet()).getByRole('combobox');

  it('open by their key, those of the topic first, and go filled in where the cursor is', async () => {
    await open();
    fireEvent.input(area(), { target: { value: 'One.Two.' } });
    area().setSelectionRange(4, 4);
    await press('s');
    expect(options().map((option) => option.querySelector('strong')?.textContent)).toEqual([
      'Ask for the tag',
      'About the reference',
    ]);
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    await settle();
    expect(field().getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
    fireEvent.keyDown(field(), { key: 'Enter' });
    await settle();
    expect(area().value).toBe('One. It is TZ-000001. Two.');
    expect(screen.queryByRole('dialog', { name: 'Saved replies' })).toBeNull();
  });

  it('open from within the field too, and keep its cursor when none is chosen', async () => {
    await open();
    fireEvent.input(area(), { target: { value: 'One.Two.' } });
    area().focus();
    area().setSelectionRange(2, 4);
    await press('.', { ctrlKey: true });
    area().setSelectionRange(0, 0);
    fireEvent.click(within(sheet()).getByRole('button', { name: 'Close' }));
    await settle();
    expect([area().value, area().selectionStart, area().selectionEnd]).toEqual(['One.Two.', 2, 4]);
  });

  it('stand as paragraphs of their own, behind what is selected', async () => {
    await open();
    fireEvent.input(area(), { target: { value: 'Hi there' } });
    area().setSelectionRange(0, 2);
    fireEvent.click(screen.getByRole('button', { name: 'Saved replies' }));
    await settle();
    fireEvent.click(options()[0]!);
    await settle();
    expect(area().value).toBe('Hi\n\nHello Ada Lindqvist,\n\nyour tag?\n\nMira\n\n there');
  });

  it('select what is still to be filled in, and say so until it is', async () => {
    await open({ requester: {} });
    await press('s');
    fireEvent.click(options()[0]!);
    await settle();
    const { value, selectionStart, selectionEnd } = area();
    expect(value.slice(selectionStart, selectionEnd)).toBe('{name}');
    expect(screen.getByText('Still to be filled in: {name}')).toBeTruthy();
    fireEvent.input(area(), { target: { value: value.replace('{name}', 'Ada') } });
    await settle();
    expect(screen.queryByText(/Still to be filled in/)).toBeNull();
  });

  it('are found by their words', async () => {
    await open();
    await press('s');
    fireEvent.input(field(), { target: { value: 'reference' } });
    await settle();
    expect(options()).toHaveLength(1);
    fireEvent.input(field(), { target: { value: 'zeppelin' } });
    await settle();
    expect(within(sheet()).queryAllByRole('option')).toEqual([]);
    expect(within(sheet()).getByText('No saved reply has these words.')).toBeTruthy();
  });

  it('say when there are none, and where they come from', async () => {
    const knowledge = createFakeKnowledge();
    knowledge.state.replies = [];
    await open({}, knowledge);
    await press('s');
    expect(within(sheet()).getByText(/There are no saved replies yet/)).toBeTruthy();
  });

  it('are not there for a request that takes no more messages', async () => {
    await open({ status: 'closed' });
    await press('s');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
