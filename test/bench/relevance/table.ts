import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Differences } from './difference.ts';
import { engines } from './engine/engines.ts';
import { sentence } from './question.ts';
import type { EngineReport } from './report.ts';

/** One engine of the table; `difference` is ours against it, absent for our own. */
export interface TableRow {
  name: string;
  report: EngineReport;
  difference?: Differences;
}

const packageFile = z.object({
  devDependencies: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
});
const projectFile = new URL('../../../package.json', import.meta.url);

/** `MiniSearch 7.2.0, prefix and fuzzy .2`: the version is the installed one. */
function labelOf(name: string): string {
  const engine = engines.get(name)!;
  const { devDependencies, dependencies } = packageFile.parse(JSON.parse(readFileSync(projectFile, 'utf8')));
  const version = engine.package && { ...dependencies, ...devDependencies }[engine.package];
  return version ? engine.label.replace(/,|$/, ` ${version}$&`) : engine.label;
}

const columnTitles: Record<string, string> = {
  [sentence]: 'sentences',
  'derived-typo': 'with a typo',
  'derived-keywords': 'keywords',
  'derived-prefix': 'while typing',
  'derived-keywords-typo': 'keywords with a typo',
};
const titleOf = (kind: string): string => columnTitles[kind] ?? kind;

/** `.76`; one is `1.00`. */
const share = (value: number | undefined): string => value?.toFixed(2).replace(/^0/, '') ?? '–';
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[][]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const resultTable = (rows: readonly TableRow[], kinds: readonly string[], corpora: readonly string[]): string =>
  table(
    ['Engine', ...corpora.map((name) => `${name}, first / among five`), ...kinds.map(titleOf), 'ms a query'],
    rows.map(({ name, report }) => {
      const of = (corpus: string, kind: string) => report.corpora[corpus]?.byKind[kind];
      const sentences = corpora.map((corpus) => {
        const metrics = of(corpus, sentence);
        return `${share(metrics?.success1)} / ${share(metrics?.success5)}`;
      });
      const others = kinds.map((kind) => corpora.map((corpus) => share(of(corpus, kind)?.success5)).join(' '));
      const times = corpora.map((corpus) => report.corpora[corpus]!.p50Ms.toFixed(1));
      return [labelOf(name), ...sentences, ...others, times.join(' ')];
    }),
  );

/** In points of a hundred: `+4`, `−2`, `0`. */
const points = (value: number): string => {
  const whole = Math.round(value * 100);
  return whole === 0 ? '0' : `${whole < 0 ? '−' : '+'}${Math.abs(whole)}`;
};

const differenceTable = (
  rows: readonly TableRow[],
  kinds: readonly string[],
  metric: 'success1' | 'success5',
  title: string,
): string =>
  table(
    [title, ...kinds.map(titleOf)],
    rows.flatMap(({ name, difference }) => {
      if (!difference) return [];
      const cells = kinds.map((kind) => {
        const { difference: mean, low, high } = difference.byKind[kind]![metric];
        return `${points(mean)} (${points(low)} to ${points(high)})`;
      });
      return [[labelOf(name), ...cells]];
    }),
  );

/** Markdown for the help center: what every engine reached, and by how much ours differs over all corpora together. */
export function markdown(rows: readonly TableRow[]): string {
  const kinds = Object.keys(rows[0]!.report.byKind).filter((kind) => kind in columnTitles);
  const corpora = Object.keys(rows[0]!.report.corpora);
  return [
    resultTable(
      rows,
      kinds.filter((kind) => kind !== sentence),
      corpora,
    ),
    differenceTable(rows, kinds, 'success1', 'First result, against'),
    differenceTable(rows, kinds, 'success5', 'Among five, against'),
  ].join('\n\n');
}
