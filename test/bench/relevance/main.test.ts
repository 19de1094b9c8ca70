import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { articles } from './example.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierzero-relevance-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ['corpora', 'queries']) mkdirSync(join(folder, name));
const write = (file: string, lines: readonly unknown[]): string => {
  const path = join(folder, file);
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
};

const corpus = write('corpora/five.jsonl', articles);
const queries = write('queries/five.dev.jsonl', [
  {
    qid: '1',
    query: 'How do I reset my password?',
    article_ids: ['account/password'],
    kind: 'issue-title',
    split: 'dev',
  },
  { qid: '2', query: 'invoice', article_ids: ['billing/invoice'] },
  { qid: '1-typo', query: 'reset pasword', article_ids: ['account/password'], kind: 'derived-typo', parent: '1' },
  { qid: '3', query: 'no such thing', article_ids: ['elsewhere'] },
]);
const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['test/bench/relevance/main.ts', ...args], { encoding: 'utf8' });

describe('bench:relevance', () => {
  it('reads corpora in another language by its endings', () => {
    const german = write('de.jsonl', [
      { id: 'mail', title: 'Rechnung per Mail', body: 'Die Rechnung kommt mit der Post.' },
      { id: 'invoice', title: 'Rechnungen herunterladen', body: 'Jede Rechnung ist eine Datei.' },
    ]);
    const asked = write('de.dev.jsonl', [
      { qid: '1', query: 'heruntergeladene Rechnungen', article_ids: ['invoice'] },
      { qid: '2', query: 'ich lade herunter', article_ids: ['invoice'] },
    ]);
    const { status, stdout } = bench('--corpus', german, '--queries', asked, '--locale', 'de', '--answers', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ n: 2, answers: { sentences: { n: 2 } } });
    expect(bench('--corpus', german, '--queries', asked, '--locale', 'Deutsch').stderr).toContain('--locale: found');
  });
  it('prints its usage when asked', () => {
    const { status, stdout } = bench('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--locale TAG');
  });
  it('prints one JSON object: together, by column and kind, by corpus, and against a peer', () => {
    const { status, stdout, stderr } = bench('--corpus', corpus, '--queries', queries, '--json', '--compare', 'lunr');
    expect(stderr).toContain('warning: five: 1 of 4 questions are left out');
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ engine: 'tierzero', n: 3, success1: 1, success5: 1, mrr10: 1, ndcg10: 1, zero: 0 });
    expect(Object.keys(result.byKind)).toEqual(['sentence', 'derived-typo', 'issue-title']);
    expect(result.byKind.sentence).toMatchObject({ n: 2, success1: 1 });
    expect(result.corpora.five).toMatchObject({ n: 3, byKind: result.byKind });
    expect(result.p50Ms).toBeGreaterThan(0);
    const { lunr } = result.compare;
    // lunr finds `reset`, so nothing is lost on five articles.
    expect(lunr).toMatchObject({ n: 3, success1: 1 });
    expect(lunr.difference.overall).toEqual({
      success1: { difference: 0, low: 0, high: 0 },
      success5: { difference: 0, low: 0, high: 0 },
    });
    expect(Object.keys(lunr.difference.byKind)).toEqual(['sentence', 'derived-typo']);
  });

  it('prints a Markdown table of all engines over a suite', () => {
    const { status, stdout } = bench('--suite', folder, '--table');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\| Tierzero \| 1\.00 \/ 1\.00 \| 1\.00 \| \d+\.\d \|$/m);
    expect(stdout).toMatch(/^\| MiniSearch 7\.\d+\.\d+, stop words, /m);
    expect(stdout).toContain('| Among five, against | sentences | with a typo |');
  });

  it('prints how many questions get an answer on top, when asked to', () => {
    const { stdout } = bench('--corpus', corpus, '--queries', queries, '--json', '--answers');
    expect(JSON.parse(stdout).answers).toMatchObject({ sentences: { n: 2 }, all: { n: 3 }, corpora: { five: {} } });
    expect(JSON.parse(bench('--corpus', corpus, '--queries', queries, '--json').stdout)).not.toHaveProperty('answers');
    expect(bench('--corpus', corpus, '--queries', queries, '--answers').stdout).toContain(
      'answers shown from evidence',
    );
  });

  it('ends with 2 where it does not understand', () => {
    const { status, stdout, stderr } = bench('--nonsense');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--nonsense');
  });

  it('says all that is wrong with its files, and prints no figures', () => {
    const broken = write('broken.jsonl', [{ qid: 'a', query: '', article_ids: 'x' }]);
    const { status, stdout, stderr } = bench('--corpus', 'none.jsonl', '--queries', broken, '--json');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.split('\n').filter(Boolean)).toEqual([
      'none.jsonl: found no file; expected one JSON object a line',
      `${broken}:1: query: found nothing; expected something in it`,
      `${broken}:1: article_ids: found "x"; expected a list of texts`,
    ]);
  });

  it('refuses questions about another corpus', () => {
    const other = write('other.jsonl', [{ qid: 'a', query: 'x', article_ids: ['elsewhere'] }]);
    const { status, stderr } = bench('--corpus', corpus, '--queries', other);
    expect(status).toBe(1);
    expect(stderr).toContain('expected questions about this corpus');
  });
});
