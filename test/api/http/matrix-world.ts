import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { routes } from '../../../api/contract/routes.ts';
import type { Knowledge } from '../../../api/http/knowledge.ts';
import { hashOf } from '../../../api/secrets.ts';
import { openSqlite } from '../../../api/store/sqlite.ts';
import { groupsOf } from './groups.ts';
import { createTicket, linkFor, openApi, signIn, start } from './harness.ts';
import type { Kind } from './matrix-rows.ts';

/** In every text of another group's ticket. */
export const secret = 'only-for-others';
const timer = 'a token of a timer, 32 characters or more'.replaceAll(' ', '-');
const names = z.array(z.object({ name: z.string() }));

/** One internal article. */
const knowledge: Knowledge = {
  content: async () => ({
    format: 1,
    locales: [
      {
        locale: 'en',
        index: 'en-search.txt',
        documents: [
          {
            id: 'internal:how-we-work',
            slug: 'how-we-work',
            locale: 'en',
            title: 'How we work',
            description: 'For us.',
            updated: '2026-11-22',
            body: [],
            source: 'en/internal/how-we-work.md',
          },
        ],
        replies: [],
      },
    ],
  }),
  index: async () => new Uint8Array(),
};

/** Two tenants in one database: a partner, and everybody else. One of everything that has an id. */
export async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'tierzero-matrix-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'tierzero.db');
  const { store, close } = openSqlite(path, start);
  const reader = new DatabaseSync(path, { readOnly: true });
  onTestFinished(() => {
    reader.close();
    close();
  });
  const api = openApi({ store, routing: groupsOf({}), knowledge, config: { tickToken: timer } });

  const theirs = await createTicket(api, { message: `Something else, ${secret}.`, name: secret });
  const printing = await createTicket(api, { message: `The printer, ${secret}.` });
  const own = await createTicket(api, { message: 'Our hosting is slow.' });
  const idOf = async ({ capability }: { capability: string }) =>
    (await store.threadByCapability(await hashOf(capability)))?.ticket.id ?? '';

  const desks = {
    partner: await signIn(api, { id: 'pia', name: 'Pia', groups: ['hosting'] }),
    agent: await signIn(api, { id: 'mo', name: 'Mo' }),
    admin: await signIn(api, { id: 'ann', name: 'Ann', role: 'admin' }),
  };
  await store.keepPerson({ id: 'cy', name: 'Cy', role: 'admin', groups: [] }, start);
  await store.keepPerson({ id: 'bo', name: 'Bo', role: 'agent', groups: [] }, start);
  await linkFor(api, 'l'.repeat(43), { id: 'bo', name: 'Bo', role: 'agent', groups: [] });
  await store.invite({
    id: 'an-invitation',
    tokenHash: await hashOf('i'.repeat(43)),
    name: 'In',
    role: 'agent',
    groups: [],
    invitedBy: { id: 'ann', name: 'Ann' },
    createdAt: start,
    expiresAt: start + 1_000,
  });

  await store.keepIssue({
    id: 'an-issue-of-ours',
    titles: { en: 'Slow' },
    texts: { en: 'We look.' },
    topic: 'billing',
    author: { id: 'mo', name: 'Mo' },
    createdAt: start,
  });

  /** An id that works, of each kind. */
  const good: Record<Kind, string> = {
    ticket: await idOf(own),
    capability: own.capability,
    person: 'bo',
    invitation: 'an-invitation',
    group: 'hosting',
    link: 'l'.repeat(43),
    timer,
    document: 'internal:how-we-work',
    issue: 'an-issue-of-ours',
  };
  const sessionToken = desks.admin.cookie.split('=')[1] ?? '';
  /** Ids of other tenants, ids of other kinds, what is kept in place of secrets, and what is no id. */
  const all: Record<string, { value: string; of?: Kind; isTheirs?: true }> = {
    "another group's ticket": { value: await idOf(theirs), of: 'ticket', isTheirs: true },
    "another partner's ticket": { value: await idOf(printing), of: 'ticket', isTheirs: true },
    'a ticket of their own': { value: good.ticket, of: 'ticket' },
    'a reference': { value: theirs.reference },
    "another thread's capability": { value: theirs.capability, of: 'capability' },
    'the hash of a capability': { value: await hashOf(theirs.capability) },
    'another person': { value: 'mo', of: 'person' },
    'an issue': { value: good.issue, of: 'issue' },
    'an invitation': { value: good.invitation, of: 'invitation' },
    'the hash of an invitation': { value: await hashOf('i'.repeat(43)) },
    'another group': { value: 'printing', of: 'group', isTheirs: true },
    'a session': { value: sessionToken },
    'the hash of a session': { value: await hashOf(sessionToken) },
    'the hash of a link': { value: await hashOf(good.link) },
    'an unknown id': { value: 'AbCdEfGhIjKlMnOpQrStUv' },
    'an unknown token': { value: 'u'.repeat(43) },
    'a path': { value: '../../session' },
    quotes: { value: "' or 1=1 --" },
    'a pattern': { value: '%' },
    'a very long text': { value: 'x'.repeat(3_000) },
    'a null character': { value: 'a\0b' },
    'bidi controls': { value: '\u202eabc' },
  };

  /** Everything that is kept, but for counters and keys. */
  const dump = (without: readonly string[] = []): Record<string, unknown[]> => {
    const tables = names
      .parse(reader.prepare("select name from sqlite_master where type = 'table' order by name").all())
      .map(({ name }) => name)
      .filter((name) => !['rate', 'claim', 'sqlite_sequence', ...without].includes(name));
    return Object.fromEntries(tables.map((name) => [name, reader.prepare(`select * from "${name}"`).all()]));
  };
  return { ...api, desks, good, all, dump, session: routes.deskSession };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
