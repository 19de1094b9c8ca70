import { fileURLToPath } from 'node:url';
import { loadConfigFromFile } from 'vite';
import { expect, test } from 'vitest';

test('a first build is not interrupted by how long its own minifier takes', async () => {
  const file = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url));
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'app' }, file, undefined, 'silent');
  expect(loaded?.config.build?.rolldownOptions?.checks).toMatchObject({ bundlerTimings: false });
});
