import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { Work, Works } from './work.ts';

const work = (changes: Partial<Work> = {}): Works => ({
  articles: {
    queries: 3,
    texts: 1000,
    postings: 500,
    open: { 'reader.ts': 1000 },
    search: { 'engine.ts': 600, 'query.ts': 400 },
    ...changes,
  },
});

describe('the gate for work', () => {
  it('is silent about the same, about less, and about two percent more', () => {
    expect(judge(work(), work())).toEqual([]);
    expect(judge(work({ postings: 100 }), work())).toEqual([]);
    expect(judge(work({ postings: 510 }), work())).toEqual([]);
  });

  it('says what grew by how much, and in which file', () => {
    expect(judge(work({ postings: 550 }), work())).toEqual([
      'articles: 550 postings decoded, 10.0 % more than the committed 500.',
    ]);
    expect(judge(work({ search: { 'engine.ts': 610, 'query.ts': 500, 'new.ts': 10 } }), work())).toEqual([
      'articles: 1120 steps to search, 12.0 % more than the committed 1000, most of all in query.ts (100 more).',
    ]);
  });

  it('allows as much more as the texts have grown, and no less when they shrink', () => {
    expect(judge(work({ texts: 1100, postings: 555 }), work())).toEqual([]);
    expect(judge(work({ texts: 1100, postings: 600 }), work())).toHaveLength(1);
    expect(judge(work({ texts: 500 }), work())).toEqual([]);
  });

  it('does not take a counter that sees nothing for a search without work', () => {
    expect(judge(work({ postings: 0 }), work())[0]).toContain('no postings decoded were counted');
    expect(judge(work({ search: {} }), work())[0]).toContain('no steps to search were counted');
  });

  it('does not compare figures of other queries', () => {
    expect(judge(work({ queries: 4 }), work())).toEqual(['articles: no figure is committed for these queries.']);
    expect(judge(work(), {})).toHaveLength(1);
  });
});
