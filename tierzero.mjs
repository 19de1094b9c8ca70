// The one file that runs before anything is installed: no dependency, any Node from 20 on.
// It installs what the lock file names, then hands over to the project's own Node and TypeScript entry points.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('.', import.meta.url));
const entries = {
  start: ['api/runtime/node.ts'],
  dev: ['site/build/dev.ts'],
  build: ['site/build/main.ts'],
  test: ['test/run.ts'],
  compile: ['content/compile/main.ts'],
  search: ['content/compile/search.ts'],
  route: ['api/runtime/route/main.ts'],
  walkthroughs: ['content/check/walkthrough/main.ts'],
  'bench:size': ['test/bench/size.ts'],
  'bench:relevance': ['test/bench/relevance/main.ts'],
  'bench:index': ['test/bench/index/main.ts'],
  'bench:typing': ['test/bench/typing/main.ts'],
  'bench:routing': ['test/bench/routing/main.ts'],
  'bench:desk': ['test/bench/desk/main.ts'],
  'bench:walkthroughs': ['test/bench/walkthroughs.ts'],
};

/** What the commands do that have no usage of their own. */
const usages = {
  start: '[--content DIR]\n  installs, builds and serves; --content serves what npm run compile -- --out DIR wrote',
  dev: '\n  rebuilds and restarts while you work',
  build: '\n  builds dist/public',
  test: '\n  every gate; npm run test:long adds what takes minutes',
  'bench:size': '[--json]\n  bytes that people download, and their budgets',
};

/** Options of the commands that read none themselves, or only those they know. */
const options = {
  start: { content: { type: 'string' } },
  dev: {},
  build: { content: { type: 'string' }, out: { type: 'string' } },
  test: { long: { type: 'boolean' } },
  'bench:size': { json: { type: 'boolean' } },
};

const [command = '', ...rest] = process.argv.slice(2);
const entry = entries[command];
if (!entry) {
  const asks = command === '--help' || command === '-h';
  console[asks ? 'log' : 'error'](`node tierzero.mjs ${Object.keys(entries).join(' | ')}`);
  process.exit(asks ? 0 : 2);
}
if (usages[command] && rest.some((arg) => arg === '--help' || arg === '-h')) {
  console.log(`npm run ${command} -- ${usages[command]}`.replace(' -- \n', '\n'));
  process.exit(0);
}

const other = command === 'start' ? otherContent(rest) : undefined;
if (options[command]) refuseUnknown(rest, options[command]);
install();
// Building is quick when nothing changed: each step compares what it reads with what it read last time.
if (command === 'start') build(other ? ['--content', other.content, '--out', other.out] : []);
stay([...entry, ...rest], other ? { TIERZERO_PUBLIC: join(other.out, 'public') } : {});

/** What nobody understands is said before anything is installed, built or measured. */
function refuseUnknown(args, known) {
  try {
    parseArgs({ args, options: known });
  } catch (error) {
    const [, unknown] = /^Unknown option '(.+?)'/.exec(error.message) ?? [];
    const hint = 'found an option that nobody knows; --help names those there are';
    console.error(unknown ? `${unknown}: ${hint}` : error.message.split('\n')[0]);
    process.exit(2);
  }
}

/** `--content DIR`: what was compiled there is served from a folder of its own, so that plain `start` finds its own build. */
function otherContent(args) {
  const { content } = parseArgs({ args, options: { content: { type: 'string' } }, strict: false }).values;
  if (content === undefined) return undefined;
  if (typeof content !== 'string') {
    console.error('--content: found nothing; expected a folder that npm run compile -- --out has written');
    process.exit(2);
  }
  const name = createHash('sha256').update(resolve(root, content)).digest('hex').slice(0, 10);
  return { content, out: join('dist', `content-${name}`) };
}

/** Runs `npm ci` unless the installed tree already is the lock file's. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.tierzero-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing the packages of package-lock.json …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('npm ci did not finish, see above. Nothing was started; run the command again once it is mended.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** What runs a TypeScript entry: the Node that came with the packages, or this one where none is published (macOS). */
function node() {
  const bin = join(root, 'node_modules', '.bin');
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ASTRO_TELEMETRY_DISABLED: '1' };
  const own = ['linux-x64', 'linux-arm64', 'win-x64']
    .map((platform) =>
      join(root, 'node_modules', `node-${platform}`, 'bin', platform === 'win-x64' ? 'node.exe' : 'node'),
    )
    .find(existsSync);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (!own && (major < 22 || (major === 22 && minor < 18))) {
    console.error(
      `Node ${process.versions.node} cannot run this, and no package brings a newer one here: install Node 24.`,
    );
    process.exit(1);
  }
  return { path: own ?? process.execPath, options: { cwd: root, stdio: 'inherit', env } };
}

function build(args) {
  const { path, options } = node();
  const { status } = spawnSync(path, ['site/build/main.ts', ...args], options);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs the command itself, and ends with it. */
function stay(args, env) {
  const { path, options } = node();
  const child = spawn(path, args, { ...options, env: { ...options.env, ...env } });
  // Ctrl-C reaches the child through the terminal's process group; the launcher waits for it to end.
  process.on('SIGINT', () => {});
  // What a service manager sends reaches this process alone: without handing it on, the server would stay behind.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm hands a signal to its shell, and that ends without handing it on: the command would go on and keep its port.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM');
    }, 500).unref();
  }
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
