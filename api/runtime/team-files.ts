import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { type TeamContent, teamContent } from '../../content/schema/team.ts';
import type { Knowledge } from '../http/knowledge.ts';
import { fresh } from './fresh.ts';

/** Reads what the build wrote for agents; a new build shows without a restart. */
export function openTeamFiles(folder: string): Knowledge {
  const content = fresh<TeamContent | undefined>(join(folder, 'team.json'), undefined, (text) =>
    teamContent.parse(JSON.parse(text)),
  );
  return {
    content,
    async index(file) {
      // The name is one that the content's schema has let through: no separator is in it.
      const bytes = await readFile(join(folder, file)).catch(() => undefined);
      return bytes && new Uint8Array(bytes);
    },
  };
}

/**
 * The folder, by default beside the public one.
 * SECURITY: not inside it, where every file is served to whoever asks.
 */
export function teamFolder({ publicDir, teamDir }: { publicDir: string; teamDir?: string | undefined }): string {
  const folder = resolve(teamDir ?? join(publicDir, '..', 'team'));
  const path = relative(resolve(publicDir), folder);
  if (path !== '..' && !path.startsWith(`..${sep}`) && !/^(?:[a-z]:|[\\/])/i.test(path)) {
    throw new Error(
      `TIERZERO_TEAM: found ${folder}, where everybody could read it. Give a folder outside of TIERZERO_PUBLIC.`,
    );
  }
  return folder;
}
