import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCorpus } from '../../content/compile/corpus/compile.ts';
import { readBlock } from '../../content/search/block.ts';
import { createEngine, type Engine } from '../../content/search/engine.ts';
import { takeAll } from '../../content/search/open-whole.ts';
import { openIndex } from '../../content/search/reader.ts';
import { placesOf } from '../../site/build/other-content.ts';
import { pipeline } from '../../site/build/pipeline.ts';
import { places } from '../../site/build/places.ts';
import { steps } from '../../site/build/steps.ts';
import { largeCorpus } from '../support/large-corpus.ts';
import { type System, startSystem } from './system.ts';

/** A help center of fifteen hundred articles, served as `npm start -- --content DIR` does, and its files for the tests. */
export interface LargeSystem extends System {
  /** The engine over the same files; nothing is missing of it. */
  whole: Engine;
  /** Files a browser has to fetch for these words, in order. */
  filesFor(words: string): string[];
  /** How many there are beside the index's own. */
  filesInAll: number;
  read(file: string): Uint8Array<ArrayBuffer>;
}

const bytesOf = (path: string): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(path));

export async function startLargeSystem(): Promise<LargeSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'tierzero-large-'));
  const file = join(folder, 'large.jsonl');
  writeFileSync(
    file,
    largeCorpus(1_500)
      .map((article) => JSON.stringify(article))
      .join('\n'),
  );
  const content = join(folder, 'content');
  const compiled = await compileCorpus({ file, out: content, locale: 'en' });
  if (!compiled.ok) throw new Error(compiled.errors.join('\n'));
  const publicDir = await publish(content, join(folder, 'site'));
  const system = await startSystem(publicDir);
  const read = (path: string) => bytesOf(join(publicDir, path));
  const manifest: { content: { en: { index: string } } } = JSON.parse(
    readFileSync(join(publicDir, 'tierzero.json'), 'utf8'),
  );
  const open = () => {
    const opened = openIndex(read(manifest.content.en.index));
    if (!opened.ok) throw new Error(opened.reason);
    return createEngine(opened.index);
  };
  const whole = open();
  takeAll(whole, read);
  return {
    ...system,
    whole,
    filesInAll: open().files.missing().length,
    read,
    filesFor(words) {
      const engine = open();
      const fetched: string[] = [];
      for (
        let { missing = [] } = engine.search(words, 20);
        missing.length > 0;
        { missing = [] } = engine.search(words, 20)
      ) {
        for (const path of missing) engine.files.take(path, read(path), readBlock);
        fetched.push(...missing);
      }
      return fetched;
    },
    async close() {
      await system.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Puts it together with the widget that was built. */
async function publish(content: string, out: string): Promise<string> {
  const own = places({});
  const other = own.ok ? placesOf({ content, out }, own.places) : own;
  if (!other.ok) throw new Error(other.errors.join('\n'));
  const at = other.places;
  const chosen = steps(at).filter(({ name }) => name === 'public');
  const result = await pipeline({ root: at.root, stamps: at.stamps }, chosen, {
    say: () => {},
    now: () => performance.now(),
  });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return at.public;
}
