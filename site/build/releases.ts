import * as z from 'zod/mini';

/** The hashed files one build brought, below the public folder. */
const release = z.object({ build: z.string(), files: z.array(z.string()) });
export type Release = z.infer<typeof release>;

/** `dist/releases.json`, newest first. */
export const releaseHistory = z.array(release);

/** An open tab of an older build still asks for that build's chunks: they stay for two more releases. */
const kept = 2;

/**
 * The history after `current` is out, and every hashed file that has to stay.
 * A build that comes out again takes its own place, so that building twice pushes nobody out.
 */
export const succeed = (history: Release[], current: Release): { history: Release[]; stay: Set<string> } => {
  const before = history.filter((older) => older.build !== current.build);
  const next = [current, ...before.slice(0, kept)];
  return { history: next, stay: new Set(next.flatMap((one) => one.files)) };
};
