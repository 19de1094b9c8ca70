import { resolve } from 'node:path';
import { locale as localeName } from '../schema/name.ts';
import { commandLine } from './command-line.ts';
import { compile } from './compile.ts';
import { formatError } from './compile-error.ts';
import { compileCorpus } from './corpus/compile.ts';

const usage = `npm run compile -- [--root content] [--out dist/content]
npm run compile -- --corpus FILE.jsonl --out DIR
  --root DIR       a folder of Markdown; default content
  --corpus FILE    instead of it: articles that live elsewhere, one JSON object a line
  --locale TAG     language of the corpus; default en
  --name NAME      of the help center that the corpus becomes
  --out DIR        where to write; default dist/content, which a corpus must not take the place of
Errors are printed one a line, and it ends with 1; else one line says what was made.`;

const { values } = commandLine(usage, {
  options: {
    root: { type: 'string', default: 'content' },
    corpus: { type: 'string' },
    locale: { type: 'string', default: 'en' },
    name: { type: 'string' },
    out: { type: 'string' },
  },
});
if (values.corpus !== undefined && values.out === undefined) {
  const mend =
    'expected a folder for the corpus, so that it does not take the place of your own help center in dist/content';
  console.error(`--out: found nothing; ${mend}\n\n${usage}`);
  process.exit(2);
}
const started = performance.now();
const result = await run();
if (result.ok) {
  const { documents, terms, bytes, written } = result.summary;
  const ms = Math.round(performance.now() - started);
  for (const warning of result.warnings) console.warn(`warning: ${warning}`);
  for (const advice of result.advice) console.warn(`advice: ${advice}`);
  console.log(`${documents} documents, ${terms} terms, ${bytes} bytes, ${written} files written in ${ms} ms`);
} else {
  for (const error of result.errors) console.error(error);
  console.error(`${result.errors.length} errors; nothing was written`);
  process.exitCode = 1;
}

async function run() {
  const { root, corpus, locale, name } = values;
  const out = resolve(values.out ?? 'dist/content');
  if (corpus === undefined) {
    const compiled = await compile({ root: resolve(root), out });
    return compiled.ok ? compiled : { ...compiled, errors: compiled.errors.map((error) => formatError(error, root)) };
  }
  if (!localeName.safeParse(locale).success) {
    return { ok: false as const, errors: [`--locale: found "${locale}"; expected a tag such as en or pt-BR`] };
  }
  return compileCorpus({ file: corpus, out, locale, ...(name !== undefined && { name }) });
}
