import { cleanup, render } from '@testing-library/preact';
import { vi } from 'vitest';
import type { DeskSession, DeskTicket } from '../../../api/contract/desk.ts';
import type { Cluster, DeskIssueWhole } from '../../../api/contract/issue.ts';
import type { DeskClient } from '../../../site/desk/client.ts';
import { Desk } from '../../../site/desk/desk.tsx';
import type { DeskKit } from '../../../site/desk/kit.ts';
import { en } from '../../../site/desk/words.en.ts';
import { openDrafts } from '../../../site/thread/drafts.ts';
import { openMemory } from '../../../site/thread/memory.ts';
import { createMoments } from '../../../site/thread/moments.ts';
import { en as threadEn } from '../../../site/thread/words.en.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { messages } from '../../../widget/i18n/escalation.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { table, tableHours } from './table.ts';
import { at, noon } from './ticket.ts';

export const signedOut: Failure = { ok: false, kind: 'problem', status: 401, code: 'signed-out' };
export const offline: Failure = { ok: false, kind: 'offline' };
export const goodLink = 'a'.repeat(43);

const session: DeskSession = {
  id: 'mira',
  name: 'Mira',
  role: 'agent',
  groups: table.groups.map(({ id, title, tier, partner }) => ({ id, title, tier, partner })),
};

/** A known issue in work, with what a test says of it. */
export const makeIssue = (change: Partial<DeskIssueWhole> = {}): DeskIssueWhole => ({
  id: 'i1',
  state: 'working',
  titles: { en: 'Exports hang' },
  texts: { en: 'We are working on it.' },
  answers: {},
  topic: 'widget',
  author: 'Mira',
  createdAt: at(-1),
  updatedAt: at(-1),
  people: 2,
  left: 2,
  tickets: [],
  ...change,
});

/** A desk API that remembers. `failure` is what every call meets until it is taken away. */
export const createFakeDesk = (tickets: DeskTicket[], signedIn = true) => {
  const state = {
    tickets,
    signedIn,
    failure: undefined as Failure | undefined,
    calls: [] as [string, ...unknown[]][],
    clusters: [] as Cluster[],
    issues: [] as DeskIssueWhole[],
    mayAnnounce: true,
  };
  const meet = <T extends object>(call: [string, ...unknown[]], answer: () => T | Failure) => {
    state.calls.push(call);
    return Promise.resolve(state.failure ?? answer());
  };
  const guarded = <T,>(call: [string, ...unknown[]], answer: () => { ok: true; value: T } | Failure) =>
    meet(call, () => (state.signedIn ? answer() : signedOut));
  const find = (id: string) => state.tickets.find((ticket) => ticket.id === id);
  const missing: Failure = { ok: false, kind: 'problem', status: 404, code: 'not-found' };
  const change = (id: string, next: Partial<DeskTicket>) => {
    state.tickets = state.tickets.map((ticket) => (ticket.id === id ? { ...ticket, ...next } : ticket));
    return find(id);
  };
  const client: DeskClient = {
    session: () => guarded(['session'], () => ({ ok: true, value: session })),
    signIn: (token) =>
      meet(['signIn', token], () => {
        state.signedIn ||= token === goodLink;
        return token === goodLink ? { ok: true as const, value: session } : signedOut;
      }),
    signOut: () =>
      meet(['signOut'], () => {
        state.signedIn = false;
        return { ok: true as const, value: undefined };
      }),
    tickets: ({ status, queue, pages }) =>
      guarded(['tickets', status, pages], () => ({
        ok: true,
        value: {
          tickets: state.tickets.filter(
            (ticket) =>
              (!status || ticket.status === status) &&
              (!queue || ticket.group === queue || `tier:${ticket.tier}` === queue),
          ),
        },
      })),
    ticket: (id) =>
      guarded(['ticket', id], () => {
        const ticket = find(id);
        return ticket ? { ok: true, value: ticket } : missing;
      }),
    reply: (id, reply) =>
      guarded(['reply', id, reply], () => {
        const message = { id: reply.key, from: 'agent' as const, name: 'Mira', text: reply.text, at: at(0) };
        change(id, { status: reply.status, messages: [...(find(id)?.messages ?? []), message] });
        return { ok: true, value: message };
      }),
    setStatus: (id, status) =>
      guarded(['setStatus', id, status], () => {
        const ticket = change(id, { status });
        return ticket ? { ok: true, value: ticket } : missing;
      }),
    routing: () => guarded(['routing'], () => ({ ok: true, value: table })),
    hours: () => meet(['hours'], () => ({ ok: true as const, value: tableHours })),
    issues: {
      clusters: () => guarded(['clusters'], () => ({ ok: true, value: { clusters: state.clusters, windowHours: 48 } })),
      list: () =>
        guarded(['issues'], () => ({ ok: true, value: { issues: state.issues, mayAnnounce: state.mayAnnounce } })),
      one: (id) =>
        guarded(['issue', id], () => {
          const issue = state.issues.find((one) => one.id === id);
          return issue ? { ok: true, value: issue } : missing;
        }),
      announce: ({ tickets: joined, ...said }, key) =>
        guarded(['announce', said, joined, key], () => {
          const issue = makeIssue({ ...said, people: joined.length, left: joined.length });
          state.issues = [issue];
          state.clusters = [];
          return { ok: true, value: issue };
        }),
      edit: (id, said) =>
        guarded(['edit', id, said], () => {
          state.issues = state.issues.map((issue) => ({ ...issue, ...said }));
          return { ok: true, value: state.issues[0] ?? makeIssue() };
        }),
      join: (id, ticket, joined) =>
        guarded(['join', id, ticket, joined], () => {
          const found = find(ticket);
          return found ? { ok: true, value: found } : missing;
        }),
      solve: (id, answers) =>
        guarded(['solve', id, answers], () => {
          state.issues = state.issues.map((issue) => ({ ...issue, answers, state: 'solved' as const, left: 0 }));
          return { ok: true, value: state.issues[0] ?? makeIssue() };
        }),
    },
  };
  return { state, client };
};

const t = createTranslate('en', { ...messages, ...threadEn, ...en });

/** The desk on the page. Timers and the clock are the test's. */
export const openDesk = async (fake: ReturnType<typeof createFakeDesk>, address = '/desk/') => {
  history.replaceState(null, '', address);
  let keys = 0;
  const kit: DeskKit = {
    t,
    locale: 'en',
    moments: createMoments('en', 'UTC'),
    client: fake.client,
    drafts: openDrafts(
      openMemory(() => sessionStorage),
      () => `key-of-a-draft-${++keys}`,
    ),
    memory: openMemory(() => localStorage),
    company: 'Acme',
    topics: [{ id: 'widget', title: { en: 'The widget', de: 'Das Widget' } }],
    locales: ['en', 'de'],
    groups: [],
    base: '/',
    now: () => noon,
    random: () => 0.5,
  };
  const view = render(<Desk kit={kit} />);
  await settle();
  return { view, kit };
};

/** Lets answers arrive and the page show them: effects run within two frames. */
export const settle = async (ms = 0): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
  await vi.advanceTimersByTimeAsync(100);
};

export const closeDesk = (): void => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
};

/** A key pressed where the focus is. */
export const press = async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
  await settle();
};
