import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const folder = new URL('./migrations/', import.meta.url);
const applied = z.array(z.object({ version: z.int(), hash: z.string() }));

/**
 * Brings the database to the version of this program. Each migration commits with its entry in `migration`, or leaves
 * nothing; a process that starts at the same time waits and finds it done.
 */
export function migrate(db: DatabaseSync, now: number): void {
  db.exec(
    'create table if not exists migration (version integer primary key, hash text not null, at integer not null) strict',
  );
  const known = readMigrations();
  for (const { version, text, hash } of known) {
    db.exec('begin immediate');
    try {
      const done = applied.parse(db.prepare('select version, hash from migration').all());
      checkHistory(done, known);
      if (!done.some((entry) => entry.version === version)) {
        db.exec(text);
        db.prepare('insert into migration (version, hash, at) values (?, ?, ?)').run(version, hash, now);
      }
      db.exec('commit');
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
  }
}

interface Migration {
  version: number;
  text: string;
  hash: string;
}

/** `0001-tickets.sql` is version 1; without gaps, so that a forgotten file is noticed. */
function readMigrations(): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name, index) => {
    const version = Number.parseInt(name, 10);
    if (version !== index + 1) throw new Error(`Migration ${name} should have number ${index + 1}.`);
    // Line ends may differ between checkouts of the same file.
    const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
    return { version, text, hash: createHash('sha256').update(text).digest('hex') };
  });
}

function checkHistory(done: z.infer<typeof applied>, known: Migration[]): void {
  for (const { version, hash } of done) {
    const own = known[version - 1];
    if (!own)
      throw new Error(`The database has version ${version}, this program knows ${known.length}: run a newer one.`);
    if (own.hash !== hash) throw new Error(`Migration ${version} is not the one that was applied: restore the file.`);
  }
}
