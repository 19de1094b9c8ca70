import { cleanup, render } from '@testing-library/preact';
import { vi } from 'vitest';
import type { DeskSession, DeskTicket } from '../../../api/contract/desk.ts';

import type { Present } from '../../../api/contract/desk-live.ts';
import type { Cluster, DeskIssueWhole } from '../../../api/contract/issue.ts';
import type { Report, ReportQuery } from '../../../api/contract/report.ts';
import type { WalkthroughReport } from '../../../api/contract/walkthrough-report.ts';

import type { DeskClient } from '../../../site/desk/client.ts';
import { Desk } from '../../../site/desk/desk.tsx';
import type { DeskKit } from '../../../site/desk/kit.ts';
import type { KnowledgeClient } from '../../../site/desk/knowledge/knowledge-client.ts';
import type { Listener } from '../../../site/desk/listen.ts';
import { en } from '../../../site/desk/words.en.ts';
import { openDrafts } from '../../../site/thread/drafts.ts';
import { openMemory } from '../../../site/thread/memory.ts';
import { createMoments } from '../../../site/thread/moments.ts';
import { en as threadEn } from '../../../site/thread/words.en.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { messages } from '../../../widget/i18n/escalation.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { fakeDraft, fakeHandOver } from './handover-api.ts';
import { createFakePeople } from './people-stage.ts';
import { table, tableHours } from './table.ts';
import { at, noon } from './ticket.ts';

export const signedOut: Failure = { ok: false, kind: 'problem', status: 401, code: 'signed-out' };
export const offline: Failure = { ok: false, kind: 'offline' };
export const goodLink = 'a'.repeat(43);

const session: DeskSession = {
  id: 'mira',
  name: 'Mira',
  role: 'agent',
  team: [
    { id: 'mira', name: 'Mira', groups: [] },
    { id: 'mo', name: 'Mo', groups: [] },
  ],
  groups: table.groups.map(({ id, title, tier, partner }) => ({
    id,
    title,
    tier,
    partner,
    ...(partner && { readsNotes: true }),
  })),
};

const none = { open: 0, mine: 0, unassigned: 0, breached: 0, lead: 0, held: 0, places: [], assignees: [], tags: [] };
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
    role: session.role,
    team: session.team,
    report: undefined as ((query: ReportQuery) => Report) | undefined,
    walkthroughs: undefined as WalkthroughReport | undefined,
    known: JSON.stringify(tickets),
    cursor: 1,
    presence: [] as Present[],
    streams: false,
    listener: undefined as Listener | undefined,
    clusters: [] as Cluster[],
    issues: [] as DeskIssueWhole[],
    mayAnnounce: true,
  };
  const held = () => state.tickets.filter((ticket) => ticket.held).length;
  const meet = <T extends object>(call: [string, ...unknown[]], answer: () => T | Failure) => {
    state.calls.push(call);
    return Promise.resolve(state.failure ?? answer());
  };
  const guarded = <T,>(call: [string, ...unknown[]], answer: () => { ok: true; value: T } | Failure) =>
    meet(call, () => (state.signedIn ? answer() : signedOut));
  const find = (id: string) => state.tickets.find((ticket) => ticket.id === id);
  const denied: Failure = { ok: false, kind: 'problem', status: 403, code: 'not-allowed' };
  const missing: Failure = { ok: false, kind: 'problem', status: 404, code: 'not-found' };
  const change = (id: string, next: Partial<DeskTicket>) => {
    state.tickets = state.tickets.map((ticket) => (ticket.id === id ? { ...ticket, ...next } : ticket));
    return find(id);
  };
  const people = createFakePeople(guarded);
  const client: DeskClient = {
    session: () =>
      guarded(['session'], () => ({ ok: true, value: { ...session, role: state.role, team: state.team } })),
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
    tickets: ({ status, queue, q, pages }) =>
      guarded(['tickets', status, pages], () => ({
        ok: true,
        value: {
          tickets: state.tickets.filter(
            (ticket) =>
              (!status || ticket.status === status) &&
              (!q || JSON.stringify(ticket).includes(q)) &&
              (!queue ||
                ticket.group === queue ||
                `tier:${ticket.tier}` === queue ||
                (queue === 'mine' && ticket.assignee === session.id) ||
                (queue === 'held' && ticket.held)),
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
    setStatus: (id, status, cause) =>
      guarded(['setStatus', id, status, ...(cause ? [cause] : [])], () => {
        const ticket = change(id, { status, ...(cause && { cause }) });
        return ticket ? { ok: true, value: ticket } : missing;
      }),
    change: (id, change) =>
      guarded(['change', id, change], () => {
        const ticket = find(id);
        return ticket ? { ok: true, value: ticket } : missing;
      }),
    note: (id, { key, text }) =>
      guarded(['note', id, { key, text }], () => {
        const note = { id: key, author: { id: 'mira', name: 'Mira' }, text, at: at(0) };
        change(id, { notes: [...(find(id)?.notes ?? []), note] });
        return { ok: true, value: note };
      }),
    routing: () => guarded(['routing'], () => ({ ok: true, value: table })),
    handoverDraft: (id, to) =>
      guarded(['handoverDraft', id, to], () => {
        const ticket = find(id);
        return ticket ? { ok: true, value: fakeDraft(ticket, to, state.team) } : missing;
      }),
    handOver: (id, body) =>
      guarded(['handOver', id, body], () => {
        const ticket = find(id);
        return ticket ? fakeHandOver(ticket, body, state.team, change) : missing;
      }),
    queues: () => guarded(['queues'], () => ({ ok: true, value: { ...none, held: held() } })),
    changes: (after) =>
      guarded(['changes', after], () => {
        const text = JSON.stringify(state.tickets);
        if (text !== state.known) state.cursor += 1;
        state.known = text;
        const tickets = after !== undefined && after < state.cursor ? state.tickets.map(({ id }) => id) : [];
        return { ok: true, value: { cursor: state.cursor, tickets, presence: state.presence } };
      }),
    listen: (after, listener) => {
      state.calls.push(['listen', after]);
      if (!state.streams) queueMicrotask(listener.onEnd);
      else state.listener = listener;
      return () => {
        state.listener = undefined;
      };
    },
    presence: (at) => guarded(['presence', at], () => ({ ok: true, value: undefined })),
    hours: () => meet(['hours'], () => ({ ok: true as const, value: tableHours })),
    report: (query) =>
      guarded(['report', query], () => (state.report ? { ok: true, value: state.report(query) } : denied)),
    walkthroughs: (query) =>
      guarded(['walkthroughs', query], () => (state.walkthroughs ? { ok: true, value: state.walkthroughs } : denied)),
    people: people.client,
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
  return { state, client, people: people.state };
};

const noAnswer = async (): Promise<Failure> => offline;
/** For tests that are about something else. */
const noKnowledge: KnowledgeClient = { index: noAnswer, part: noAnswer, document: noAnswer, replies: noAnswer };

const t = createTranslate('en', { ...messages, ...threadEn, ...en });

/** The desk on the page. Timers and the clock are the test's. */
export const openDesk = async (
  fake: ReturnType<typeof createFakeDesk>,
  address = '/desk/',
  knowledge: KnowledgeClient = noKnowledge,
) => {
  history.replaceState(null, '', address);
  let keys = 0;
  const kit: DeskKit = {
    t,
    locale: 'en',
    moments: createMoments('en', 'UTC'),
    client: fake.client,
    knowledge,
    drafts: openDrafts(
      openMemory(() => sessionStorage),
      () => `key-of-a-draft-${++keys}`,
    ),
    memory: openMemory(() => localStorage),
    company: 'Acme',
    topics: [{ id: 'widget', title: { en: 'The widget', de: 'Das Widget' } }],
    locales: ['en', 'de'],
    groups: [],
    me: { id: '', name: '', role: 'agent' },
    team: [],
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
