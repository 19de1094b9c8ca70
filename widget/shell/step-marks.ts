import { useState } from 'preact/hooks';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { DeviceStorage } from '../client/storage.ts';
import type { Kit } from '../ui/kit.ts';
import { setWalked } from '../walkthrough/walked.ts';
import { isDocumentId } from './arguments.ts';

/** Steps done in this visit, by document: reading on and coming back loses none. Gone with the storage they belong to. */
const marked = new WeakMap<DeviceStorage, Map<string, ReadonlySet<number>>>();

export const useMarks = ({ storage, trail, now }: Kit, document: CompiledDocument) => {
  const all = marked.get(storage) ?? new Map<string, ReadonlySet<number>>();
  marked.set(storage, all);
  const [, setTimes] = useState(0);
  const done = all.get(document.id) ?? new Set<number>();
  return {
    done,
    mark(step: number, isDone: boolean) {
      const next = new Set(done);
      if (isDone) next.add(step);
      else next.delete(step);
      all.set(document.id, next);
      if (isDocumentId(document.id) && next.size === document.steps?.length)
        void setWalked(storage, document.id, now()).catch(() => {});
      if (isDocumentId(document.id))
        trail.step({
          walkthrough: document.id,
          title: document.title,
          step,
          of: document.steps?.length ?? 0,
          done: isDone,
        });
      setTimes((times) => times + 1);
    },
  };
};
