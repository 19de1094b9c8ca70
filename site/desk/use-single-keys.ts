import { useState } from 'preact/hooks';
import type { Memory } from '../thread/memory.ts';

const name = 'tierzero-desk-single-keys';

/** Whether single characters are keys: on, until the agent turns them off in this browser. */
export const useSingleKeys = (memory: Memory): [on: boolean, set: (on: boolean) => void] => {
  const [on, setOn] = useState(() => memory.get(name) !== 'off');
  const set = (next: boolean) => {
    memory.set(name, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, set];
};
