import { parseArgs } from 'node:util';
import { complaintOf } from '../../../content/compile/command-line.ts';
import { locale as localeName } from '../../../content/schema/name.ts';
import { engines } from './engine/engines.ts';
import { type Place, placesOf, suiteIn } from './place.ts';

export const usage = `npm run bench:relevance -- --corpus FILE.jsonl --queries FILE.jsonl
  --corpus FILE    articles, one JSON object a line; repeat it for several corpora
  --queries FILE   questions about the corpus before it; repeatable
  --suite DIR      instead of both: DIR/corpora/NAME.jsonl with DIR/queries/NAME.*.jsonl
  --engine NAME    ${[...engines.keys()].join(' | ')}; default tierzero
  --compare NAME   paired bootstrap of the engine against this one; repeatable
  --locale TAG     language of the corpora; default en, for which published engines are set up
  --answers        also how many questions get a passage on top, and how many of those are false
  --table          every engine, as a Markdown table
  --json           one JSON object on stdout`;

export interface Options {
  places: Place[];
  engine: string;
  compare: string[];
  locale: string;
  answers: boolean;
  output: 'lines' | 'json' | 'table';
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    tokens: true,
    options: {
      corpus: { type: 'string', multiple: true },
      queries: { type: 'string', multiple: true },
      suite: { type: 'string' },
      engine: { type: 'string', default: 'tierzero' },
      compare: { type: 'string', multiple: true, default: [] },
      locale: { type: 'string', default: 'en' },
      answers: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });

const parsed = (args: string[]): ReturnType<typeof parse> | string => {
  try {
    return parse(args);
  } catch (error) {
    return complaintOf(error);
  }
};

/** Options of the command line, or all that is wrong with them. */
export function optionsOf(args: string[]): { ok: true; options: Options } | { ok: false; errors: string[] } {
  const read = parsed(args);
  if (typeof read === 'string') return { ok: false, errors: [read] };
  const { values, tokens } = read;
  const given = tokens.flatMap((token) =>
    token.kind === 'option' && (token.name === 'corpus' || token.name === 'queries')
      ? [{ name: token.name, value: token.value ?? '' } as const]
      : [],
  );
  const errors: string[] = [];
  for (const name of [values.engine, ...values.compare]) {
    if (!engines.has(name)) errors.push(`found engine ${name}; expected one of ${[...engines.keys()].join(', ')}`);
  }
  if (!localeName.safeParse(values.locale).success)
    errors.push(`--locale: found "${values.locale}"; expected a tag such as en or pt-BR`);
  if (values.table && values.json) errors.push('found --table and --json; choose one');
  if (values.suite !== undefined && given.length > 0)
    errors.push('found --suite and --corpus or --queries; choose one');
  const places = values.suite === undefined ? placesOf(given) : suiteIn(values.suite);
  if (!places.ok) errors.push(...places.errors);
  if (!places.ok || errors.length > 0) return { ok: false, errors };
  const all = [...engines.keys()].filter((name) => name !== values.engine);
  const output = values.table ? 'table' : values.json ? 'json' : 'lines';
  const compare = values.table ? all : [...new Set(values.compare)].filter((name) => name !== values.engine);
  return {
    ok: true,
    options: {
      places: places.places,
      engine: values.engine,
      compare,
      locale: values.locale,
      answers: values.answers,
      output,
    },
  };
}
