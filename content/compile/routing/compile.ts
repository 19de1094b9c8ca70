import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Routing } from '../../schema/routing.ts';
import { checkRouting } from '../check/routing/check.ts';
import { type CompileError, formatError, sortErrors } from '../compile-error.ts';
import { type ContentFiles, readContent } from '../read.ts';
import { parseSettings } from '../settings.ts';
import { routingFiles } from '../source.ts';
import { parseRouting } from './parse.ts';

/** The table, or every mistake as one line with its file and line. */
export type CompiledRouting = { ok: true; value: Routing } | { ok: false; errors: string[] };

/**
 * Compiles rules alone: of a content folder, or of a folder with the files of `routing/`, wherever it lies. Such a folder is
 * held against the help center it lies in, or else against `home`, whose topics and articles it names.
 */
export async function compileRouting(folder: string, home = 'content'): Promise<CompiledRouting> {
  const own = existsSync(join(folder, 'routing')) ? join(folder, 'routing') : folder;
  const around = own === folder ? join(folder, '..') : folder;
  const root = existsSync(join(around, 'settings.yaml')) ? around : home;
  if (!routingFiles.some((file) => existsSync(join(own, basename(file))))) {
    const names = routingFiles.map((file) => basename(file)).join(', ');
    return { ok: false, errors: [`${folder}: found no rules; expected a compiled routing.json, or ${names}`] };
  }
  if (!existsSync(join(root, 'settings.yaml'))) {
    return { ok: false, errors: [`${root}/settings.yaml: found no such file; expected the help center of the rules`] };
  }
  const content = await readContent(root);
  const { parsed, errors } = parseRouting(await filesIn(own));
  const { settings, errors: unsettled } = parseSettings(content.settings, content.locales);
  const wrong =
    parsed && settings ? checkRouting(parsed, { settings, documents: shownIn(content, settings) }).errors : [];
  const said = [
    ...sortErrors([...errors, ...wrong]).map((error) => formatError(inFolder(error), own)),
    ...sortErrors(unsettled).map((error) => formatError(error, root)),
  ];
  return parsed && said.length === 0 ? { ok: true, value: parsed.routing } : { ok: false, errors: said };
}

/** By the paths they have below a content folder. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const there = routingFiles.filter((file) => existsSync(join(folder, basename(file))));
  return new Map(
    await Promise.all(
      there.map(
        async (file): Promise<[string, string]> => [file, await readFile(join(folder, basename(file)), 'utf8')],
      ),
    ),
  );
}

/** What readers of the default locale find. */
const shownIn = ({ documents }: ContentFiles, { locales }: { locales: readonly string[] }): ReadonlySet<string> =>
  new Set(documents.flatMap(({ source }) => (source.locale === locales[0] ? [source.id] : [])));

const inFolder = (error: CompileError): CompileError => ({ ...error, file: basename(error.file) });
