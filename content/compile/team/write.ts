import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TeamContent } from '../../schema/team.ts';
import { jsonBytes } from '../json-bytes.ts';
import { writeWhole } from '../write.ts';
import type { TeamOutput } from './output.ts';

/** Beside what is published, never among it: the build copies this folder to where the API alone reads. */
const folder = 'team';

/** Writes what differs, `team.json` last, and removes what is left from before. Answers how many files were written. */
export async function writeTeam(out: string, locales: readonly TeamOutput[]): Promise<number> {
  const at = join(out, folder);
  await mkdir(at, { recursive: true });
  const content: TeamContent = { format: 1, locales: locales.map((one) => one.content) };
  const files = [
    ...locales.map(({ content, index }): [string, Uint8Array] => [content.index, index]),
    ['team.json', jsonBytes(`${JSON.stringify(content)}\n`)] as const,
  ];
  let written = 0;
  for (const [name, bytes] of files) if (await writeWhole(join(at, name), bytes)) written += 1;
  const names = files.map(([name]) => name);
  for (const name of await readdir(at)) {
    if (!names.includes(name)) await rm(join(at, name), { recursive: true });
  }
  return written;
}
