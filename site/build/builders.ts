import { join } from 'node:path';
import { build as buildAstro } from 'astro';
import { build as buildVite } from 'vite';
import { compile } from '../../content/compile/compile.ts';
import { formatError } from '../../content/compile/compile-error.ts';
import type { StepResult } from './pipeline.ts';
import type { Places } from './places.ts';

/** Sources to safe trees, index and manifest. Its errors are the author's to mend: they come back, all at once. */
export const compileContent = async (at: Places): Promise<StepResult> => {
  const result = await compile({ root: join(at.root, 'content'), out: at.content });
  if (result.ok) return { ok: true, warnings: result.warnings };
  return { ok: false, errors: result.errors.map((error) => formatError(error, 'content')) };
};

/** The chunks first, then the loader, which knows their names. */
export const buildWidget = async (at: Places): Promise<StepResult> => {
  for (const mode of ['app', 'loader']) {
    await buildVite({ root: at.root, configFile: join(at.root, 'vite.config.ts'), mode, logLevel: 'warn' });
  }
  return { ok: true };
};

/** Every page of the help center, desk, request page and host page as static files. */
export const buildPages = async (at: Places): Promise<StepResult> => {
  // Astro lets variables of the environment win over its own of these names; test runners set the first one.
  for (const name of ['BASE_URL', 'SITE', 'ASSETS_PREFIX']) delete process.env[name];
  await buildAstro({
    root: join(at.root, 'site'),
    outDir: at.pages,
    cacheDir: join(at.out, 'cache'),
    base: at.base,
    site: at.siteUrl,
    logLevel: 'warn',
  });
  return { ok: true };
};
