import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judge } from './judge.ts';
import { countWork, type Works } from './work.ts';

/**
 * `node test/bench/work/main.ts` counts the work of fixed queries and exits 1 where it grew beyond what is committed in
 * work.json. `--write` commits to what it is now; `--json` prints it.
 */
const file = fileURLToPath(new URL('work.json', import.meta.url));

const works = await countWork();
if (process.argv.includes('--json')) console.log(JSON.stringify(works, null, 2));
if (process.argv.includes('--write')) writeFileSync(file, `${JSON.stringify(works, null, 2)}\n`);
const committed: Works = JSON.parse(readFileSync(file, 'utf8'));
const complaints = judge(works, committed);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) {
  console.error('If that is worth it, write the new figures: node test/bench/work/main.ts --write');
  process.exitCode = 1;
}
