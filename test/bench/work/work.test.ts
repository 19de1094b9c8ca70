import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('takes no more work to search than is committed in work.json', () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { stderr, status } = spawnSync(process.execPath, [main], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
