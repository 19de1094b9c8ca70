import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../api/store/queue-counts.ts';
import { openSqlite } from '../../../api/store/sqlite.ts';
import { type Statement, StoreUnavailable } from '../../../api/store/statement.ts';
import { listStatement } from '../../../api/store/ticket-list.ts';
import type { TicketFilter } from '../../../api/store/ticket-query.ts';
import { searchStatement } from '../../../api/store/ticket-search.ts';
import { deskStoreConformance } from '../../conformance/desk-store.ts';
import { storeConformance } from '../../conformance/store.ts';
import { walkthroughStoreConformance } from '../../conformance/walkthrough-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierzero-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const freshFile = () => {
  files += 1;
  return join(folder, `${files}.db`);
};

storeConformance('SQLite in memory', () => openSqlite(':memory:', 0));
storeConformance('SQLite in a file', () => openSqlite(freshFile(), 0));
deskStoreConformance('SQLite in memory', () => openSqlite(':memory:', 0));
walkthroughStoreConformance('SQLite in memory', () => openSqlite(':memory:', 0));

const mo = { id: 'mo', name: 'Mo', role: 'agent' as const, groups: [] };

describe('SQLite file', () => {
  const session = { tokenHash: 'l', sessionHash: 's', sessionExpiresAt: 9, now: 1 };

  test('keeps what was done when it is opened again', async () => {
    const path = freshFile();
    const first = openSqlite(path, 0);
    await first.store.keepPerson(mo, 0);
    await first.store.createSignInLink({ tokenHash: 'l', person: 'mo', expiresAt: 9 });
    first.close();
    const second = openSqlite(path, 0);
    expect(await second.store.redeemSignInLink(session)).toEqual(mo);
    second.close();
  });

  test('writes ahead in a log, so that readers never wait for a writer', () => {
    const path = freshFile();
    openSqlite(path, 0).close();
    const db = new DatabaseSync(path);
    expect(db.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  test('refuses a database of a newer program and one with another history', () => {
    const path = freshFile();
    openSqlite(path, 0).close();
    const db = new DatabaseSync(path);
    db.exec("insert into migration values (99, 'x', 0)");
    expect(() => openSqlite(path, 0)).toThrow(/version 99, this program knows \d+/);
    db.exec("delete from migration where version = 99; update migration set hash = 'x'");
    db.close();
    expect(() => openSqlite(path, 0)).toThrow(/Migration 1 is not the one that was applied/);
  });

  test('says that it is unavailable, and does nothing, while it cannot write', async () => {
    const path = freshFile();
    const { store, close } = openSqlite(path, 0, 20);
    await store.keepPerson(mo, 0);
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    const link = { tokenHash: 'l', person: 'mo', expiresAt: 9 };
    await expect(store.createSignInLink(link)).rejects.toBeInstanceOf(StoreUnavailable);
    other.exec('rollback');
    other.close();
    await store.createSignInLink(link);
    expect(await store.redeemSignInLink(session)).toEqual(mo);
    close();
  });

  const planOf = (statement: Statement) => {
    const path = freshFile();
    openSqlite(path, 0).close();
    const db = new DatabaseSync(path);
    const plan = db.prepare(`explain query plan ${statement.text}`).all(...statement.values);
    db.close();
    return plan.map(({ detail }) => String(detail));
  };

  const lists: [string, TicketFilter, string][] = [
    ['everything', {}, 'ticket_all'],
    ['what is open', { isOpen: true }, 'ticket_open'],
    ['one status', { status: 'new' }, 'ticket_open'],
    ['a status that is over', { status: 'solved' }, 'ticket_all'],
    [
      'every filter at once',
      {
        ...{ tier: 2, group: 'exports', priority: 'high', topic: 'x', tag: 'csp', assignee: 'mo', isMerged: false },
        ...{ held: false, leadAsked: true, breachedBy: 9, groups: ['exports'], isOpen: true },
      },
      'ticket_open',
    ],
  ];
  test.each(lists)('lists %s in an index that holds all of it, without sorting', (_, filter, index) => {
    for (const order of ['activity', 'due'] as const) {
      for (const before of [undefined, { dueBy: 5, updatedAt: 5, id: 'x' }]) {
        const plan = planOf(listStatement({ ...filter, order, before, limit: 9 }));
        expect(plan[0]).toMatch(new RegExp(`^SEARCH ticket USING (?:COVERING )?INDEX ${index}_${order} `));
        expect(plan.join()).not.toContain('TEMP B-TREE');
      }
    }
  });

  test('counts in the index of what is open alone', () => {
    for (const statement of countStatements({ person: 'mo', groups: ['a'], now: 9 })) {
      expect(planOf(statement)[0]).toContain('ticket USING COVERING INDEX ticket_open_activity');
    }
  });

  test('searches by words, and looks filters up in an index', () => {
    const search = { terms: [{ text: 'a', isPrefix: true }], isInternal: true, offset: 0, limit: 9 };
    const all = planOf(searchStatement(search)).join('\n');
    expect(all).toMatch(/SCAN ticket_search VIRTUAL TABLE INDEX \d+:M/);
    expect(all).toContain('SEARCH ticket USING COVERING INDEX ticket_document (document=?)');
    const filtered = planOf(searchStatement({ ...search, tag: 'csp', isOpen: true })).join('\n');
    expect(filtered).toContain('LIST SUBQUERY');
    expect(filtered).toContain('SCAN ticket USING COVERING INDEX ticket_open_activity');
    expect(filtered).not.toMatch(/SCAN ticket(?:\n| USING INDEX)/);
  });
});
