import { onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { problem } from '../../../api/contract/problem.ts';
import { routes } from '../../../api/contract/routes.ts';
import { type CreateTicket, ticketReceipt } from '../../../api/contract/ticket.ts';
import { createApp } from '../../../api/http/app.ts';
import type { AppDeps } from '../../../api/http/env.ts';
import { createSecrets, hashOf } from '../../../api/secrets.ts';
import { openSqlite } from '../../../api/store/sqlite.ts';
import type { Person } from '../../../api/store/store.ts';
import { defaultRouting } from '../../../content/compile/routing/default.ts';

/** One group that answers everything within eight hours, day and night. */
const everybody = defaultRouting({ name: 'Acme Help', locales: ['en', 'de'], firstReplyHours: 8, topics: [] });
export const origin = 'http://localhost:4321';
export const start = Date.UTC(2026, 10, 22, 12);

type Change = Partial<Omit<AppDeps, 'config'>> & { config?: Partial<AppDeps['config']> };

/** The app over an empty database in memory, with a clock that stands still until it is moved. */
export function openApi({ config, ...change }: Change = {}) {
  const { store, close } = openSqlite(':memory:', start);
  onTestFinished(close);
  const clock = { now: start };
  const lines: string[] = [];
  const deps: AppDeps = {
    store,
    settings: {
      name: 'Acme Help',
      locales: ['en', 'de'],
      firstReplyHours: 8,
      topics: [
        { id: 'billing', title: { en: 'Billing', de: 'Rechnung' } },
        { id: 'other', title: { en: 'Something else' } },
      ],
    },
    routing: everybody,
    secrets: createSecrets('a secret for tests, 32 characters or more'),
    now: () => clock.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    log: (line) => lines.push(line),
    config: {
      base: '/',
      siteUrl: undefined,
      origins: [{ kind: 'localhost' }],
      proxies: 0,
      rateLimit: 0,
      agent: undefined,
      tickToken: undefined,
      ...config,
    },
    ...change,
  };
  const app = createApp(deps);
  const send = async (path: string, init: RequestInit = {}, address = '192.0.2.1') =>
    app.request(new Request(new URL(path, origin), init), undefined, { address });
  return { app, deps, store: deps.store, clock, lines, send };
}
export type Api = ReturnType<typeof openApi>;

export const ticketBody = (change: Partial<CreateTicket> = {}): CreateTicket => ({
  topic: 'billing',
  message: 'The invoice is wrong.',
  context: [],
  locale: 'en',
  ...change,
});

let keys = 0;
/** A key nobody has used. */
export const newKey = (): string => {
  keys += 1;
  return `key-of-some-test-${keys}`;
};

/** A POST of JSON as a program sends it: no Origin. */
export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
  body: JSON.stringify(body),
});

/** Creates a ticket and answers its receipt. */
export async function createTicket({ send }: Api, change: Partial<CreateTicket> = {}) {
  const response = await send(routes.tickets, post(ticketBody(change)));
  return ticketReceipt.parse(await response.json());
}

export const mo: Person = { id: 'mo', name: 'Mo', role: 'agent', groups: [] };

/** A sign-in link for a person, who is in the team from then on. */
export async function linkFor(
  { store, clock }: Api,
  token: string,
  person: Person = mo,
  expiresAt = clock.now + 1_000,
) {
  await store.keepPerson(person, clock.now);
  await store.createSignInLink({ tokenHash: await hashOf(token), person: person.id, expiresAt });
}

/** Signs an agent in; what it sends looks like the desk's page. */
export async function signIn(api: Api, change: Partial<Person> = {}) {
  const { send, clock } = api;
  const person: Person = { ...mo, ...change };
  const token = `sign-in-${newKey()}`.padEnd(43, '-');
  await linkFor(api, token, person, clock.now + 1_000);
  const response = await send(routes.deskSession, post({ token }, { 'sec-fetch-site': 'same-origin' }));
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    response,
    cookie,
    get: (path: string) => send(path, { headers: { cookie } }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(path, post(body, { cookie, 'sec-fetch-site': 'same-origin', ...headers })),
  };
}

/** Status, code and Retry-After of a problem; throws when the answer is none. */
export async function problemOf(response: Response) {
  const type = z.literal('application/problem+json').parse(response.headers.get('content-type'));
  const body = problem.parse(await response.json());
  return { ...body, type, link: body.type, status: response.status };
}
