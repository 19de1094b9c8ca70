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
}

/** Puts the app's sample data back, by its own hook: an address or a path is posted to, anything else is a shell command. */
export async function reset(hook: string, walkthrough: Guided, asked: Asked): Promise<void> {
  const { id, locale } = walkthrough;
  if (/^(?:https?:\/\/|\/)/.test(hook)) return post(new URL(hook, asked.app), { walkthrough: id, locale }, asked);
  const { code, said } = await shell(hook, { TIERZERO_WALKTHROUGH: id, TIERZERO_LOCALE: locale });
  if (code === 0) return;
  const words = said.trim().split('\n').at(-1) ?? '';
  throw new ResetFailed(`--reset: ${hook} ended with ${code}; expected 0${words === '' ? '' : ` (${words})`}`);
}

async function post(url: URL, data: object, { app, context, auth }: Asked): Promise<void> {
  // SECURITY: what the app knows a visitor by is sent to no other origin; cookies see to that themselves.
  const headers = url.origin === new URL(app).origin ? (auth.headers ?? {}) : {};
  // A query may hold a key.
  const place = `${url.origin}${url.pathname}`;
  const response = await context.request.post(url.href, { data, headers, maxRedirects: 0 }).catch(() => undefined);
  if (!response) throw new ResetFailed(`--reset: ${place} could not be reached; expected an answer`);
  if (!response.ok()) throw new ResetFailed(`--reset: ${place} answered ${response.status()}; expected 2xx`);
}

const shell = (command: string, env: Record<string, string>): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
