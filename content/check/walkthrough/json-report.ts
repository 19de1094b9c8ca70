import type { WalkthroughCheck } from '../../schema/walkthrough-check.ts';
import type { Played, Warning } from './check.ts';
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
  anchors?: AnchorReport;
}

export function jsonReport(
  played: readonly Played[],
  anchors: AnchorReport | undefined,
  app: string | undefined,
): JsonReport {
  return {
    passed: played.every(({ passed }) => passed) && (anchors?.unknown.length ?? 0) === 0,
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
    ...(anchors && { anchors }),
  };
}
