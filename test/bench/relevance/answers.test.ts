import { describe, expect, it } from 'vitest';
import { type Answered, answeredOf, answerLines, answerMetricsOf, answerReportOf } from './answers.ts';
import { articles } from './example.ts';

const ask = (qid: string, query: string, answer: string, kind = '') => ({
  qid,
  query,
  article_ids: [answer],
  pooled_ids: [],
  kind,
  parent: '',
});

const one = (evidence: number | undefined, isFalse: boolean, column = 'sentence', corpus = 'a'): Answered => ({
  corpus,
  column,
  query: '',
  isFalse,
  title: '',
  text: '',
  ...(evidence !== undefined && { evidence }),
});

describe('answers', () => {
  it('are taken from the files that a corpus is compiled to, and are false when their document is a wrong one', () => {
    const questions = [
      ask('1', 'when can deleting an account be undone', 'account/delete'),
      ask('2', 'when can deleting an account be undone', 'billing/invoice'),
      ask('3', 'zzzkqx unicorn', 'account/delete', 'derived-typo'),
    ];
    const answered = answeredOf({ name: 'five', locale: 'en', articles, questions });
    // Sentences of four words are too short to be an answer.
    expect(answered.map(({ evidence, isFalse }) => [evidence === undefined, isFalse])).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ]);
    const longer = articles.map((article) =>
      article.id === 'account/delete'
        ? { ...article, body: 'Once it is deleted, an account cannot be undone.' }
        : article,
    );
    const [right, wrong, none] = answeredOf({ name: 'five', locale: 'en', articles: longer, questions });
    expect(right).toMatchObject({ corpus: 'five', column: 'sentence', isFalse: false, title: 'Delete an account' });
    expect(right?.text).toBe('Once it is deleted, an account cannot be undone.');
    expect(right?.evidence).toBeGreaterThan(0.8);
    expect(wrong).toEqual({ ...right, isFalse: true });
    expect(none).toEqual({
      corpus: 'five',
      column: 'derived-typo',
      query: 'zzzkqx unicorn',
      isFalse: false,
      title: '',
      text: '',
    });
  });

  it('are counted from some evidence on', () => {
    const answered = [one(0.9, false), one(0.8, true), one(0.7, true), one(undefined, false)];
    expect(answerMetricsOf(answered, 0.8)).toEqual({ n: 4, shown: 2, share: 0.5, false: 1, falseRate: 0.5 });
    expect(answerMetricsOf([], 0.8)).toEqual({ n: 0, shown: 0, share: 0, false: 0, falseRate: 0 });
  });

  it('are reported together, by corpus and column, and as a curve', () => {
    const report = answerReportOf([one(1.2, false), one(0.9, true, 'derived-typo'), one(0.9, false, 'sentence', 'b')]);
    expect(report).toMatchObject({
      sentences: { n: 2, shown: 2, false: 0 },
      all: { n: 3, shown: 3, false: 1, falseRate: 0.3333 },
      corpora: { a: { sentences: { n: 1 }, all: { n: 2, falseRate: 0.5 } }, b: { all: { n: 1 } } },
      byKind: { sentence: { n: 2 }, 'derived-typo': { falseRate: 1 } },
    });
    expect(report.curve.find(({ least }) => least === 1)).toMatchObject({ all: { shown: 1, falseRate: 0 } });
    expect(answerLines(report).join('\n')).toContain(
      'together                    2 of 2    100.0 %  false   0   0.0 %',
    );
  });
});
