import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledDocument } from '../schema/document.ts';
import { contentManifest } from '../schema/manifest.ts';
import { createEngine, type Engine } from '../search/engine.ts';
import { unseal } from '../search/envelope.ts';
import { takeAll } from '../search/open-whole.ts';
import { openIndex } from '../search/reader.ts';

/** The search of a compiled folder: the engine of the browser on the bytes it would get. */
export interface CompiledIndex {
  locale: string;
  engine: Engine;
  /** A document by its file; its `source` is where it comes from, or its id in a corpus. */
  documentOf(file: string): Promise<CompiledDocument>;
}

type Opened = { ok: true; index: CompiledIndex } | { ok: false; error: string };

/** Opens what `compile` wrote to a folder. Default locale: its first. */
export async function openCompiled(folder: string, wanted?: string): Promise<Opened> {
  const refuse = (error: string): Opened => ({ ok: false, error });
  const manifest = await readManifest(folder);
  if (!manifest) {
    return refuse(`${folder}: found no compiled content (manifest.json); run npm run compile -- --out ${folder} first`);
  }
  const locales = Object.keys(manifest.content);
  const locale = wanted ?? manifest.settings.locales.find((one) => locales.includes(one)) ?? '';
  const files = Object.hasOwn(manifest.content, locale) ? manifest.content[locale] : undefined;
  if (!files) return refuse(`--locale: found "${locale}"; expected one of ${locales.join(', ')}`);
  const read = async (file: string) => new Uint8Array(await readFile(join(folder, file)));
  const opened = openIndex(await read(files.index));
  if (!opened.ok) return refuse(`${join(folder, files.index)}: ${opened.reason}; compile again`);
  const engine = createEngine(opened.index);
  try {
    takeAll(engine, (file) => new Uint8Array(readFileSync(join(folder, file))));
  } catch (cause) {
    return refuse(`${folder}: ${String(cause)}; compile again`);
  }
  return {
    ok: true,
    index: { locale, engine, documentOf: async (file) => documentIn(await read(file)) },
  };
}

async function readManifest(folder: string) {
  try {
    return contentManifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

function documentIn(bytes: Uint8Array<ArrayBuffer>): CompiledDocument {
  const opened = unseal('D', bytes);
  if (!opened.ok) throw new Error(`a document is damaged: ${opened.reason}; compile again`);
  return JSON.parse(new TextDecoder().decode(opened.payload));
}
