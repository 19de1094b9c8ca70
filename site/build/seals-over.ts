import { readFile } from 'node:fs/promises';
import { publishedWalkthroughs } from '../../content/schema/published-walkthrough.ts';
import { isOver } from '../src/over.ts';

/** Checks that no longer count, of those that `walkthroughs.json` tells of: pages made before that still say so. */
export const sealsOver = async (file: string, now: Date): Promise<string[]> => {
  const { walkthroughs } = publishedWalkthroughs.parse(JSON.parse(await readFile(file, 'utf8')));
  return walkthroughs.flatMap(({ id, locale, seal }) =>
    seal && isOver(seal.until, now) ? `${id} ${locale} ${seal.until}` : [],
  );
};
