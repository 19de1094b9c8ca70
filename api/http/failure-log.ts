import { createMiddleware } from 'hono/factory';
import { redactText } from '../contract/redact.ts';
import type { AppEnv } from './env.ts';

/**
 * One line for each failed request: no query, body, header or key, and nothing in the path that could be an address or a
 * capability somebody pasted there.
 */
export const failureLog = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const { status } = c.res;
  if (status < 400) return;
  const { log, now } = c.var.deps;
  const path = printable(redactText(c.req.path).replace(/[\w-]{40,}/g, '…')).slice(0, 200);
  log([new Date(now()).toISOString(), c.req.method, path, status, c.var.problem].filter(Boolean).join(' '));
});

/** A terminal obeys control characters, and a line end would start an entry that never happened. */
export const printable = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');

/** What is said of an error nobody expected: where, never its message, which may quote what was sent. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const detail = 'errstr' in error ? ` (${String(error.errstr)})` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${error.name}${code}${detail}${frames
    .slice(0, 4)
    .map((frame) => ` ${frame.trim()}`)
    .join(';')}`;
}
