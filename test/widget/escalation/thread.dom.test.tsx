import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '../../../api/contract/ticket.ts';
import { mailOf } from '../../../widget/escalation/mail.ts';
import { RequestsView } from '../../../widget/escalation/requests.tsx';
import { ThreadView } from '../../../widget/escalation/thread.tsx';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
const reference = 'TZ-000001';
const ask = (message: string) =>
  mailOf(stage.kit).outbox.addTicket({ topic: 'invoices', message, context: [], locale: 'en' });
const known = (count: number) =>
  waitFor(async () => expect(await mailOf(stage.kit).requests.list()).toHaveLength(count));
const onServer = (status: Status) => {
  for (const thread of stage.api.threads.values()) thread.status = status;
};
const wake = () => mailOf(stage.kit).followUp.wake();

beforeEach(async () => {
  stage = await createStage();
  await ask('The export is empty.\nIn every browser.');
  await known(1);
});
afterEach(() => {
  cleanup();
  stage.end();
});

describe('the conversation', () => {
  const show = () => render(<ThreadView kit={stage.kit} reference={reference} />);
  const reply = async (text: string) => {
    fireEvent.input(await screen.findByLabelText('Your reply'), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  };

  it('shows what was said, by whom, and when a first reply was promised', async () => {
    show();
    expect(await screen.findByText(/The export is empty/)).toBeTruthy();
    expect(screen.getByText('Received')).toBeTruthy();
    expect(screen.getByText(/^First reply by /)).toBeTruthy();
  });

  it('says by when whoever has it now replies, not what was promised before it moved', async () => {
    show();
    const before = (await screen.findByText(/^First reply by /)).textContent;
    for (const thread of stage.api.threads.values())
      thread.firstReplyBy = new Date(Date.parse(thread.firstReplyBy) + 48 * 3_600_000).toISOString();
    wake();
    await waitFor(() => expect(screen.getByText(/^First reply by /).textContent).not.toBe(before));
  });

  it('brings the reply of an agent, says it, tells the host page and counts it as seen', async () => {
    show();
    await screen.findByText(/The export is empty/);
    stage.api.reply(reference, 'Try again now', 'Mara');
    wake();
    expect(await screen.findByText('Try again now')).toBeTruthy();
    expect(screen.getByText('Mara')).toBeTruthy();
    expect(screen.queryByText(/^First reply by /)).toBeNull();
    await waitFor(() => expect(stage.said).toEqual(['New reply from Mara']));
    expect(stage.events).toContainEqual(['reply', { reference, unread: 1 }]);
    await waitFor(async () => expect(await mailOf(stage.kit).requests.unread()).toBe(0));
  });

  it('sends a reply exactly once and empties the field once it is kept', async () => {
    show();
    await reply('In Safari too');
    expect(await screen.findByText('In Safari too', { selector: '.message-text' })).toBeTruthy();
    await waitFor(() => expect(stage.api.taken).toContain('In Safari too'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your reply').value).toBe('');
    expect(stage.api.taken.filter((text) => text === 'In Safari too')).toHaveLength(1);
  });

  it('keeps a reply in its place without a network and sends it when there is one', async () => {
    show();
    await screen.findByText(/The export is empty/);
    stage.api.fault = () => 'offline';
    await reply('In Safari too');
    expect(await screen.findByText('Kept, sent when there is a connection')).toBeTruthy();
    stage.api.fault = () => undefined;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.queryByText('Kept, sent when there is a connection')).toBeNull());
    expect(stage.api.taken).toContain('In Safari too');
  });

  it('keeps a reply that is being written when the view is left', async () => {
    show();
    fireEvent.input(await screen.findByLabelText('Your reply'), { target: { value: 'Half a sen' } });
    await waitFor(async () => expect(await stage.kit.storage.get(`draft/${reference}`)).toBe('Half a sen'));
    cleanup();
    show();
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Your reply').value).toBe('Half a sen'));
  });

  it('asks for words', async () => {
    show();
    await reply('  ');
    expect(await screen.findByText('Write a few words first.')).toBeTruthy();
    expect(stage.api.taken).toHaveLength(1);
  });

  it('says that a reply opens a solved request again, and it does', async () => {
    onServer('solved');
    show();
    expect(await screen.findByText('A reply opens this request again.')).toBeTruthy();
    expect(screen.getByText('Solved')).toBeTruthy();
    await reply('It is back');
    expect(await screen.findByText('In progress')).toBeTruthy();
  });

  it('offers a new request instead of a reply when it is closed', async () => {
    onServer('closed');
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Start a new one' }));
    expect(screen.queryByLabelText('Your reply')).toBeNull();
    expect(stage.opened).toEqual([{ view: 'contact' }]);
  });

  it('reads without a network as it was, and says so', async () => {
    show();
    await screen.findByText(/The export is empty/);
    cleanup();
    stage.api.fault = () => 'offline';
    show();
    expect(await screen.findByText('There is no connection. This is how it looked last time.')).toBeTruthy();
    expect(screen.getByText(/The export is empty/)).toBeTruthy();
    stage.api.fault = () => undefined;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.queryByText(/how it looked last time/)).toBeNull());
  });

  it('says that the team no longer knows it, and lets the person take it off the device', async () => {
    stage.api.threads.clear();
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Remove from this device' }));
    await waitFor(() => expect(stage.opened).toEqual([{ view: 'requests' }]));
    expect(await stage.kit.storage.entries('request/')).toEqual([]);
  });

  it('has a link for another device, which carries the key in the fragment only', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Open on another device' }));
    const [capability] = stage.api.threads.keys();
    const link = screen.getByLabelText<HTMLInputElement>('Link to this request').value;
    expect(link).toBe(`https://help.example.com/request#${capability}`);
    expect(screen.getByText('Whoever has this link can read this request and reply to it.')).toBeTruthy();
    expect(JSON.stringify(stage.events)).not.toContain(capability);
  });

  it('says that it does not know a request of another device', async () => {
    render(<ThreadView kit={stage.kit} reference="TZ-999999" />);
    expect(await screen.findByText('This request is not on this device')).toBeTruthy();
  });

  it('shows what an agent wrote as text', async () => {
    stage.api.reply(reference, '<img src=x onerror=alert(1)>');
    show();
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('.messages img')).toBeNull();
  });

  it('makes a document of the help center a link in what an agent wrote, and nothing else', async () => {
    const link = `${stage.kit.base}articles/launcher-missing/`;
    stage.api.reply(reference, `Read ${link}, not https://evil.example/articles/launcher-missing/`);
    show();
    const found = await screen.findByRole<HTMLAnchorElement>('link', { name: link });
    expect([found.href, found.target]).toEqual([link, '_blank']);
    await reply(`I did read ${link}`);
    expect(await screen.findByText(`I did read ${link}`, { selector: '.message-text' })).toBeTruthy();
    expect(document.querySelectorAll('.message-text a')).toHaveLength(1);
  });
});

describe('the list of requests', () => {
  const show = () => render(<RequestsView kit={stage.kit} />);

  it('shows what was asked, how it stands and what is new', async () => {
    stage.api.reply(reference, 'Hello Ada,\n\ntry again', 'Mara');
    show();
    expect(await screen.findByText('Mara: Hello Ada, try again')).toBeTruthy();
    expect(screen.getByText('1 new reply')).toBeTruthy();
    expect(screen.getByText('In progress')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /The export is empty/ }));
    expect(stage.opened).toEqual([{ view: 'thread', reference }]);
  });

  it('shows what is still on its way', async () => {
    stage.api.fault = () => 'offline';
    await ask('Second');
    show();
    expect(await screen.findByText('Waiting to be sent')).toBeTruthy();
    expect(screen.getByText('Second')).toBeTruthy();
  });

  it('shows what was refused, with the text and the choice', async () => {
    stage.api.send = async () => ({ ok: false, kind: 'problem', status: 413, code: 'too-large' });
    await ask('Second');
    show();
    expect(await screen.findByText(/It is too long for the team’s server/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByText(/It is too long/)).toBeNull());
    expect(await stage.kit.storage.entries('outbox/')).toEqual([]);
  });

  it('leads to a person when there is none', async () => {
    await stage.kit.storage.clear();
    show();
    expect(await screen.findByText('No requests yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Contact a person' }));
    expect(stage.opened).toEqual([{ view: 'contact' }]);
  });
});
