/** Runs a write after every call, one at a time; calls while one is under way make one more, with the latest state. */
export const latestWins = (write: () => Promise<void>): (() => void) => {
  let writing = false;
  let stale = false;
  const run = async () => {
    stale = true;
    if (writing) return;
    writing = true;
    while (stale) {
      stale = false;
      await write();
    }
    writing = false;
  };
  return () => void run();
};
