import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run dev`: builds, serves, watches. Building and serving are processes of their own: a module, once imported,
 * stays as it was, and code of every folder may change here.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const settled = 120;

const run = (...args: string[]): ChildProcess => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });

let server: ChildProcess | undefined;
const restart = async (): Promise<void> => {
  const old = server;
  server = undefined;
  if (old && old.exitCode === null) {
    old.kill();
    await once(old, 'exit');
  }
  server = run('api/runtime/node.ts');
};

/** Builds; a failure is printed by the build and the last good help center goes on being served. */
const build = async (): Promise<boolean> => {
  const [code] = await once(run('site/build/main.ts'), 'exit');
  return code === 0;
};

let changed = new Set<string>();
let timer: NodeJS.Timeout | undefined;
let busy = false;

const react = async (): Promise<void> => {
  if (busy) return;
  busy = true;
  while (changed.size > 0) {
    const folders = changed;
    changed = new Set();
    const built = await build();
    // The server reads files as they are asked for; its own code and what it reads once need a fresh one.
    if (built && (folders.has('api') || folders.has('content') || !server)) await restart();
    console.log(built ? `Ready after a change in ${[...folders].join(', ')}.` : 'Waiting for the next change.');
  }
  busy = false;
};

for (const folder of ['content', 'widget', 'site', 'api']) {
  watch(join(root, folder), { recursive: true }, (_, name) => {
    // Astro writes its types beside the pages while it builds.
    if (name?.startsWith('.astro')) return;
    changed.add(folder);
    clearTimeout(timer);
    timer = setTimeout(react, settled);
  });
}
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server?.kill();
    process.exit(0);
  });

busy = true;
if (await build()) await restart();
else console.log('Waiting for the next change.');
busy = false;
await react();
