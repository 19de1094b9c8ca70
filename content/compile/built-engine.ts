import { createEngine, type Engine } from '../search/engine.ts';
import { takeAll } from '../search/open-whole.ts';
import { openIndex } from '../search/reader.ts';

/** The search of an index that was just built, as those who get it will have it. */
export function engineOf(
  bytes: Uint8Array<ArrayBuffer>,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): { engine: Engine; terms: () => number } {
  const opened = openIndex(bytes);
  if (!opened.ok) throw new Error(`the index just built is refused: ${opened.reason}`);
  const engine = createEngine(opened.index);
  takeAll(engine, (file) => Uint8Array.from(files.get(file) ?? []));
  return { engine, terms: () => opened.index.parts('').reduce((sum, part) => sum + part.terms.length, 0) };
}
