import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import type { AppDeps } from './http/env.ts';
import { rateWindowMs } from './http/limit.ts';
import { createStreams } from './http/streams.ts';
import { readSecret } from './runtime/secret-file.ts';
import { createSecrets, hashOf, randomToken } from './secrets.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Person } from './store/store.ts';
import { tick } from './ticket/tick.ts';

/** A sign-in link is for whoever reads the terminal now. */
const signInMs = 15 * 60_000;
/** Longer than the 30 days a device may hold a message back, so that a late retry is still a replay. */
const keysKeptMs = 45 * 86_400_000;

export interface Composed {
  fetch: (request: Request, env: { address?: string }) => Response | Promise<Response>;
  /** Makes a fresh token for `/desk/#…`. */
  signInToken(): Promise<string>;
  /** Deletes what has expired. */
  sweep(): Promise<void>;
  /** Lets the clocks of tickets say what they have to say by now. */
  tick(): Promise<void>;
  /** Ends the streams that desks listen to, so that a server can stop. */
  endStreams(): void;
  close(): void;
}

type Given = Pick<AppDeps, 'settings' | 'routing' | 'now' | 'log' | 'pages' | 'knowledge' | 'walkthroughs'>;

/** Puts the drivers of this platform together; no other file chooses one. */
export function compose(config: Config, given: Given): Composed {
  // Requests are for the process's user alone, whatever the umask, also in a folder that somebody else made. SQLite gives
  // the files beside the database the mode of the database.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const database = join(config.dataDir, 'tierzero.db');
  closeSync(openSync(database, 'a', 0o600));
  const { now } = given;
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const secrets = createSecrets(config.secret ?? readSecret(join(config.dataDir, 'secret'), () => randomToken(random)));
  const { store, close } = openSqlite(database, now());
  const streams = createStreams();
  const deps = { ...given, store, secrets, random, config, streams };
  const app = createApp(deps);
  return {
    fetch: (request, env) => app.fetch(request, env),
    async signInToken() {
      const token = randomToken(random);
      // Whoever may read the terminal decides over everything anyway.
      const operator: Person = { id: 'operator', name: config.agent ?? given.settings.name, role: 'admin', groups: [] };
      await store.keepPerson(operator, now());
      await store.createSignInLink({
        tokenHash: await hashOf(token),
        person: operator.id,
        expiresAt: now() + signInMs,
      });
      return token;
    },
    sweep: () => store.sweep({ now: now(), keysBefore: now() - keysKeptMs, ratesBefore: now() - 2 * rateWindowMs }),
    async tick() {
      let looked = 0;
      for (let more = true; more; ) {
        const ticked = await tick(deps);
        more = ticked.more;
        looked += ticked.looked;
      }
      if (looked > 0) streams.wake();
    },
    endStreams: () => streams.close(),
    close,
  };
}
