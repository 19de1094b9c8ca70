import type { WalkthroughCheck } from '../../schema/walkthrough-check.ts';
import type { Played } from './check.ts';
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
    walkthroughs: played.map(({ walkthrough, check, passed, milliseconds, pictures }) => ({
      ...check,
      passed,
      file: walkthrough.file,
      milliseconds,
      changedPictures: pictures
        .filter(({ was }) => was !== 'same')
        .map(({ file, was, pixels }) => ({ file, was, pixels })),
    })),
    ...(anchors && { anchors }),
  };
}
