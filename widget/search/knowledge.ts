import type { Manifest } from '../../content/schema/manifest.ts';
import { createValue, type Value } from '../ui/value.ts';
import { type Content, loadContent } from './content.ts';
import type { LastGood } from './last-good.ts';
import { isManifest } from './manifest.ts';

/** What the widget knows of the help center, and whether it does. */
export type Knowledge =
  | { status: 'loading' }
  | { status: 'ready'; manifest: Manifest; content: Content }
  /** `manifest` is there when only the index is missing: then a person can still be reached. */
  | { status: 'failed'; reason: string; manifest?: Manifest };

export interface KnowledgeSource {
  state: Value<Knowledge>;
  /** Loads for these languages, best first. What was there stays in use until then, and when it fails. */
  load(locales: readonly string[]): Promise<void>;
  /** Asks for the manifest again. */
  retry(): Promise<void>;
}

const parse = async (answer: Response | undefined): Promise<unknown> => answer?.json().catch(() => undefined);

export const askManifest = async (base: string): Promise<unknown> => {
  try {
    return await (await fetch(`${base}tierzero.json`, { cache: 'no-cache' })).json();
  } catch {
    return undefined;
  }
};

interface Source {
  base: string;
  /** Asked for already; rejects where it cannot be had. */
  manifest: Promise<unknown>;
  lastGood: LastGood;
}

export const createKnowledge = ({ base, manifest, lastGood }: Source): KnowledgeSource => {
  const state = createValue<Knowledge>({ status: 'loading' });
  let asked = manifest;
  let locales: readonly string[] = [];

  const currentManifest = async (): Promise<Manifest | undefined> => {
    const fresh = await asked.catch(() => {});
    if (isManifest(fresh)) {
      void lastGood.write('manifest', JSON.stringify(fresh));
      return fresh;
    }
    const kept = await parse(await lastGood.read('manifest'));
    return isManifest(kept) ? kept : undefined;
  };
  const fail = (reason: string, known?: Manifest) => {
    // Older knowledge beats none.
    if (state.get().status !== 'ready') state.set({ status: 'failed', reason, ...(known ? { manifest: known } : {}) });
  };
  const load = async (wanted: readonly string[]) => {
    locales = wanted;
    const known = await currentManifest();
    if (!known) return fail('no manifest');
    const now = state.get();
    const before = now.status === 'ready' ? now.content : undefined;
    const result = await loadContent({
      base,
      manifest: known,
      locales: wanted,
      lastGood,
      before,
      renew: retry,
      changed,
    });
    // A later call for another language has the word.
    if (wanted !== locales) return;
    if (!result.ok) return fail(result.reason, known);
    if (before !== result.content) before?.fill.end();
    state.set({ status: 'ready', manifest: known, content: result.content });
  };
  const retry = async () => {
    asked = askManifest(base);
    if (state.get().status === 'failed') state.set({ status: 'loading' });
    await load(locales);
  };
  /** Whoever shows the content looks again. */
  const changed = () => {
    const now = state.get();
    if (now.status === 'ready') state.set({ ...now, content: { ...now.content } });
  };
  return { state, load, retry };
};
