import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** What a service manager sends, and what a closed terminal does. */
const asked = ['SIGTERM', 'SIGHUP'] as const;

/** A launcher whose command writes the file `closed` when it is ended by `signal`. */
const launcherFor = (signal: string): string => {
  const root = mkdtempSync(join(tmpdir(), 'tierzero-launcher-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  copyFileSync(new URL('../tierzero.mjs', import.meta.url), join(root, 'tierzero.mjs'));
  mkdirSync(join(root, 'node_modules'));
  mkdirSync(join(root, 'test/bench'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'node_modules/.tierzero-lock'), createHash('sha256').update('{}').digest('hex'));
  writeFileSync(
    join(root, 'test/bench/size.ts'),
    `import { writeFileSync } from 'node:fs';
     process.on('${signal}', () => { writeFileSync('closed', ''); process.exit(7); });
     setTimeout(() => process.exit(8), 20_000);
     console.log('up');`,
  );
  return root;
};

test.skipIf(process.platform === 'win32').each(asked)(
  'the launcher hands %s on and leaves nothing behind',
  async (signal) => {
    const root = launcherFor(signal);
    const launcher = spawn(process.execPath, ['tierzero.mjs', 'bench:size'], { cwd: root });
    await once(launcher.stdout, 'data');
    launcher.kill(signal);
    const [code] = await once(launcher, 'exit');
    expect([code, existsSync(join(root, 'closed'))]).toEqual([7, true]);
  },
);

test.skipIf(process.platform === 'win32')("the launcher ends with npm's shell, which hands no signal on", async () => {
  const root = launcherFor('SIGTERM');
  const script = `"${process.execPath}" tierzero.mjs bench:size; true`;
  const env = { ...process.env, npm_lifecycle_event: 'bench:size' };
  const shell = spawn('sh', ['-c', script], { cwd: root, env });
  await once(shell.stdout, 'data');
  shell.kill('SIGTERM');
  await expect.poll(() => existsSync(join(root, 'closed')), { timeout: 10_000 }).toBe(true);
});

test.each([
  ['start', '--nonsense'],
  ['dev', '--nonsense'],
  ['build', '--nonsense'],
  ['test', '--nonsense'],
  ['bench:size', '--nonsense'],
])('the launcher refuses an option that nobody knows: %s %s', (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tierzero.mjs', ...args], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe('--nonsense: found an option that nobody knows; --help names those there are\n');
});
