import type { DeskChanges } from '../../api/contract/desk-live.ts';
import { backoffMs } from '../../widget/client/backoff.ts';
import { startPoll } from '../thread/poll.ts';
import type { DeskClient } from './client.ts';

interface FollowOptions {
  client: Pick<DeskClient, 'changes' | 'listen'>;
  /** Something has happened; `isFirst` where it was only learned where to begin. */
  onChanges: (changes: DeskChanges, isFirst: boolean) => void;
  /** Whether changes are told as they happen. */
  onState: (isUp: boolean) => void;
  random: () => number;
}

/** A tab that nobody looks at for this long gives its connection back: a browser has six of them for all tabs. */
const hiddenMs = 5 * 60_000;

/** Hears of changes while it can, asks for them while it cannot. Answers how to stop. */
export const follow = ({ client, onChanges, onState, random }: FollowOptions): (() => void) => {
  let cursor: number | undefined;
  let failures = 0;
  let isUp = false;
  let stopListening: (() => void) | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let leave: ReturnType<typeof setTimeout> | undefined;

  const take = (changes: DeskChanges) => {
    const isFirst = cursor === undefined;
    // An answer that was overtaken says nothing new.
    if (cursor !== undefined && changes.cursor < cursor) return;
    cursor = changes.cursor;
    onChanges(changes, isFirst);
  };
  const setUp = (next: boolean) => {
    if (next === isUp) return;
    isUp = next;
    onState(next);
  };
  const poll = startPoll({
    random,
    first: 5_000,
    longest: 30_000,
    async look() {
      if (isUp) return { changed: false };
      const result = await client.changes(cursor);
      if (!result.ok)
        return { changed: false, retryAfterMs: result.kind === 'problem' ? result.retryAfterMs : undefined };
      const { tickets } = result.value;
      if (!isUp) take(result.value);
      return { changed: tickets.length > 0 };
    },
  });
  const connect = () => {
    clearTimeout(again);
    stopListening?.();
    stopListening = undefined;
    if (document.visibilityState === 'hidden') return;
    stopListening = client.listen(cursor, {
      onChanges(changes) {
        failures = 0;
        setUp(true);
        take(changes);
      },
      onEnd() {
        stopListening = undefined;
        const wasUp = isUp;
        setUp(false);
        again = setTimeout(connect, 1_000 + backoffMs(failures, random()));
        failures += 1;
        if (wasUp) poll.wake();
      },
    });
  };
  const onVisible = () => {
    clearTimeout(leave);
    if (document.visibilityState === 'visible') {
      if (!stopListening) connect();
      return;
    }
    leave = setTimeout(() => {
      clearTimeout(again);
      stopListening?.();
      stopListening = undefined;
      setUp(false);
    }, hiddenMs);
  };

  document.addEventListener('visibilitychange', onVisible);
  connect();
  return () => {
    clearTimeout(again);
    clearTimeout(leave);
    stopListening?.();
    poll.stop();
    document.removeEventListener('visibilitychange', onVisible);
  };
};
