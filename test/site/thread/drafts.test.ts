import { describe, expect, it } from 'vitest';
import { openDrafts } from '../../../site/thread/drafts.ts';
import { openMemory } from '../../../site/thread/memory.ts';

const none = (): Storage => {
  throw new Error('no storage');
};
const open = (memory = openMemory(none)) => {
  let count = 0;
  return { memory, drafts: openDrafts(memory, () => `key-number-${++count}-of-a-test`) };
};

describe('a draft', () => {
  it('has one key from its first character to its end', () => {
    const { drafts } = open();
    drafts.write('a', 'H');
    const key = drafts.read('a')?.key;
    drafts.write('a', 'Hello');
    expect(drafts.read('a')).toEqual({ text: 'Hello', key });
    drafts.end('a');
    expect(drafts.read('a')).toBeUndefined();
    drafts.write('a', 'Again');
    expect(drafts.read('a')?.key).not.toBe(key);
  });

  it('ends when its text is taken back', () => {
    const { drafts } = open();
    drafts.write('a', 'H');
    drafts.write('a', '');
    expect(drafts.read('a')).toBeUndefined();
  });

  it('keeps its text under a renewed key', () => {
    const { drafts } = open();
    drafts.write('a', 'Hello');
    const before = drafts.read('a');
    drafts.renew('a');
    expect(drafts.read('a')).toEqual({ text: 'Hello', key: expect.not.stringMatching(`^${before?.key}$`) });
  });

  it('survives a reload and a damaged note', () => {
    const { memory, drafts } = open();
    drafts.write('a', 'Hello');
    expect(open(memory).drafts.read('a')?.text).toBe('Hello');
    memory.set('a', '{"text":');
    expect(drafts.read('a')).toBeUndefined();
    memory.set('a', '{"text":"x","key":"short"}');
    expect(drafts.read('a')).toBeUndefined();
  });
});

describe('memory', () => {
  it('keeps texts for the page where the browser keeps none', () => {
    const memory = openMemory(none);
    memory.set('a', 'kept');
    expect(memory.get('a')).toBe('kept');
    memory.delete('a');
    expect(memory.get('a')).toBeUndefined();
  });
});
