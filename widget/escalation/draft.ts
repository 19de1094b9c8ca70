import { useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { latestWins } from '../client/latest.ts';
import type { DeviceStorage } from '../client/storage.ts';
import type { Kit } from '../ui/kit.ts';
import type { Prefill } from './props.ts';

const name = 'draft';
/** What nobody came back to for a week is not lying about on a device. */
const keptForMs = 7 * 86_400_000;

const draftFields = z.object({ topic: z.string(), message: z.string(), name: z.string(), address: z.string() });
const keptDraft = z.extend(draftFields, { at: z.number() });
/** What the form holds. An empty topic means: not sure. */
export type Draft = z.infer<typeof draftFields>;

const start = ({ topic = '', message = '', name = '', address = '' }: Prefill): Draft => ({
  topic,
  message,
  name,
  address,
});

const read = async (storage: DeviceStorage, now: number): Promise<Draft | undefined> => {
  const kept = keptDraft.safeParse(await storage.get(name)).data;
  if (!kept || now - kept.at < keptForMs) return kept;
  await dropDraft(storage);
  return undefined;
};

/** A draft for the form to start with, for a message that was refused. */
export const keepDraft = (kit: Pick<Kit, 'storage' | 'now'>, draft: Draft): Promise<void> =>
  kit.storage.set(name, { ...draft, at: kit.now() });

export const dropDraft = (storage: DeviceStorage): Promise<void> => storage.delete(name);

export interface DraftState {
  draft: Draft;
  /** Changes fields and keeps them on the device. */
  change: (fields: Partial<Draft>) => void;
  /** Forgets it, here and on the device. */
  drop: () => void;
}

/** The form's content. It survives a reload and reading an article; a kept one wins over what the page prefills. */
export const useDraft = (kit: Kit, prefill: Prefill): DraftState => {
  const [draft, setDraft] = useState(() => start(prefill));
  const latest = useRef(draft);
  const touched = useRef(false);
  const [write] = useState(() =>
    latestWins(() => (touched.current ? keepDraft(kit, latest.current) : dropDraft(kit.storage))),
  );
  const show = (next: Draft) => {
    latest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    let here = true;
    void read(kit.storage, kit.now()).then((kept) => {
      if (!here || touched.current || !kept) return;
      const { topic, message, name: who, address } = latest.current;
      show({
        topic: kept.topic || topic,
        message: kept.message || message,
        name: kept.name || who,
        address: kept.address || address,
      });
    });
    return () => {
      here = false;
    };
  }, [kit.storage]);

  return {
    draft,
    change(fields) {
      touched.current = true;
      show({ ...latest.current, ...fields });
      write();
    },
    drop() {
      touched.current = false;
      show(start({}));
      // After a write under way, in its turn.
      write();
    },
  };
};
