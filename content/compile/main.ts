import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile.ts';
import { formatError } from './compile-error.ts';

// node content/compile/main.ts [--root content] [--out dist/content]: errors one a line and exit 1, or one line that says what was made.
const { values } = parseArgs({
  options: { root: { type: 'string', default: 'content' }, out: { type: 'string', default: 'dist/content' } },
});
const started = performance.now();
const result = await compile({ root: resolve(values.root), out: resolve(values.out) });
if (result.ok) {
  const { documents, terms, bytes, written } = result.summary;
  const ms = Math.round(performance.now() - started);
  for (const warning of result.warnings) console.warn(`warning: ${warning}`);
  console.log(`${documents} documents, ${terms} terms, ${bytes} bytes, ${written} files written in ${ms} ms`);
} else {
  for (const error of result.errors) console.error(formatError(error, values.root));
  console.error(`${result.errors.length} errors; nothing was written`);
  process.exitCode = 1;
}
