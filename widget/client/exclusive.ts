/** Runs one piece of work after the other. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/** Within this page. */
export const createQueue = (): Exclusive => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
};

/**
 * One tab at a time where the browser has locks. Plain http has none, and a sandboxed page may be refused: then two
 * tabs may send the same message, and its key makes that one ticket.
 */
export const acrossTabs = (name: string): Exclusive => {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  const withinPage = createQueue();
  if (!locks) return withinPage;
  return async (work) => {
    let started = false;
    try {
      return await locks.request(name, () => {
        started = true;
        return work();
      });
    } catch (cause) {
      if (started) throw cause;
      return withinPage(work);
    }
  };
};
