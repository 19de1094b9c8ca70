import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

/** What makes a visitor a known one; kept out of everything that is printed. */
export interface Auth {
  /** As Playwright's `storageState` writes it. */
  storageState?: z.infer<typeof storageState>;
  /** Sent to the app's own origin and to no other. */
  headers?: Record<string, string>;
}

const storageState = z.object({
  cookies: z.array(
    z.object({
      name: z.string().check(z.minLength(1)),
      value: z.string(),
      domain: z.string().check(z.minLength(1)),
      path: z.string().check(z.startsWith('/')),
      expires: z.number(),
      httpOnly: z.boolean(),
      secure: z.boolean(),
      sameSite: z.enum(['Strict', 'Lax', 'None']),
    }),
  ),
  origins: z.array(
    z.object({ origin: z.string(), localStorage: z.array(z.object({ name: z.string(), value: z.string() })) }),
  ),
});
const headers = z.record(z.string(), z.string()).check(z.refine(isHeaders));
const written = z.union([storageState, z.object({ headers })]);

/** What a browser says of a request itself, and takes from nobody. */
const reserved = [
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Whether they can be sent: a name or a value that HTTP does not know would make every request fail. */
function isHeaders(named: Record<string, string>): boolean {
  try {
    const headers = new Headers(named);
    return !reserved.some((name) => headers.has(name));
  } catch {
    return false;
  }
}

/** Reads `--auth FILE`. An error names the file and never what is in it. */
export async function readAuth(file: string): Promise<{ ok: true; auth: Auth } | { ok: false; error: string }> {
  const refuse = (found: string) => ({
    ok: false as const,
    error: `--auth: found ${found} in ${file}; expected the JSON of Playwright's storageState, or {"headers": {…}}`,
  });
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return refuse('no file');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('no JSON');
  }
  const parsed = written.safeParse(json);
  if (!parsed.success) return refuse('something else');
  return { ok: true, auth: 'headers' in parsed.data ? parsed.data : { storageState: parsed.data } };
}
