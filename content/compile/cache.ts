import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { jsonBytes } from './json-bytes.ts';

/** What earlier runs have worked out, by a key that stands for everything it follows from. */
export interface Cache {
  /** JSON of the value kept under a key; nothing when there is none or it is damaged. A key says of what shape its value is. */
  get(key: string): Uint8Array | undefined;
  set(key: string, json: Uint8Array): void;
  /** Keeps what was asked for or set in this run. */
  save(): Promise<void>;
}

/** A key made of everything the value follows from. */
export const cacheKey = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, keyEnd);
};

/** What an earlier run has made of the same, or what is made now, which is kept; it is plain data. */
export function remembered<T>(cache: Cache, key: string, make: () => T): T {
  const kept = recall<T>(cache, key);
  if (kept !== undefined) return kept;
  const made = make();
  cache.set(key, jsonBytes(JSON.stringify(made)));
  return made;
}

/** The same as JSON, which need not be read to be passed on. */
export function rememberedJson(cache: Cache, key: string, make: () => unknown): Uint8Array {
  const kept = cache.get(key);
  if (kept) return kept;
  const made = jsonBytes(JSON.stringify(make()));
  cache.set(key, made);
  return made;
}

/** What an earlier run has kept. */
export function recall<T>(cache: Cache, key: string): T | undefined {
  const json = cache.get(key);
  return json && JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString());
}

/** When more than this share of the file is of no use any more, it is written anew; else new entries are added to it. */
const mostWaste = 0.5;
const newline = 10;

/**
 * A cache in one file: a line that names the version of the code, then an entry a line (key, CRC-32, JSON). An entry is
 * read when it is asked for, so that what has changed costs nothing. Values are trusted once version and checksum hold.
 */
export async function openCache(path: string, version: string): Promise<Cache> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const header = Buffer.from(`${version}\n`);
  const isOurs = bytes.subarray(0, header.length).equals(header);
  const entries = isOurs ? entriesOf(bytes, header.length) : new Map<string, Buffer>();
  const used = new Set<string>();
  const added = new Map<string, Buffer>();
  return {
    get(key) {
      const entry = entries.get(key);
      const json = entry && payloadOf(entry);
      if (json) used.add(key);
      return json;
    },
    set(key, json) {
      added.set(key, entryOf(key, json));
    },
    async save() {
      const kept = [...used].filter((key) => !added.has(key)).map((key) => entries.get(key)!);
      const useful = kept.reduce((sum, entry) => sum + entry.length, header.length);
      // A run that was cut off may have left half a line: entries start on a line of their own.
      if (isOurs && useful >= bytes.length * (1 - mostWaste)) {
        if (added.size > 0) await appendFile(path, Buffer.concat([Buffer.from('\n'), ...added.values()]));
        return;
      }
      await writeWhole(path, [header, ...kept.flatMap((entry) => [entry, Buffer.from('\n')]), ...added.values()]);
    },
  };
}

async function writeWhole(path: string, parts: readonly Buffer[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  const file = await open(part, 'w');
  try {
    await file.writev([...parts]);
  } finally {
    await file.close();
  }
  await rename(part, path);
}

/** Lines by key, without their end; the last of a key counts. */
function entriesOf(bytes: Buffer, start: number): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  for (let at = start; at < bytes.length; ) {
    const end = bytes.indexOf(newline, at);
    const line = bytes.subarray(at, end < 0 ? bytes.length : end);
    if (line.length > jsonStart) entries.set(line.toString('latin1', 0, keyEnd), line);
    at += line.length + 1;
  }
  return entries;
}

/** Lengths of what stands before the JSON: a key (32 hex digits), a space, the checksum (8), a space. */
const keyEnd = 32;
const jsonStart = 42;
const space = Buffer.from(' ');

/** Over key and JSON, as hex digits. */
const checksum = (key: Uint8Array, json: Uint8Array): Buffer =>
  Buffer.from(crc32(json, crc32(key)).toString(16).padStart(8, '0'));

function entryOf(key: string, json: Uint8Array): Buffer {
  const name = Buffer.from(key);
  return Buffer.concat([name, space, checksum(name, json), space, json, Buffer.from('\n')]);
}

function payloadOf(entry: Buffer): Buffer | undefined {
  const json = entry.subarray(jsonStart);
  const sum = checksum(entry.subarray(0, keyEnd), json);
  return sum.equals(entry.subarray(keyEnd + 1, jsonStart - 1)) ? json : undefined;
}
