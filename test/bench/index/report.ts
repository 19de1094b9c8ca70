import type { IndexReport } from './main.ts';
import type { Measured } from './measure.ts';
import type { MeasuredPagefind } from './pagefind.ts';
import type { Transfer } from './typed.ts';

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

const transferLine = ({ bytes, requests }: Transfer): string =>
  `a typed query p50 ${kilobytes(bytes.p50)} in ${requests.p50}, p95 ${kilobytes(bytes.p95)} in ${requests.p95} requests`;

const engineLines = (name: string, one: Measured): string[] => [
  `${name}: index ${kilobytes(one.index.brotli)} brotli (${kilobytes(one.index.raw)} raw), display ${kilobytes(one.display.brotli)}, ` +
    `${one.files} files, ${one.terms} terms, ${one.postings} postings`,
  `  built in ${one.buildSeconds} s, parsed in ${one.parseMilliseconds.median} ms (first ${one.parseMilliseconds.first}), ` +
    `heap ${one.heapMegabytes.objects} MB + ${one.heapMegabytes.buffers} MB of bytes`,
  `  ${transferLine(one.perQuery)}`,
  ...(one.perRest ? [`  with the rows below, once nobody types: ${transferLine(one.perRest)}`] : []),
  ...(one.floor ? [`  floor ${kilobytes(one.floor.total)}: ${JSON.stringify(one.floor)}, ratio ${one.ratio}`] : []),
  ...(one.columns ?? []).map(
    ({ name: column, raw, brotli }) =>
      `    ${column.padEnd(12)} ${kilobytes(brotli).padStart(10)} of ${kilobytes(raw)}`,
  ),
];

const pagefindLines = (one: MeasuredPagefind): string[] => [
  `pagefind: ${one.files} files, ${kilobytes(one.bytes)}, built in ${one.buildSeconds} s`,
  `  over ${one.queries} queries, ${transferLine(one.perQuery)}`,
  `  without its code, ${transferLine(one.withoutCode)}`,
];

/** The report for people. */
export const linesOf = ({ corpora, facts, engines, pagefind, ratios, skipped }: IndexReport): string[] => [
  `${corpora.join(' + ')}: ${facts.articles} articles, ${facts.words} words, ${facts.sections} sections; ${facts.queries} queries`,
  ...Object.entries(engines).flatMap(([name, one]) => engineLines(name, one)),
  ...(pagefind ? pagefindLines(pagefind) : []),
  ...Object.entries(ratios).map(([name, ratio]) => `our index is ${ratio} of ${name}'s`),
  ...skipped.map((text) => `not measured: ${text}`),
];
