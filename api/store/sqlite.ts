import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { migrate } from './migrate.ts';
import { createSqlStore } from './sql-store.ts';
import { type BatchOptions, type Executor, type Row, type Statement, StoreUnavailable } from './statement.ts';
import type { Store } from './store.ts';

/**
 * SQLite through node:sqlite. `synchronous=FULL`: what was acknowledged survives a power cut, not only a killed process.
 * `path` is a file or `:memory:`. `busyMs` is how long a command waits for another process that writes; nothing else runs
 * meanwhile, so it is short.
 */
export function openSqlite(path: string, now: number, busyMs = 3_000): { store: Store; close: () => void } {
  const db = new DatabaseSync(path, { timeout: busyMs, enableForeignKeyConstraints: true });
  try {
    db.exec('pragma journal_mode = wal; pragma synchronous = full');
    migrate(db, now);
  } catch (error) {
    db.close();
    throw error;
  }
  return { store: createSqlStore(createExecutor(db)), close: () => db.close() };
}

function createExecutor(db: DatabaseSync): Executor {
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const known = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, known);
    return known;
  };
  let durable = true;
  const setDurable = (wanted: boolean) => {
    if (wanted === durable) return;
    db.exec(`pragma synchronous = ${wanted ? 'full' : 'normal'}`);
    durable = wanted;
  };

  return {
    async batch(statements: readonly Statement[], options: BatchOptions = {}): Promise<Row[][]> {
      try {
        setDurable(options.durable ?? true);
        const begin = statements.every(isRead) ? 'begin' : 'begin immediate';
        return runAll(db, begin, () => statements.map(({ text, values }) => prepare(text).all(...values)));
      } catch (error) {
        throw isPassing(error) ? new StoreUnavailable(`SQLite: ${error.errstr}`, { cause: error }) : error;
      }
    },
  };
}

const isRead = ({ text }: Statement) => /^\s*select\b/.test(text);

/** Between begin and commit nothing is awaited: no other batch can come in between. */
function runAll<T>(db: DatabaseSync, begin: string, work: () => T): T {
  db.exec(begin);
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    // A full disk has rolled back by itself.
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
}

/** SQLITE_BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN: the environment, not the command. */
const passing = new Set([5, 6, 7, 8, 10, 13, 14]);
const isPassing = (error: unknown): error is { errstr: string } =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  passing.has(error.errcode & 0xff) &&
  'errstr' in error;
