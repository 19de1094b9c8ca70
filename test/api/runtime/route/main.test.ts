import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../../api/store/sqlite.ts';
import { fixture } from '../../routing/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierzero-route-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const route = (...args: string[]) =>
  spawnSync(process.execPath, ['api/runtime/route/main.ts', ...args], { encoding: 'utf8' });

const ticket = { topic: 'other', locale: 'de', message: 'Mein Konto wurde gehackt', context: [] };
const rules = write('routing.json', fixture);
const hacked = write('hacked.json', ticket);
const at = '2026-11-27T18:00:00Z';

describe('npm run route -- --ticket', () => {
  it('prints where it goes, why, by when, and the rule that would have matched next', () => {
    const { stdout, stderr, status } = route('--ticket', hacked, '--rules', rules, '--at', at);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout.split('\n')).toEqual([
      'tier        3',
      'group       security',
      'priority    urgent',
      'first reply by 2026-11-27T18:30:00.000Z, 30m of around the clock (policy engineering)',
      'resolution  none promised',
      'rule        security (routing/rules.yaml:2)',
      'next rule   everything (routing/rules.yaml:102)',
      'notice      whoever leads should hear of it',
      'requester   goes to Security because es die Sicherheit betreffen kann',
      'reasons',
      '  rule security: it may concern security (routing/rules.yaml:2)',
      '  needs-access incident',
      '  tier-lacks-access 1 incident',
      '  tier-lacks-access 2 incident',
      '  group 3 security: Security',
      '  group-speaks de',
      '  group-open',
      '  priority urgent (routing/rules.yaml:2)',
      '  notify-rule security (routing/rules.yaml:2)',
      '',
    ]);
  });

  it('prints one JSON object, also from a folder that has the compiled rules', () => {
    const exhausted = write('exhausted.json', { ...ticket, message: 'hi', exhausted: 3, verified: true });
    const { stdout, status } = route('--ticket', exhausted, '--rules', folder, '--at', at, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      tier: 3,
      group: { id: 'security', isOpen: true },
      notify: true,
      rule: { id: 'persistent' },
      next: { id: 'everything' },
      promise: { policy: 'engineering', firstReply: '4h', resolution: '32h' },
    });
  });

  it('names the place of every mistake in a ticket, and what should be there', () => {
    const wrong = write('wrong.json', { ...ticket, topic: 'No Slug', exhausted: 4, extra: 1 });
    const { stderr, status } = route('--ticket', wrong, '--rules', rules);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      `${wrong}: topic: expected lower case letters, digits and hyphens`,
      `${wrong}: exhausted: expected at most 3`,
      `${wrong}: $: expected no other fields`,
    ]);
    const torn = write('torn.json', '{"topic": ');
    expect(route('--ticket', torn, '--rules', rules).stderr).toContain(
      `${torn}: Unexpected end of JSON input; expected JSON`,
    );
    expect(route('--ticket', join(folder, 'none.json'), '--rules', rules).stderr).toContain('cannot be read (ENOENT)');
  });

  it('refuses rules that leave tickets without a group or a promise', () => {
    const holes = write('holes.json', { ...fixture, groups: [], rules: [], policies: [] });
    const { stderr, status } = route('--ticket', hacked, '--rules', holes);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      `${holes}: groups: expected at least one`,
      `${holes}: rules: expected a last one without "when", for every other ticket`,
      `${holes}: policies: expected a last one without "when", for every other ticket`,
    ]);
    mkdirSync(join(folder, 'empty'));
    expect(route('--ticket', hacked, '--rules', join(folder, 'empty')).stderr).toContain(
      'empty: found no rules; expected a compiled routing.json, or groups.yaml, rules.yaml',
    );
  });

  it('counts the hours of the group that has it', () => {
    const hello = write('hello.json', { topic: 'other', locale: 'en', message: 'hello' });
    // A Friday evening: all hours of Monday.
    const { promise } = JSON.parse(route('--ticket', hello, '--rules', rules, '--at', at, '--json').stdout);
    expect(promise).toMatchObject({ firstReply: '8h', firstReplyBy: '2026-11-30T16:00:00.000Z' });
  });

  it('compiles rules as authors write them: of a content folder, or a folder of rules somewhere else', () => {
    const drafts = join(folder, 'drafts');
    cpSync('content/routing', drafts, { recursive: true });
    for (const place of ['content', 'content/routing', drafts]) {
      const { stdout, stderr, status } = route('--ticket', hacked, '--rules', place, '--at', at);
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).toContain('rule        everything-else (routing/rules.yaml:');
    }
    const text = readFileSync(join(drafts, 'rules.yaml'), 'utf8');
    writeFileSync(join(drafts, 'rules.yaml'), text.replace('article:deploy,', 'article:gone,'));
    const { stderr, status } = route('--ticket', hacked, '--rules', drafts);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /drafts\/rules\.yaml:\d+ rules\[\d+\]\.when\.unhelpful\[0\] {2}found "article:gone"; expected/,
    );
  });

  it('ends with 2 and its usage for an option it does not understand, with 0 when asked for it', () => {
    for (const [args, complaint] of [
      [[], '--ticket: found none'],
      [['--ticket', hacked, '--replay', 'x.db'], '--replay: found it beside --ticket'],
      [['--ticket', hacked, '--at', 'tomorrow'], '--at: found "tomorrow"; expected an instant'],
      [['--replay', 'x.db'], '--rules: found none'],
      [['--nope'], '--nope: found an option that nobody knows'],
    ] as const) {
      const { stderr, status } = route(...args);
      expect(status).toBe(2);
      expect(stderr).toContain(complaint);
      expect(stderr).toContain('npm run route --');
    }
    expect(route('--help')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('npm run route -- --replay', () => {
  const database = join(folder, 'tierzero.db');
  const changed = write('changed.json', { ...fixture, rules: fixture.rules.filter(({ id }) => id !== 'security') });

  const verified = join(folder, 'verified.db');

  beforeAll(async () => {
    await fill(database, ['I was hacked', 'hello', 'phishing', 'hacked again', 'charged twice']);
    await fill(verified, ['hello'], { verified: true, exhausted: 2 });
  });

  const fill = async (file: string, messages: string[], kept: { verified?: boolean; exhausted?: 0 | 2 } = {}) => {
    const { store, close } = openSqlite(file, 1);
    for (const [place, text] of messages.entries()) {
      const claim = { id: `claim ${place}`, owner: 'test' };
      await store.claimKey({ ...claim, bodyHash: 'hash', now: 1, leaseMs: 1_000 });
      const known = { status: 'new', tier: 1, priority: 'normal', topic: 'other', locale: 'en' } as const;
      const placed = { group: 'support', rule: 'rest', exhausted: 0, verified: false, resolveBy: undefined } as const;
      const looks = { dueBy: undefined, lookAt: undefined, leadAsked: false, events: [] };
      const ticket = {
        ...known,
        ...placed,
        ...looks,
        ...kept,
        id: `id ${place}`,
        reference: `TZ-00000${place}`,
        capabilityHash: `hash ${place}`,
        reasons: [],
        name: undefined,
        address: undefined,
        excerpt: text,
        context: [],
        held: false,
        tags: [],
        issue: undefined,
        createdAt: place + 1,
        firstReplyBy: 9,
        message: { id: `message ${place}`, text },
      };
      await store.createTicket(ticket, claim, { status: 201, body: '{}' });
    }
    close();
  };

  it('prints what would move where, with counts', () => {
    const { stdout, stderr, status } = route('--replay', database, '--rules', changed, '--current', rules);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout.trimEnd().split('\n')).toEqual([
      '5 tickets: 2 stay, 3 move',
      '     3  tier 3 security urgent → tier 1 support normal  (TZ-000000, TZ-000002, TZ-000003)',
    ]);
  });

  it('prints one JSON object, and moves nothing when nothing has changed', () => {
    const moved = JSON.parse(route('--replay', database, '--rules', changed, '--current', rules, '--json').stdout);
    expect(moved).toMatchObject({
      tickets: 5,
      stay: 2,
      move: 3,
      moves: [{ count: 3, to: { tier: 1, group: 'support' } }],
    });
    const same = JSON.parse(route('--replay', database, '--rules', rules, '--current', rules, '--json').stdout);
    expect(same).toEqual({ tickets: 5, stay: 5, move: 0, moves: [], skipped: [] });
  });

  it('takes each ticket as it came in, with what was shown, and before anything had happened to it', () => {
    const always = fixture.rules.filter(({ when }) => Object.keys(when).length === 0);
    const known = { ...always[0], id: 'known', when: { verified: true }, priority: 'urgent' };
    const worn = { ...known, id: 'worn', when: { exhausted: 1 } };
    const asked = write('asked.json', { ...fixture, rules: [known, ...always] });
    const plain = write('plain.json', { ...fixture, rules: always });
    const { stdout } = route('--replay', verified, '--rules', asked, '--current', plain);
    expect(stdout.split('\n')[0]).toBe('1 tickets: 0 stay, 1 move');
    const later = write('later.json', { ...fixture, rules: [worn, ...always] });
    expect(route('--replay', verified, '--rules', later, '--current', plain).stdout).toContain('1 stay, 0 move');
  });

  it('leaves out what cannot be read, and names it', async () => {
    const damaged = join(folder, 'damaged.db');
    await fill(damaged, ['hello', 'I was hacked', 'hello again']);
    const db = new DatabaseSync(damaged);
    db.exec(`update ticket set context = '[{"kind":"old"}]' where reference = 'TZ-000000'`);
    db.exec(`update ticket set context = 'none' where reference = 'TZ-000002'`);
    db.close();
    const { stdout, stderr, status } = route('--replay', damaged, '--rules', changed, '--current', rules);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('1 tickets: 0 stay, 1 move');
    expect(stdout).toContain('2 cannot be read and are left out: TZ-000000, TZ-000002');
  });

  it('reads a database from before tickets were routed', () => {
    const old = join(folder, 'old.db');
    const db = new DatabaseSync(old);
    db.exec(readFileSync('api/store/migrations/0001-tickets.sql', 'utf8'));
    db.exec(`
      insert into ticket values ('a', 'TZ-000009', 'hash', 'new', 1, 'normal', '[]', 'other', 'en', null, null, 'hacked', '[]', 0, 1, 1, 9, null);
      insert into message values ('m', 'a', 1, 'requester', null, 'I was hacked', 1);`);
    db.close();
    const { stdout, stderr } = route('--replay', old, '--rules', changed, '--current', rules);
    expect(stderr).toBe('');
    expect(stdout).toContain('1 tickets: 0 stay, 1 move');
  });

  it('only reads the database', () => {
    const before = readFileSync(database);
    route('--replay', database, '--rules', changed, '--current', rules);
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it('says what it expected of a file that is none, and makes no database', () => {
    const missing = route('--replay', join(folder, 'none.db'), '--rules', changed, '--current', rules);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('expected the database of a server');
    const text = write('text.db', 'no database at all, and long enough to be looked at as one');
    expect(route('--replay', text, '--rules', changed, '--current', rules).stderr).toContain('file is not a database');
    expect(() => readFileSync(join(folder, 'none.db'))).toThrow();
  });
});
