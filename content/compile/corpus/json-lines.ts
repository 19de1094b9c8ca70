import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import * as z from 'zod/mini';
import { quote } from '../compile-error.ts';

/** Every line of a file understood, or all that is wrong with it, each as `file:line: field: found …; expected …`. */
export type ReadLines<T> = { ok: true; lines: T[] } | { ok: false; errors: string[] };

/** A file of another form is wrong in every line; so many are enough to see it. */
const mostErrors = 50;

/** A text that may be left out or null. */
export const optionalText = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? ''),
);
/** A list of texts that may be left out or null. */
export const optionalTexts = z.pipe(
  z.nullish(z.array(z.string())),
  z.transform((texts) => texts ?? []),
);

/**
 * Lines by the byte `\n` alone: a text may hold U+2028, at which Node's readline would cut it. A file may be longer
 * than the longest string.
 */
async function* linesOf(path: string): AsyncGenerator<Uint8Array> {
  let open: Uint8Array[] = [];
  for await (const chunk of createReadStream(path)) {
    let rest: Uint8Array = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield Buffer.concat([...open, rest.subarray(0, end)]);
      open = [];
      rest = rest.subarray(end + 1);
    }
    open.push(rest);
  }
  yield Buffer.concat(open);
}

const parse = (line: Uint8Array): { value: unknown } | { wrong: string } => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line).trim();
    return text === '' ? { value: undefined } : { value: JSON.parse(text) };
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    return { wrong: isJson ? `found ${error.message}; expected JSON` : 'found other bytes; expected UTF-8' };
  }
};

const typeNames: Record<string, string> = { string: 'text', array: 'a list of texts', object: 'an object' };
const expectedBy = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected;
  return issue.code === 'too_small' ? 'something in it' : issue.message;
};

/** `headings[2]`; the line as a whole is `line`. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : String(step))).join('') || 'line';

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

/** Reads a file of one JSON object a line, each of which `schema` understands; with `idOf`, each has an id of its own. */
export async function readJsonLines<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  idOf?: { field: string; read: (line: T) => string },
): Promise<ReadLines<T>> {
  if (!(await isFile(path))) return { ok: false, errors: [`${path}: found no file; expected one JSON object a line`] };
  const lines: T[] = [];
  const errors: string[] = [];
  const placeOf = new Map<string, number>();
  let number = 0;
  for await (const bytes of linesOf(path)) {
    number++;
    const report = (field: string, text: string) => errors.push(`${path}:${number}: ${field}: ${text}`);
    const parsed = parse(bytes);
    if ('wrong' in parsed) report('line', parsed.wrong);
    if ('wrong' in parsed || parsed.value === undefined) continue;
    const result = schema.safeParse(parsed.value);
    if (!result.success) {
      for (const issue of result.error.issues) {
        report(fieldOf(issue.path), `found ${quote(at(parsed.value, issue.path))}; expected ${expectedBy(issue)}`);
      }
      continue;
    }
    lines.push(result.data);
    if (!idOf) continue;
    const id = idOf.read(result.data);
    const first = placeOf.get(id);
    if (first) report(idOf.field, `found ${quote(id)}, which line ${first} has; expected one of its own`);
    else placeOf.set(id, number);
  }
  if (errors.length === 0 && lines.length === 0) errors.push(`${path}: found no line; expected one JSON object a line`);
  if (errors.length === 0) return { ok: true, lines };
  const more = errors.length - mostErrors;
  return { ok: false, errors: [...errors.slice(0, mostErrors), ...(more > 0 ? [`${path}: … and ${more} more`] : [])] };
}
