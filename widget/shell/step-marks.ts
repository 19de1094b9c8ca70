import { useState } from 'preact/hooks';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { DeviceStorage } from '../client/storage.ts';
import type { StepMark } from '../context/tried.ts';
import type { Kit } from '../ui/kit.ts';
import { setWalked } from '../walkthrough/walked.ts';
import { isDocumentId } from './arguments.ts';

/** Steps done in this visit, by document: reading on and coming back loses none. Gone with the storage they belong to. */
const marked = new WeakMap<DeviceStorage, Map<string, ReadonlySet<number>>>();

type Place = Pick<Kit, 'storage' | 'trail'>;

export const marksOf = ({ storage }: Place, document: CompiledDocument): ReadonlySet<number> =>
  marked.get(storage)?.get(document.id) ?? new Set();

/** Steps count from 1. `how` is known where a page was led through them. */
export const mark = (
  { storage, trail }: Place,
  document: CompiledDocument,
  step: number,
  isDone: boolean,
  how: Pick<StepMark, 'seconds' | 'blocked'> = {},
): void => {
  const all = marked.get(storage) ?? new Map<string, ReadonlySet<number>>();
  const next = new Set(all.get(document.id));
  if (isDone) next.add(step);
  else next.delete(step);
  marked.set(storage, all.set(document.id, next));
  if (!isDocumentId(document.id)) return;
  const { id, title, steps = [], guide } = document;
  if (next.size === steps.length) void setWalked(storage, id).catch(() => {});
  const name = guide?.steps[step - 1]?.id;
  trail.step({ walkthrough: id, title, step, of: steps.length, done: isDone, ...(name ? { name } : {}), ...how });
};

export const useMarks = (kit: Place, document: CompiledDocument) => {
  const [, setTimes] = useState(0);
  return {
    done: marksOf(kit, document),
    mark(step: number, isDone: boolean) {
      mark(kit, document, step, isDone);
      setTimes((times) => times + 1);
    },
  };
};
