import { StoreUnavailable } from '../store/statement.ts';
import type { TicketDeps } from './deps.ts';

/** What became of tickets that were gone through. */
export interface Round {
  done: number;
  failed: number;
  /** There may be more. */
  more: boolean;
}

interface Work<Item> {
  /** As many as were asked for. */
  most: number;
  work: (item: Item) => Promise<unknown>;
}

/** Goes through tickets. One that fails is put off and named in the log: it keeps the others waiting neither now nor next time. */
export async function round<Item extends { ticket: string }>(
  deps: TicketDeps,
  items: readonly Item[],
  { most, work }: Work<Item>,
): Promise<Round> {
  let failed = 0;
  let stuck = 0;
  for (const item of items) {
    await work(item).catch(async (error: unknown) => {
      failed += 1;
      if (!(await putOff(deps, item.ticket, error))) stuck += 1;
    });
  }
  return { done: items.length - failed, failed, more: items.length === most && stuck < items.length };
}

/** Not where it was the database that could not: then the next look is as good as any. */
async function putOff({ store, now, log }: TicketDeps, ticket: string, error: unknown): Promise<boolean> {
  // Never its message, which may quote what somebody wrote.
  const why = error instanceof Error ? error.name : 'no error';
  const found =
    error instanceof StoreUnavailable ? undefined : await store.putOff({ ticket, now: now() }).catch(() => undefined);
  if (!found) log(`a request could not be looked at: ${why}`);
  else {
    const { reference, failures, lookAt } = found;
    log(`${reference} could not be looked at, ${failures} in a row: ${why}, again ${new Date(lookAt).toISOString()}`);
  }
  return found !== undefined;
}
