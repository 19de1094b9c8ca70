import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import * as z from 'zod/mini';
import { type Manifest, manifest } from '../../content/schema/manifest.ts';
import { type Routing, routing } from '../../content/schema/routing.ts';
import { compose } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import { createPages } from './pages.ts';
import { openTeamFiles, teamFolder } from './team-files.ts';
import { openWalkthroughFile } from './walkthrough-file.ts';

const hourMs = 3_600_000;
/** A warning may come so much late. */
const tickMs = 15_000;
/** How long open answers may take once the process was told to stop. */
const graceMs = 3_000;

export interface ServeOptions extends Partial<Config> {
  /** Read from `tierzero.json` in `publicDir` when left out. */
  settings?: Manifest['settings'];
  /** Milliseconds since 1970. Default: the machine's. */
  now?: () => number;
  /** Default: standard error. */
  log?: (line: string) => void;
}

export interface Running {
  /** Origin without a slash at its end: `http://localhost:4321`. */
  url: string;
  /** Looks at the clocks of requests now, and not only when the next look is due. */
  tick(): Promise<void>;
  /** Stops listening, lets open answers finish, closes the database. */
  close(): Promise<void>;
  /** Address of a fresh sign-in link for the desk: works once, for 15 minutes. */
  signInLink(): Promise<string>;
}

/** Serves help center, API, desk and request page on one origin. What is not given has its default. */
export async function serve(options: ServeOptions = {}): Promise<Running> {
  const { settings, now = Date.now, log = (line: string) => console.error(line), ...given } = options;
  const config = { ...defaults(), ...given };
  const composed = compose(config, {
    settings: settings ?? readSettings(config.publicDir),
    routing: readRouting(config.publicDir),
    now,
    log,
    pages: createPages(config.publicDir, config.base),
    knowledge: openTeamFiles(teamFolder(config)),
    walkthroughs: openWalkthroughFile(config.publicDir),
  });
  const { url, stop } = await listen(config, composed.fetch).catch((error: unknown) => {
    composed.close();
    throw error;
  });

  const sweep = () => composed.sweep().catch(() => log('sweeping expired rows has to wait for the next hour'));
  const tick = () => composed.tick().catch(() => log('looking at the clocks of requests has to wait'));
  await sweep();
  await tick();
  const timers = [setInterval(sweep, hourMs).unref(), setInterval(tick, tickMs).unref()];
  return {
    url,
    tick: () => composed.tick(),
    async close() {
      for (const timer of timers) clearInterval(timer);
      composed.endStreams();
      await stop();
      composed.close();
    },
    signInLink: async () => `${config.siteUrl ?? url}${config.base}desk/#${await composed.signInToken()}`,
  };
}

function defaults(): Config {
  const read = readConfig({});
  if (!read.ok) throw new Error('The defaults of the configuration are not valid.');
  return read.config;
}

/** The build writes its manifest last: without it, there is nothing whole to serve. */
const readSettings = (publicDir: string): Manifest['settings'] =>
  readBuilt(join(publicDir, 'tierzero.json'), z.pick(manifest, { settings: true })).settings;

/** The whole table, with the lines of its rules; it is not among what is served. */
const readRouting = (publicDir: string): Routing => readBuilt(join(publicDir, '_routing.json'), routing);

function readBuilt<T>(path: string, schema: z.ZodMiniType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`The help center is not built: ${path} is missing or not whole. Run npm run build first.`, {
      cause,
    });
  }
}

type Handler = (request: Request, env: { address?: string }) => Response | Promise<Response>;

function listen({ host, port }: Config, handle: Handler): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createAdaptorServer({
    fetch: (request, env) => handle(request, addressOf(env)),
    overrideGlobalObjects: false,
    // A client that sends its body a byte at a time gives up its place after half a minute. Idle connections stay longer than
    // proxies keep theirs (mostly 60 s), so that none is closed just as a proxy sends a request over it.
    serverOptions: { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 },
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    // `localhost` can mean ::1, 127.0.0.1 or both; everybody who knows the name also tries 127.0.0.1.
    server.listen(port, host === 'localhost' ? '127.0.0.1' : host, () => {
      const shown = /^(?:0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
      resolve({ url: `http://${shown}:${portOf(server.address())}`, stop: () => stop(server) });
    });
  });
}

const addressOf = (env: object): { address?: string } => {
  const address = isNode(env) ? env.incoming.socket.remoteAddress : undefined;
  return address === undefined ? {} : { address };
};
const isNode = (env: object): env is HttpBindings => 'incoming' in env;

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === 'object' ? address.port : 0;

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs).unref();
  });
}

function explain(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  const other = `Choose another one: PORT=${port + 1} npm start`;
  if (code === 'EADDRINUSE') return new Error(`Port ${port} is in use by another program. ${other}`, { cause: error });
  if (code === 'EACCES') return new Error(`Port ${port} is not allowed for this user. ${other}`, { cause: error });
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') {
    return new Error(`HOST ${host} is not an address of this machine. Try localhost or 0.0.0.0.`, { cause: error });
  }
  return error;
}
