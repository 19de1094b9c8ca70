import * as z from 'zod/mini';
import type { Memory } from './memory.ts';

/**
 * A reply being written. `key` is its Idempotency-Key: made with the first character, the same on every try, gone with the
 * draft, so that a reply whose answer got lost is not sent twice.
 */
export interface Draft {
  text: string;
  key: string;
}

const draft = z.object({ text: z.string(), key: z.string().check(z.minLength(16), z.maxLength(255)) });

export interface Drafts {
  read(name: string): Draft | undefined;
  /** Empty text ends the draft. */
  write(name: string, text: string): void;
  /** Keeps the text under a new key: the old one belongs to what was sent before. */
  renew(name: string): void;
  end(name: string): void;
}

/** Drafts survive a reload. `createKey` makes a new Idempotency-Key. */
export const openDrafts = (memory: Memory, createKey: () => string): Drafts => {
  const read = (name: string): Draft | undefined => {
    try {
      return draft.safeParse(JSON.parse(memory.get(name) ?? 'null')).data;
    } catch {
      return undefined;
    }
  };
  const keep = (name: string, value: Draft) => memory.set(name, JSON.stringify(value));
  return {
    read,
    write(name, text) {
      if (text === '') memory.delete(name);
      else keep(name, { text, key: read(name)?.key ?? createKey() });
    },
    renew(name) {
      const text = read(name)?.text;
      if (text) keep(name, { text, key: createKey() });
    },
    end: (name) => memory.delete(name),
  };
};
