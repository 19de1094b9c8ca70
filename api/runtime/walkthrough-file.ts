import { join } from 'node:path';
import { type PublishedWalkthrough, publishedWalkthroughs } from '../../content/schema/published-walkthrough.ts';
import { fresh } from './fresh.ts';

/** Reads which walkthroughs are published; a new build shows without a restart, and without the file there are none. */
export const openWalkthroughFile = (publicDir: string): (() => Promise<PublishedWalkthrough[]>) =>
  fresh<PublishedWalkthrough[]>(
    join(publicDir, '_walkthroughs.json'),
    [],
    (text) => publishedWalkthroughs.parse(JSON.parse(text)).walkthroughs,
  );
