import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../widget/client/api.ts';
import { startPoll } from './poll.ts';
import type { Result } from './result.ts';

export interface Live<T> {
  /** The latest that was read; absent until the first answer. */
  value: T | undefined;
  /** Why the last look brought nothing; the value before it stays. */
  failure: Failure | undefined;
  /** Looks now. */
  refresh: () => void;
  /** Shows what a command has answered, without waiting for the next look. */
  show: (value: T) => void;
}

export interface LiveOptions {
  /** What is looked at: another name starts anew. */
  name: string;
  /** Milliseconds between looks: while something happens, and at most. They may change meanwhile. */
  first: number;
  longest: number;
  random: () => number;
}

/** A value of the API, kept current while the page is visible. */
export const useLive = <T>(load: () => Promise<Result<T>>, options: LiveOptions): Live<T> => {
  const { name, first, longest, random } = options;
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState<Failure>();
  const latestLoad = useRef(load);
  latestLoad.current = load;
  const pace = useRef({ first, longest });
  pace.current = { first, longest };
  const control = useRef({ refresh: () => {}, show: (_: T) => {} });

  useEffect(() => {
    let turn = 0;
    let before = '';
    setValue(undefined);
    setFailure(undefined);
    /** Answers whether it was new. */
    const take = (next: T): boolean => {
      const text = JSON.stringify(next);
      const changed = text !== before;
      before = text;
      setFailure(undefined);
      if (changed) setValue(next);
      return changed;
    };
    const look = async () => {
      const mine = ++turn;
      const result = await latestLoad.current();
      // Answers can overtake each other; what was asked for last counts.
      if (mine !== turn) return { changed: false };
      if (result.ok) return { changed: take(result.value) };
      setFailure(result);
      return { changed: false, retryAfterMs: result.kind === 'problem' ? result.retryAfterMs : undefined };
    };
    const poll = startPoll({
      look,
      random,
      get first() {
        return pace.current.first;
      },
      get longest() {
        return pace.current.longest;
      },
    });
    const show = (next: T) => {
      turn += 1;
      take(next);
      poll.wake();
    };
    control.current = { refresh: poll.wake, show };
    return () => {
      turn = Number.POSITIVE_INFINITY;
      poll.stop();
    };
  }, [name, random]);

  return {
    value,
    failure,
    refresh: () => control.current.refresh(),
    show: (next) => control.current.show(next),
  };
};
