import type { Collection } from './collection.ts';
import { columnOf, columns, type Question, sentence } from './question.ts';
import { type Metrics, metricsOf, type Score } from './score.ts';

/** A question with what an engine made of it. */
export interface Asked {
  question: Question;
  corpus: string;
  score: Score;
}

/** Scores of one engine, over all corpora together. */
export const askedOf = (collections: readonly Collection[], scores: readonly (readonly Score[])[]): Asked[] =>
  collections.flatMap(({ name, questions }, at) =>
    questions.map((question, place) => ({ question, corpus: name, score: scores[at]![place]! })),
  );

/** Columns that occur, known ones first. */
export function columnsOf(asked: readonly Asked[]): string[] {
  const found = new Set(asked.map(({ question }) => columnOf(question)));
  return [
    ...columns.filter((column) => found.has(column)),
    ...[...found].filter((one) => !columns.includes(one)).sort(),
  ];
}

export interface Report extends Metrics {
  /** Columns, and among sentences the kinds that their lines name. */
  byKind: Record<string, Metrics>;
}

const metrics = (asked: readonly Asked[]): Metrics => metricsOf(asked.map(({ score }) => score));

export function reportOf(asked: readonly Asked[]): Report {
  const kinds = new Set(asked.map(({ question }) => question.kind).filter(Boolean));
  const columns = columnsOf(asked);
  const ofColumn = columns.map((column) => [
    column,
    metrics(asked.filter(({ question }) => columnOf(question) === column)),
  ]);
  const ofKind = [...kinds]
    .filter((kind) => kind !== sentence && !columns.includes(kind))
    .sort()
    .map((kind) => [kind, metrics(asked.filter(({ question }) => question.kind === kind))]);
  return { ...metrics(asked), byKind: Object.fromEntries([...ofColumn, ...ofKind]) };
}

/** What an engine reached on all corpora together and on each. */
export interface EngineReport extends Report {
  corpora: Record<string, Report>;
}

export function engineReportOf(asked: readonly Asked[]): EngineReport {
  const names = [...new Set(asked.map(({ corpus }) => corpus))];
  const corpora = names.map((name) => [name, reportOf(asked.filter(({ corpus }) => corpus === name))]);
  return { ...reportOf(asked), corpora: Object.fromEntries(corpora) };
}
