import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../../api/store/sqlite.ts';
import { StoreUnavailable } from '../../../api/store/statement.ts';
import { storeConformance } from '../../conformance/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierzero-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const freshFile = () => {
  files += 1;
  return join(folder, `${files}.db`);
};

storeConformance('SQLite in memory', () => openSqlite(':memory:', 0));
storeConformance('SQLite in a file', () => openSqlite(freshFile(), 0));

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
    expect(() => openSqlite(path, 0)).toThrow(/version 99, this program knows 4/);
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

  test('lists tickets by an index, without sorting', () => {
    const path = freshFile();
    openSqlite(path, 0).close();
    const db = new DatabaseSync(path);
    const plan = (where: string) =>
      JSON.stringify(
        db
          .prepare(
            `explain query plan select * from ticket_list where ${where} order by updatedAt desc, id desc limit 9`,
          )
          .all(),
      );
    for (const where of ["(updatedAt, id) < (9, 'x')", "status = 'new' and (updatedAt, id) < (9, 'x')"]) {
      expect(plan(where)).toMatch(/USING INDEX ticket_/);
      expect(plan(where)).not.toMatch(/TEMP B-TREE/);
    }
    db.close();
  });
});
