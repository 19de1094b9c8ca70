import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const entry = fileURLToPath(new URL('./in-page.ts', import.meta.url));
let made: Promise<string> | undefined;

/** `in-page.ts` and what it shares with the guide, as one script that every page gets before its own. */
export const pageScript = (): Promise<string> => (made ??= bundle());

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name: 'tierzeroCheckScript', fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The script of the check was not bundled.');
  return chunk.code;
}
