import type { Differences } from './difference.ts';
import type { EngineReport, Report } from './report.ts';
import type { Metrics } from './score.ts';

const figure = (value: number): string => value.toFixed(3).padStart(6);
const milliseconds = (value: number): string => value.toFixed(2).padStart(8);

const metricsLine = (name: string, metrics: Metrics): string => {
  const { n, success1, success3, success5, mrr10, ndcg10, zero, p50Ms, p99Ms } = metrics;
  const figures = [success1, success3, success5, mrr10, ndcg10, zero].map(figure).join(' ');
  return `${name.padEnd(24)} ${String(n).padStart(5)} ${figures} ${milliseconds(p50Ms)} ${milliseconds(p99Ms)}`;
};
const heading = `${''.padEnd(24)}     n    S@1    S@3    S@5  mrr10 ndcg10   zero   p50 ms   p99 ms`;

const reportLines = (title: string, { byKind, ...all }: Report): string[] => [
  title,
  heading,
  metricsLine('all', all),
  ...Object.entries(byKind).map(([kind, metrics]) => metricsLine(`  ${kind}`, metrics)),
];

/** What an engine reached, for reading in a terminal: each corpus, then all together. */
export function engineLines(name: string, { corpora, ...together }: EngineReport): string[] {
  const each = Object.entries(corpora).flatMap(([corpus, report]) => [
    ...reportLines(`${name}, ${corpus}`, report),
    '',
  ]);
  const isOne = Object.keys(corpora).length === 1;
  return isOne ? each : [...each, ...reportLines(`${name}, all corpora together`, together), ''];
}

const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(3)}`;

/** Differences with their intervals, and in a word whether they mean anything. */
export function differenceLines(ours: string, peer: string, { overall, byKind }: Differences): string[] {
  const rows = Object.entries({ all: overall, ...byKind }).flatMap(([kind, difference]) =>
    Object.entries(difference).map(([metric, { difference: mean, low, high }]) => {
      const verdict = low > 0 ? 'better' : high < 0 ? 'worse' : 'no difference shown';
      return `${kind.padEnd(24)} ${metric} ${signed(mean)}  [${signed(low)}, ${signed(high)}]  ${verdict}`;
    }),
  );
  return [`${ours} − ${peer}, paired bootstrap, 95 % interval`, ...rows, ''];
}
