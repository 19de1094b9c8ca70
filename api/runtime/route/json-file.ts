import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { expectations } from '../../http/expectation.ts';

export type Read<T> = { ok: true; value: T } | { ok: false; errors: string[] };

/** Reads a file of one JSON value; each error is a line that names its place and what should be there. */
export function readJson<T>(file: string, schema: z.ZodMiniType<T>): Read<T> {
  const refuse = (...errors: string[]): Read<T> => ({ ok: false, errors });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(`${file}: cannot be read (${codeOf(error)}); expected a file of JSON`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(`${file}: ${error instanceof Error ? error.message : error}; expected JSON`);
  }
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse(...expectations(parsed.error).map(({ path, expected }) => `${file}: ${path}: expected ${expected}`));
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'damaged');
