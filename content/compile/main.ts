import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { locale as localeName } from '../schema/name.ts';
import { compile } from './compile.ts';
import { formatError } from './compile-error.ts';
import { compileCorpus } from './corpus/compile.ts';

/**
 * node content/compile/main.ts [--root content | --corpus FILE.jsonl [--locale en] [--name NAME]] [--out dist/content]:
 * errors one a line and exit 1, or one line that says what was made.
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: 'content' },
    corpus: { type: 'string' },
    locale: { type: 'string', default: 'en' },
    name: { type: 'string' },
    out: { type: 'string', default: 'dist/content' },
  },
});
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
  const out = resolve(values.out);
  if (corpus === undefined) {
    const compiled = await compile({ root: resolve(root), out });
    return compiled.ok ? compiled : { ...compiled, errors: compiled.errors.map((error) => formatError(error, root)) };
  }
  if (!localeName.safeParse(locale).success) {
    return { ok: false as const, errors: [`--locale: found "${locale}"; expected a tag such as en or pt-BR`] };
  }
  return compileCorpus({ file: corpus, out, locale, ...(name !== undefined && { name }) });
}
