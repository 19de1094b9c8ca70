import { join } from 'node:path';
import { checksFile } from '../../compile/checks.ts';
import { writeWhole } from '../../compile/write.ts';
import { type WalkthroughCheck, type WalkthroughChecks, walkthroughChecks } from '../../schema/walkthrough-check.ts';

interface Merged {
  /** What the file had. */
  before: readonly WalkthroughCheck[];
  now: readonly WalkthroughCheck[];
  /** Walkthroughs that there are: results of others go. */
  known: readonly { id: string; locale: string }[];
}

/** New results take the place of old ones of the same walkthrough and locale. In an order that does not change. */
export function mergeChecks({ before, now, known }: Merged): WalkthroughChecks {
  const keyOf = ({ walkthrough, locale }: WalkthroughCheck) => `${walkthrough} ${locale}`;
  const there = new Set(known.map(({ id, locale }) => `${id} ${locale}`));
  const merged = new Map([...before, ...now].map((check) => [keyOf(check), check]));
  const checks = [...merged].filter(([key]) => there.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return walkthroughChecks.parse({ format: 1, checks: checks.map(([, check]) => check) });
}

/** Says whether the file was another one before. */
export const writeChecks = (root: string, checks: WalkthroughChecks): Promise<boolean> =>
  writeWhole(join(root, checksFile), Buffer.from(`${JSON.stringify(checks, null, 2)}\n`));
