import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { languageIn } from '../../../site/desk/help.ts';
import { closeDesk, createFakeDesk, goodLink, offline, openDesk, settle } from './stage.tsx';
import { makeTicket, noon } from './ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(closeDesk);

const tickets = [makeTicket({ id: '1' })];
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('signing in', () => {
  it('uses the token of the link and takes it out of the address', async () => {
    const fake = createFakeDesk(tickets, false);
    await openDesk(fake, `/desk/?ticket=1#${goodLink}`);
    expect(fake.state.calls[0]).toEqual(['signIn', goodLink]);
    expect(location.href).not.toContain(goodLink);
    expect(location.search).toBe('?ticket=1');
    expect(screen.getByText('Mira')).toBeTruthy();
    expect(screen.getByRole('navigation', { name: 'Requests' })).toBeTruthy();
  });

  it('says of a used link how to get a new one', async () => {
    await openDesk(createFakeDesk(tickets, false), `/desk/#${'b'.repeat(43)}`);
    expect(heading()).toBe('This sign-in link does not work any more');
    expect(screen.getByText(/press Enter there, or start the server again/)).toBeTruthy();
    expect(location.hash).toBe('');
  });

  it('lets in who opens a used link in a browser that is signed in', async () => {
    await openDesk(createFakeDesk(tickets, true), `/desk/#${'b'.repeat(43)}`);
    expect(screen.getByText('Mira')).toBeTruthy();
  });

  it('says how to sign in when nobody is', async () => {
    await openDesk(createFakeDesk(tickets, false));
    expect(heading()).toBe('Sign in to the desk');
    expect(screen.getByText(/#…$/).textContent).toMatch(/^Desk .*\/desk\/#…$/);
  });

  it('keeps an unused link for another try when the network is away', async () => {
    const fake = createFakeDesk(tickets, false);
    fake.state.failure = offline;
    await openDesk(fake, `/desk/#${goodLink}`);
    expect(screen.getByRole('alert').textContent).toContain('the sign-in link was not used');
    fake.state.failure = undefined;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(screen.getByText('Mira')).toBeTruthy();
  });

  it('takes a link that is pasted into the open page', async () => {
    const fake = createFakeDesk(tickets, false);
    await openDesk(fake);
    location.hash = goodLink;
    window.dispatchEvent(new Event('hashchange'));
    await settle();
    expect(screen.getByText('Mira')).toBeTruthy();
    expect(location.href).not.toContain(goodLink);
  });
});

describe('a desk that is to lead through a walkthrough', () => {
  const asked = '#tierzero=walkthrough:en/solve-a-request-in-the-desk';
  const putTemplate = () => {
    const template = document.createElement('template');
    template.dataset['help'] = '';
    template.innerHTML = '<i id="the-tag"></i>';
    document.body.append(template);
  };
  const tag = () => document.querySelector('#the-tag');
  afterEach(() => {
    for (const one of document.querySelectorAll('template, #the-tag')) one.remove();
  });

  it('takes what the address asks of the widget for no token, and leaves it there', async () => {
    const fake = createFakeDesk(tickets, false);
    await openDesk(fake, `/desk/${asked}`);
    expect(heading()).toBe('Sign in to the desk');
    expect(fake.state.calls.map(([name]) => name)).not.toContain('signIn');
    expect(location.hash).toBe(asked);
  });

  it('has the widget only once somebody is signed in, with the address as it was', async () => {
    putTemplate();
    await openDesk(createFakeDesk(tickets, false), `/desk/${asked}`);
    expect(tag()).toBeNull();
    location.hash = goodLink;
    window.dispatchEvent(new Event('hashchange'));
    await settle();
    expect(screen.getByText('Mira')).toBeTruthy();
    expect(tag()).not.toBeNull();
    expect(location.hash).toBe(asked);
  });

  it('speaks the language that the walkthrough was read in', () => {
    expect(languageIn('#tierzero=walkthrough:de/solve')).toBe('de');
    expect(languageIn('#tierzero=walkthrough:solve')).toBeUndefined();
    expect(languageIn(`#${goodLink}`)).toBeUndefined();
  });
});

describe('signing out', () => {
  it('ends the session and shows the door', async () => {
    const fake = createFakeDesk(tickets);
    await openDesk(fake);
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    await settle();
    expect(heading()).toBe('You are signed out');
    expect(fake.state.signedIn).toBe(false);
  });

  it('says that it did not happen when the server does not answer', async () => {
    const fake = createFakeDesk(tickets);
    await openDesk(fake);
    fake.state.failure = offline;
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    await settle();
    expect(screen.getByText(/Still signed in/)).toBeTruthy();
  });

  it('shows the door when the session has ended, and keeps what was being written', async () => {
    const fake = createFakeDesk(tickets);
    await openDesk(fake, '/desk/?ticket=1');
    fireEvent.input(screen.getByLabelText('Reply'), { target: { value: 'Half a sen' } });
    fake.state.signedIn = false;
    await settle(60_000);
    expect(heading()).toBe('You are signed out');
    fake.state.signedIn = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    await settle();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reply').value).toBe('Half a sen');
  });
});
