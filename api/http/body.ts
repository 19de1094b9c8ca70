import type * as z from 'zod/mini';
import type { AppContext } from './env.ts';
import { expectations } from './expectation.ts';
import { problem } from './problem.ts';

/** Bytes of a body: six times the longest message, in any script, with room for its context. */
const largest = 64 * 1_024;

export type Read<T> = { ok: true; value: T } | { ok: false; response: Response };

/** Reads a JSON body that has to fit the schema. */
export async function readJson<T>(c: AppContext, schema: z.ZodMiniType<T>, most = largest): Promise<Read<T>> {
  const text = await readText(c, 'application/json', most);
  if (!text.ok) return text;
  const parsed = schema.safeParse(parseJson(text.value));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, response: problem(c, 'invalid-request', { errors: expectations(parsed.error) }) };
}

/** Reads a form as a browser without JavaScript sends it; of a field given twice, the first counts. */
export async function readForm(c: AppContext): Promise<Read<(name: string) => string>> {
  const text = await readText(c, 'application/x-www-form-urlencoded');
  if (!text.ok) return text;
  const fields = new URLSearchParams(text.value);
  return { ok: true, value: (name) => fields.get(name) ?? '' };
}

async function readText(c: AppContext, type: string, most = largest): Promise<Read<string>> {
  const given = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (given !== type) return { ok: false, response: problem(c, 'unsupported-media-type') };
  const bytes = await readBytes(c.req.raw, most);
  if (!bytes) return { ok: false, response: problem(c, 'too-large') };
  return { ok: true, value: new TextDecoder().decode(bytes) };
}

/** Counts while it reads: a length that was announced can be wrong or missing. */
async function readBytes(request: Request, most: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length')) > most) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Text that is not JSON fits no schema. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
