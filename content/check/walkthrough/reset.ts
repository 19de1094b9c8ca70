import { spawn } from 'node:child_process';
import type { BrowserContext } from 'playwright-core';
import type { Auth } from './auth.ts';
import type { Guided } from './guided.ts';
import { Stopped } from './stopped.ts';

/** The sample data could not be put back: nothing that is played after that proves anything. */
export class ResetFailed extends Stopped {}

interface Asked {
  app: string;
  context: BrowserContext;
  auth: Auth;
  /** How long a hook may take, in milliseconds. */
  limit: number;
}

/** Puts the app's sample data back, by its own hook: an address or a path is posted to, anything else is a shell command. */
export async function reset(hook: string, walkthrough: Guided, asked: Asked): Promise<void> {
  const { id, locale } = walkthrough;
  if (/^(?:https?:\/\/|\/)/.test(hook)) return post(new URL(hook, asked.app), { walkthrough: id, locale }, asked);
  const ended = await shell(hook, { TIERZERO_WALKTHROUGH: id, TIERZERO_LOCALE: locale }, asked.limit);
  if (!ended) throw new ResetFailed(`--reset: ${hook} had not ended after ${seconds(asked)}; expected it to end`);
  const { code, said } = ended;
  if (code === 0) return;
  const words = said.trim().split('\n').at(-1) ?? '';
  throw new ResetFailed(`--reset: ${hook} ended with ${code}; expected 0${words === '' ? '' : ` (${words})`}`);
}

const seconds = ({ limit }: Asked): string => `${limit / 1000} s`;

async function post(url: URL, data: object, asked: Asked): Promise<void> {
  const { app, context, auth, limit } = asked;
  // SECURITY: what the app knows a visitor by is sent to no other origin; cookies see to that themselves.
  const headers = url.origin === new URL(app).origin ? (auth.headers ?? {}) : {};
  // A query may hold a key.
  const place = `${url.origin}${url.pathname}`;
  const response = await context.request
    .post(url.href, { data, headers, maxRedirects: 0, timeout: limit })
    .catch((error: Error) => {
      const why = error.name === 'TimeoutError' ? `had not answered after ${seconds(asked)}` : 'could not be reached';
      throw new ResetFailed(`--reset: ${place} ${why}; expected an answer`);
    });
  if (!response.ok()) throw new ResetFailed(`--reset: ${place} answered ${response.status()}; expected 2xx`);
}

interface Ended {
  code: number;
  said: string;
}

/** Runs a command; nothing where it does not end in time. */
const shell = (command: string, env: Record<string, string>, limit: number): Promise<Ended | undefined> =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    const timer = setTimeout(() => {
      child.kill();
      // What it has started itself may go on, and keep them open.
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      resolve(undefined);
    }, limit);
    const end = (ended: Ended) => {
      clearTimeout(timer);
      resolve(ended);
    };
    child.on('error', (error) => end({ code: 1, said: error.message }));
    child.on('close', (code) => end({ code: code ?? 1, said }));
  });
