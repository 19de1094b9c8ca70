import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTicket } from '../../../api/contract/ticket.ts';
import { createMemory } from '../../../widget/client/memory.ts';
import { ContextCard } from '../../../widget/context/card.tsx';
import { ContactView } from '../../../widget/escalation/contact.tsx';
import { mailOf } from '../../../widget/escalation/mail.ts';
import type { ContactProps } from '../../../widget/escalation/props.ts';
import { createStage, records, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => {
  cleanup();
  stage.end();
});

const show = (props: Partial<ContactProps> = {}) =>
  render(<ContactView kit={stage.kit} card={ContextCard} {...props} />);
const message = () => screen.getByLabelText<HTMLTextAreaElement>('What happened?');
const write = (text: string) => fireEvent.input(message(), { target: { value: text } });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send' }));
const posted = () => stage.api.calls.filter(({ route }) => route === '/api/tickets').map(({ call }) => call.body);
const draftOnDevice = () => stage.kit.storage.get('draft');

describe('the form', () => {
  it('starts with what was searched last', () => {
    stage.kit.trail.search('export invoice', 2);
    show();
    expect(message().value).toBe('export invoice');
  });

  it('does not start with a search that something was taken out of', () => {
    stage.kit.trail.search('login ada@example.com', 0);
    show();
    expect(message().value).toBe('');
  });

  it('starts with what the page says of topic and person', () => {
    show({ prefill: { topic: 'invoices', message: 'Hello', name: 'Ada', address: 'ada@example.com' } });
    expect(message().value).toBe('Hello');
    expect(screen.getByLabelText<HTMLSelectElement>('What is it about?').value).toBe('invoices');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ada');
    expect(screen.getByLabelText<HTMLInputElement>('E-mail address').value).toBe('ada@example.com');
  });

  it('says who gets it and by when they reply, before anything is sent', async () => {
    const at = stage.kit.now();
    // Closed for an hour, then open for ten days.
    stage.api.hours = { calendars: { office: [[at + 3_600_000, at + 10 * 86_400_000]] } };
    show();
    const due = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(at + 9 * 3_600_000);
    expect((await screen.findByText(/^First reply by/)).textContent).toContain(due);
    expect(screen.getByText('Goes to Support')).toBeTruthy();
    expect(stage.api.taken).toEqual([]);
  });

  it('says that what was read and did not help leads to somebody else', async () => {
    stage.kit.trail.open('article:export-invoices', 'Export invoices');
    stage.kit.trail.helpful('article:export-invoices', false);
    show();
    expect(await screen.findByText('Goes to Exports, because the export guide did not help')).toBeTruthy();
  });

  it('says who gets it without a network, and no time that nobody knows', async () => {
    stage.api.fault = () => 'offline';
    show();
    expect(await screen.findByText('Goes to Support')).toBeTruthy();
    expect(screen.getByText('Once it is sent, you are told when to expect a reply')).toBeTruthy();
  });

  it('keeps the draft when the view is left and the page reloaded, over what the page prefills', async () => {
    show();
    write('The export is empty');
    await waitFor(async () => expect(await draftOnDevice()).toMatchObject({ message: 'The export is empty' }));
    cleanup();
    show({ prefill: { message: 'Hello', name: 'Ada' } });
    await waitFor(() => expect(message().value).toBe('The export is empty'));
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ada');
  });

  it('starts anew when contact is asked for again after sending, and stays while it is being written', async () => {
    const view = show({ asked: {} });
    const askAgain = () => view.rerender(<ContactView kit={stage.kit} card={ContextCard} asked={{}} />);
    write('The export is empty');
    askAgain();
    expect(message().value).toBe('The export is empty');
    send();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Send' })).toBeNull());
    askAgain();
    await waitFor(() => expect(message().value).toBe(''));
  });

  it('forgets a draft that nobody came back to for a week', async () => {
    const draft = { topic: '', message: 'Old', name: '', address: '' };
    await stage.kit.storage.set('draft', { ...draft, at: Date.now() - 7 * 86_400_000 });
    show();
    await waitFor(async () => expect(await draftOnDevice()).toBeUndefined());
    expect(message().value).toBe('');
  });

  it('leaves nothing on the device while nobody types', async () => {
    show({ prefill: { message: 'Hello' } });
    await stage.kit.trail.ready();
    expect(await stage.kit.storage.entries('')).toEqual([]);
  });

  it('warns of a card number and leaves the words alone', async () => {
    show();
    write('It is 4111 1111 1111 1111');
    expect(await screen.findByText('This looks like a card number.')).toBeTruthy();
    expect(message().value).toBe('It is 4111 1111 1111 1111');
  });

  it('asks for words and a whole address, and leads to the first that is missing', async () => {
    show();
    fireEvent.input(screen.getByLabelText('E-mail address'), { target: { value: 'ada' } });
    send();
    expect(await screen.findByText('Write a few words first.')).toBeTruthy();
    expect(screen.getByText(/does not look like an address/)).toBeTruthy();
    expect(document.activeElement).toBe(message());
    expect(posted()).toEqual([]);
  });

  it('brings a wrong field into view although it has the focus already', async () => {
    show();
    write('The export is empty');
    const address = screen.getByLabelText('E-mail address');
    const into = vi.spyOn(address, 'scrollIntoView');
    fireEvent.input(address, { target: { value: 'ada' } });
    address.focus();
    send();
    expect(await screen.findByText(/does not look like an address/)).toBeTruthy();
    await waitFor(() => expect(into).toHaveBeenCalledWith({ block: 'nearest' }));
  });

  it('takes an error back once its field holds, and complains of no other while somebody types', async () => {
    show();
    send();
    expect(await screen.findByText('Write a few words first.')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('E-mail address'), { target: { value: 'ada' } });
    expect(screen.queryByText(/does not look like an address/)).toBeNull();
    expect(screen.getByText('Write a few words first.')).toBeTruthy();
    write('The export is empty');
    await waitFor(() => expect(screen.queryByText('Write a few words first.')).toBeNull());
    expect(message().getAttribute('aria-invalid')).not.toBe('true');
  });

  it('says how much too long a message is and cuts nothing', async () => {
    show();
    write('x'.repeat(9_990));
    expect(screen.getByText('10 characters left')).toBeTruthy();
    write('x'.repeat(10_002));
    send();
    expect(await screen.findByText(/^2 characters too many/)).toBeTruthy();
    expect(message().value).toHaveLength(10_002);
  });

  it('has a field that only machines see', async () => {
    show();
    write('Help');
    const trap = document.querySelector<HTMLInputElement>('input[name=website]');
    expect(trap?.tabIndex).toBe(-1);
    expect(trap?.closest('[aria-hidden="true"]')).toBeTruthy();
    if (trap) trap.value = 'http://spam';
    send();
    await waitFor(() => expect(posted()).toMatchObject([{ website: 'http://spam' }]));
  });
});

describe('suggestions', () => {
  it('come while typing, and opening one keeps the draft', async () => {
    show();
    write('Where is my invoice?');
    fireEvent.click(await screen.findByRole('button', { name: /Export invoices/ }));
    expect(stage.opened).toEqual([{ view: 'document', id: 'article:export-invoices' }]);
    await waitFor(() => expect(stage.said).toEqual(['2 articles may answer it']));
    await waitFor(async () => expect(await draftOnDevice()).toMatchObject({ message: 'Where is my invoice?' }));
  });

  it('can be called the answer once they were read: the draft goes, nothing is sent, the article is confirmed', async () => {
    stage.kit.trail.open('article:export-invoices', 'Export invoices');
    stage.kit.trail.leave();
    show();
    write('Where is my invoice?');
    expect(await screen.findAllByRole('button', { name: /^This solved it/ })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'This solved it: Export invoices' }));
    expect(screen.getByText(/Your draft is gone and nothing was sent/)).toBeTruthy();
    expect(stage.events).toContainEqual(['article-feedback', { document: 'article:export-invoices', helpful: true }]);
    expect(stage.kit.trail.items()).toContainEqual(expect.objectContaining({ kind: 'read', helpful: true }));
    expect(stage.api.calls.filter(({ call }) => call.method === 'POST')).toMatchObject([
      { route: '/api/feedback', call: { body: { document: 'article:export-invoices', locale: 'en', helpful: true } } },
    ]);
    await waitFor(async () => expect(await draftOnDevice()).toBeUndefined());
    fireEvent.click(screen.getByRole('button', { name: 'Write a message anyway' }));
    expect(message().value).toBe('');
  });

  it('leave out a walkthrough with a step that could not be done', async () => {
    const tour = { ...records[0]!, id: 'walkthrough:tour' as const, title: 'A tour' };
    const third = { ...records[0]!, id: 'article:third' as const, title: 'Third' };
    stage.kit.find = async (_, most) => [tour, ...records, third].slice(0, most);
    const step = { walkthrough: 'walkthrough:tour', title: 'A tour', step: 1, of: 2, done: false } as const;
    stage.kit.trail.step({ ...step, blocked: 'did-not-work' });
    show();
    write('The invoice of the tour');
    const offered = within(await screen.findByRole('region', { name: 'This may answer it' })).getByRole('list');
    expect(within(offered).queryByText('A tour')).toBeNull();
    expect(within(offered).getAllByRole('listitem')).toHaveLength(3);
  });

  it('go when the words no longer fit', async () => {
    show();
    write('invoice');
    await screen.findByText('This may answer it');
    write('something else');
    await waitFor(() => expect(screen.queryByText('This may answer it')).toBeNull());
  });
});

describe('sending', () => {
  it('sends exactly what the card shows, after one item was left out', async () => {
    stage.kit.trail.search('export', 3);
    stage.kit.trail.host({ plan: 'pro' });
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Also sends: 1 search, this page, browser/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Leave out: Searched “export”, 3 results' }));
    const shown = stage.kit.trail.items();
    const list = within(screen.getByRole('list'));
    expect(list.getAllByRole('listitem')).toHaveLength(shown.length);
    write('The export is empty');
    fireEvent.input(screen.getByLabelText('E-mail address'), { target: { value: ' ada@example.com ' } });
    send();
    await screen.findByText('Sent');
    expect(posted()).toEqual([
      { topic: 'other', message: 'The export is empty', context: shown, locale: 'en', address: 'ada@example.com' },
    ]);
    expect(createTicket.safeParse(posted()[0]).success).toBe(true);
    expect(shown.map(({ kind }) => kind)).toEqual(['page', 'browser', 'host']);
  });

  it('has the message on the device before it says that it is kept', async () => {
    stage.api.send = () => new Promise(() => {});
    show();
    write('Help');
    send();
    await screen.findByText('Kept on this device, sending');
    expect((await stage.kit.storage.entries('outbox/')).map(([, value]) => value)).toMatchObject([
      { kind: 'ticket', state: 'waiting', body: { message: 'Help' } },
    ]);
    expect(await draftOnDevice()).toBeUndefined();
  });

  it('ends with the reference, the promised reply and the way to the conversation', async () => {
    show();
    write('Help');
    send();
    await screen.findByText('Sent');
    expect(screen.getByText(/^A person reads it and replies here by /)).toBeTruthy();
    expect(screen.getByText('TZ-000001')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open the conversation' }));
    expect(stage.opened).toEqual([{ view: 'thread', reference: 'TZ-000001' }]);
  });

  it('forgets what was tried once it is on its way, so that the next request starts fresh', async () => {
    stage.kit.trail.search('export', 3);
    show();
    send();
    await screen.findByText('Sent');
    expect(stage.kit.trail.items().map(({ kind }) => kind)).toEqual(['page', 'browser']);
  });

  it('keeps the message without a network and sends it when there is one', async () => {
    stage.api.fault = () => 'offline';
    show();
    write('Help');
    send();
    await screen.findByText(/There is no connection. Your message goes out by itself/);
    expect(stage.events).toContainEqual(['escalation-queued', { waiting: 1 }]);
    stage.api.fault = () => undefined;
    window.dispatchEvent(new Event('online'));
    await screen.findByText('Sent');
    expect(stage.api.taken).toEqual(['Help']);
  });

  it('asks to keep the page open where nothing can be kept on the device', async () => {
    stage = await createStage(createMemory());
    stage.api.fault = () => 'offline';
    show();
    write('Help');
    send();
    expect(await screen.findByText('Kept in this page')).toBeTruthy();
    expect(screen.getByText(/Keep this page open until it is sent/)).toBeTruthy();
  });

  it('gives a refused message back to change it, under a new key', async () => {
    const { send: reach } = stage.api;
    stage.api.send = async () => ({ ok: false, kind: 'problem', status: 403, code: 'origin-not-allowed' });
    show();
    write('Help');
    send();
    await screen.findByText(/This website may not send requests here yet/);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your text').value).toBe('Help');
    stage.api.send = reach;
    fireEvent.click(screen.getByRole('button', { name: 'Change and send' }));
    await waitFor(() => expect(stage.opened).toEqual([{ view: 'contact' }]));
    cleanup();
    show();
    await waitFor(() => expect(message().value).toBe('Help'));
    expect(await mailOf(stage.kit).outbox.messages()).toEqual([]);
  });

  it('says that something is still waiting before the same is written again', async () => {
    stage.api.fault = () => 'offline';
    show();
    write('Help');
    send();
    await screen.findByText('Kept on this device');
    cleanup();
    show();
    expect(await screen.findByText('One message is waiting to be sent.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(stage.opened).toEqual([{ view: 'requests' }]);
  });

  it('tells the host page ids and instants, and no text, address or capability', async () => {
    stage.kit.trail.search('secret search', 3);
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Also sends/ }));
    write('My own words');
    fireEvent.input(screen.getByLabelText('E-mail address'), { target: { value: 'ada@example.com' } });
    send();
    await screen.findByText('Sent');
    expect(stage.events).toEqual([
      ['contact-open', {}],
      ['context-preview', { items: 3 }],
      ['escalated', { reference: 'TZ-000001', firstReplyBy: expect.any(String) }],
    ]);
    const [capability = ''] = stage.api.threads.keys();
    expect(JSON.stringify(stage.events)).not.toMatch(new RegExp(`words|ada@|secret|${capability}`));
  });
});
