import { indexCorpus } from '../../../content/compile/corpus/index.ts';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import { answerOf, leastEvidence } from '../../../content/search/answer.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { unseal } from '../../../content/search/envelope.ts';
import { takeAll } from '../../../content/search/open-whole.ts';
import { openIndex } from '../../../content/search/reader.ts';
import { answersOf, type Collection } from './collection.ts';
import { columnOf, sentence } from './question.ts';

/** The best passage for one question, whether or not it is sure enough to be shown. */
export interface Answered {
  corpus: string;
  /** Its column; see question.ts. */
  column: string;
  query: string;
  /** Absent where no passage could be one. */
  evidence?: number;
  /** Its document is not one that answers the question. */
  isFalse: boolean;
  title: string;
  text: string;
}

const documentsIn = (library: Uint8Array<ArrayBuffer>): CompiledDocument[] => {
  const opened = unseal('L', library);
  if (!opened.ok) throw new Error(`the library that was just built is refused: ${opened.reason}`);
  return JSON.parse(new TextDecoder().decode(opened.payload)).documents;
};

/** The passage that widget and site would take for each question, from the files that a corpus is compiled to. */
export function answeredOf({ name, locale, articles, questions }: Collection): Answered[] {
  const { bytes, files, library, articleOf } = indexCorpus(articles, locale);
  const opened = openIndex(bytes);
  if (!opened.ok) throw new Error(`the index that was just built is refused: ${opened.reason}`);
  const engine = createEngine(opened.index);
  takeAll(engine, (file) => Uint8Array.from(files.get(file) ?? []));
  const documents = new Map<string, CompiledDocument>(documentsIn(library).map((one) => [one.id, one]));
  return questions.map((question): Answered => {
    const { query } = question;
    const answer = engine.search(query, 3);
    const document = documents.get(answer.results[0]?.record.id ?? '');
    const found = document && answerOf({ engine, query, answer }, document, 0);
    const isFalse = found !== undefined && !answersOf(question).has(articleOf.get(found.record.id)!.id);
    return {
      corpus: name,
      column: columnOf(question),
      query,
      ...(found && { evidence: found.evidence }),
      isFalse,
      title: found?.record.title ?? '',
      text: found?.text ?? '',
    };
  });
}

/** Answers shown from some evidence on. Shares are from 0 to 1. */
export interface AnswerMetrics {
  /** Questions. */
  n: number;
  shown: number;
  /** Share of the questions that get one. */
  share: number;
  false: number;
  /** Share of those shown whose document is a wrong one; 0 where none is shown. */
  falseRate: number;
}

const round = (value: number): number => Number(value.toFixed(4));

export function answerMetricsOf(answered: readonly Answered[], least = leastEvidence): AnswerMetrics {
  const shown = answered.filter(({ evidence }) => evidence !== undefined && evidence >= least);
  const wrong = shown.filter(({ isFalse }) => isFalse).length;
  return {
    n: answered.length,
    shown: shown.length,
    share: round(shown.length / Math.max(1, answered.length)),
    false: wrong,
    falseRate: round(wrong / Math.max(1, shown.length)),
  };
}

/** Thresholds of the curve, around the one that is in use. */
const thresholds = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.1];

/** Questions as people wrote them, and all with the variants made from them. */
interface Measured {
  sentences: AnswerMetrics;
  all: AnswerMetrics;
}
export interface AnswerReport extends Measured {
  least: number;
  corpora: Record<string, Measured>;
  byKind: Record<string, AnswerMetrics>;
  curve: ({ least: number } & Measured)[];
}

const measured = (answered: readonly Answered[], least?: number): Measured => ({
  sentences: answerMetricsOf(
    answered.filter(({ column }) => column === sentence),
    least,
  ),
  all: answerMetricsOf(answered, least),
});

export function answerReportOf(answered: readonly Answered[]): AnswerReport {
  const each = <T>(key: 'corpus' | 'column', of: (some: readonly Answered[]) => T): Record<string, T> =>
    Object.fromEntries(
      [...new Set(answered.map((one) => one[key]))].map((value) => [
        value,
        of(answered.filter((one) => one[key] === value)),
      ]),
    );
  return {
    least: leastEvidence,
    ...measured(answered),
    corpora: each('corpus', measured),
    byKind: each('column', answerMetricsOf),
    curve: thresholds.map((least) => ({ least, ...measured(answered, least) })),
  };
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(7);
const cells = ({ n, shown, share, false: wrong, falseRate }: AnswerMetrics): string =>
  `${String(shown).padStart(4)} of ${String(n).padEnd(4)} ${percent(share)}  false ${String(wrong).padStart(3)} ${percent(falseRate)}`;
const line = (name: string, { sentences, all }: Measured): string =>
  `${name.padEnd(24)} ${cells(sentences)}   |${cells(all)}`;

/** For reading in a terminal. */
export function answerLines(report: AnswerReport): string[] {
  return [
    `answers shown from evidence ${report.least} on`,
    `${''.padEnd(24)} ${'sentences'.padEnd(40)}   | with variants`,
    ...Object.entries(report.corpora).map(([name, one]) => line(name, one)),
    line('together', report),
    ...Object.entries(report.byKind).map(([kind, one]) => `  ${kind.padEnd(22)} ${cells(one)}`),
    'curve, together',
    ...report.curve.map(({ least, ...one }) => line(`  from ${least}`, one)),
    '',
  ];
}
