import type { WalkthroughCheck } from '../../schema/walkthrough-check.ts';
import type { LeftOut, Warning } from './check.ts';
import { endOf, type Outcome } from './outcome.ts';
import type { KeptPicture } from './picture/keep.ts';
import type { AnchorReport } from './static/anchors.ts';

/** What `--json` writes. */
export interface JsonReport {
  passed: boolean;
  app?: string;
  walkthroughs: (WalkthroughCheck & {
    passed: boolean;
    file: string;
    milliseconds: number;
    changedPictures: Pick<KeptPicture, 'file' | 'was' | 'pixels'>[];
    warnings: Warning[];
  })[];
  /** What has no result this time. */
  leftOut: (Pick<LeftOut, 'reason' | 'why'> & { walkthrough: string; locale: string })[];
  /** Why the run ended before its end. */
  stopped?: string;
  /** Why its results could not be kept. */
  unwritten?: string;
  anchors?: AnchorReport;
}

export function jsonReport(
  outcome: Outcome | undefined,
  anchors: AnchorReport | undefined,
  app: string | undefined,
): JsonReport {
  const { played, leftOut, stopped, unwritten }: Outcome = outcome ?? { played: [], leftOut: [] };
  return {
    passed: (!outcome || endOf(outcome) === 'passed') && (anchors?.unknown.length ?? 0) === 0,
    ...(app !== undefined && { app }),
    walkthroughs: played.map(({ walkthrough, check, passed, milliseconds, pictures, warnings }) => ({
      ...check,
      passed,
      file: walkthrough.file,
      milliseconds,
      changedPictures: pictures
        .filter(({ was }) => was !== 'same')
        .map(({ file, was, pixels }) => ({ file, was, pixels })),
      warnings,
    })),
    leftOut: leftOut.map(({ walkthrough, reason, why }) => ({
      walkthrough: walkthrough.id,
      locale: walkthrough.locale,
      reason,
      why,
    })),
    ...(stopped !== undefined && { stopped }),
    ...(unwritten !== undefined && { unwritten }),
    ...(anchors && { anchors }),
  };
}
