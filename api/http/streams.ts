/** Streams that are open in this process, and what wakes them. */
export interface Streams {
  /** Something may have changed. */
  wake(): void;
  /** Resolves when something may have changed, and after so long in any case: another process may have changed it. */
  changed(ms: number): Promise<void>;
  /** Counts a stream of a person; nothing when they have enough. What is answered ends it. */
  open(person: string): (() => void) | undefined;
  /** Ends all of them; none opens any more. */
  close(): void;
  readonly closed: boolean;
}

/** A browser holds at most six connections to a server, which tabs share: some have to be left for everything else. */
const mostOfOne = 4;

export function createStreams(): Streams {
  const waiting = new Set<() => void>();
  const counts = new Map<string, number>();
  let closed = false;
  const wake = () => {
    for (const go of [...waiting]) go();
  };
  return {
    wake,
    changed: (ms) =>
      new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, ms);
        waiting.add(go);
      }),
    open(person) {
      const count = counts.get(person) ?? 0;
      if (closed || count >= mostOfOne) return undefined;
      counts.set(person, count + 1);
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        counts.set(person, (counts.get(person) ?? 1) - 1);
      };
    },
    close() {
      closed = true;
      wake();
    },
    get closed() {
      return closed;
    },
  };
}
