import { asksForHelp } from '../../../content/compile/command-line.ts';
import { type AnswerReport, answeredOf, answerLines, answerReportOf } from './answers.ts';
import { type Collection, readCollection } from './collection.ts';
import { differencesOf } from './difference.ts';
import { engines } from './engine/engines.ts';
import { differenceLines, engineLines } from './lines.ts';
import { type Options, optionsOf, usage } from './options.ts';
import { type Asked, askedOf, engineReportOf } from './report.ts';
import { run } from './run.ts';
import { markdown, type TableRow } from './table.ts';

// How well engines answer real questions. Figures go to stdout, all else to stderr; exit 1 when nothing could be measured,
// 2 when nobody understands what is asked.

async function read({ places, locale }: Options): Promise<Collection[] | undefined> {
  const reading = await Promise.all(places.map((place) => readCollection(place, locale)));
  const errors = reading.flatMap((one) => (one.ok ? [] : one.errors));
  for (const error of errors) console.error(error);
  for (const one of reading) if (one.ok) for (const warning of one.warnings) console.error(`warning: ${warning}`);
  const collections = reading.flatMap((one) => (one.ok ? [one.collection] : []));
  // From the smallest corpus to the largest, in whatever order they were named.
  return errors.length > 0 ? undefined : collections.sort((a, b) => a.articles.length - b.articles.length);
}

async function ask(name: string, collections: readonly Collection[]): Promise<Asked[]> {
  const scores = [];
  for (const collection of collections) {
    const started = performance.now();
    scores.push(await run(engines.get(name)!, collection));
    console.error(`${name}, ${collection.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return askedOf(collections, scores);
}

function print(
  { engine, output }: Options,
  [ours, ...peers]: readonly [TableRow, ...TableRow[]],
  answers: AnswerReport | undefined,
): void {
  if (output === 'table') console.log(markdown([ours, ...peers]));
  else if (output === 'json') {
    const compare = peers.map(({ name, report, difference }) => [name, { ...report, difference }]);
    console.log(JSON.stringify({ engine, ...ours.report, compare: Object.fromEntries(compare), answers }));
  } else {
    const lines = [ours, ...peers].flatMap(({ name, report, difference }) => [
      ...engineLines(name, report),
      ...(difference ? differenceLines(engine, name, difference) : []),
    ]);
    console.log([...lines, ...(answers ? answerLines(answers) : [])].join('\n').trimEnd());
  }
}

async function main(args: string[]): Promise<number> {
  if (asksForHelp(args)) {
    console.log(usage);
    return 0;
  }
  const given = optionsOf(args);
  if (!given.ok) {
    for (const error of given.errors) console.error(error);
    console.error(`\n${usage}`);
    return 2;
  }
  const { options } = given;
  const collections = await read(options);
  if (!collections) return 1;
  const ours = await ask(options.engine, collections);
  const peers: TableRow[] = [];
  for (const name of options.compare) {
    const theirs = await ask(name, collections);
    peers.push({ name, report: engineReportOf(theirs), difference: differencesOf(ours, theirs) });
  }
  const answers = options.answers ? answerReportOf(collections.flatMap(answeredOf)) : undefined;
  print(options, [{ name: options.engine, report: engineReportOf(ours) }, ...peers], answers);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
