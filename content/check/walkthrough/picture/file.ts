import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WalkthroughCheck } from '../../../schema/walkthrough-check.ts';
import type { Guided } from '../guided.ts';
import type { Scheme } from './take.ts';

export const schemes: readonly Scheme[] = ['light', 'dark'];

/** Below the content folder. */
export const pictureFile = ({ locale, slug }: Pick<Guided, 'locale' | 'slug'>, step: string, scheme: Scheme): string =>
  `${locale}/walkthroughs/${slug}/${step}-${scheme}.png`;

/**
 * Takes away the pictures of steps that are no more, which an earlier check has written; says which. Nothing else in that
 * folder is ours, and neither is a file that the results name elsewhere.
 */
export async function forgetPictures(
  root: string,
  walkthrough: Guided,
  earlier: WalkthroughCheck | undefined,
): Promise<string[]> {
  const gone = (earlier?.steps ?? []).filter(({ id }) => walkthrough.guide.steps.every((step) => step.id !== id));
  const files = gone.flatMap(({ id, pictures }) =>
    schemes
      .map((scheme) => pictureFile(walkthrough, id, scheme))
      .filter((file, at) => file === pictures?.[schemes[at]!]),
  );
  for (const file of files) await rm(join(root, file), { force: true });
  return files;
}
