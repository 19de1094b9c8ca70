import { expect, it } from 'vitest';
import { buildIndex, mostInOneFile } from '../../../../content/search/build.ts';
import type { IndexSource } from '../../../../content/search/index-source.ts';
import type { KnowledgeClient } from '../../../../site/desk/knowledge/knowledge-client.ts';
import { openSearch } from '../../../../site/desk/knowledge/search.ts';

/** A help center whose index lies in parts. */
function large() {
  const sources = Array.from({ length: mostInOneFile + 200 }, (_, number): IndexSource => {
    const title = `Export number${number} of the ledger`;
    const record = { id: `article:a${number}` as const, kind: 'article' as const, slug: `a${number}`, category: 'c' };
    return {
      record: { ...record, title, description: `It is the one with ${number}.`, file: `tz/doc-${number}.txt` },
      fields: { title, keywords: [], description: '', sections: [{ text: `word${number % 7}` }] },
    };
  });
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (name: string, bytes: Uint8Array<ArrayBuffer>, digits = 10) => {
    const file = `tz/${name}-${String(files.size).padStart(digits, '0')}.txt`;
    files.set(file, bytes);
    return file;
  };
  const index = buildIndex({ locale: 'en', categories: [], aliases: {} }, sources, { add });
  return { files, index };
}

const never: KnowledgeClient['document'] = async () => ({ ok: false, kind: 'offline' });

it('takes the parts of a large index as a query needs them', async () => {
  const { files, index } = large();
  const asked: string[] = [];
  const opened = await openSearch(
    {
      index: async () => ({ ok: true, value: index }),
      part: async (file) => {
        asked.push(file);
        const value = files.get(file);
        return value ? { ok: true, value } : { ok: false, kind: 'offline' };
      },
      document: never,
      replies: async () => ({ ok: false, kind: 'offline' }),
    },
    'en',
  );
  if (!opened.ok) throw new Error(opened.kind);
  const [first] = await opened.value.find('export number77 ');
  expect(first?.record.id).toBe('article:a77');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThan(files.size / 2);
  const before = asked.length;
  await opened.value.find('export number77 ');
  expect(asked).toHaveLength(before);
  expect(await opened.value.byId('article:a1150')).toMatchObject({ slug: 'a1150' });
  expect(await opened.value.byId('article:gone')).toBeUndefined();
});

it('answers from what it has when a part is out of reach, and asks for that again', async () => {
  const { files, index } = large();
  let isAway = true;
  const opened = await openSearch(
    {
      index: async () => ({ ok: true, value: index }),
      part: async (file) => {
        const value = files.get(file);
        return isAway || !value ? { ok: false, kind: 'offline' } : { ok: true, value };
      },
      document: never,
      replies: async () => ({ ok: false, kind: 'offline' }),
    },
    'en',
  );
  if (!opened.ok) throw new Error(opened.kind);
  expect(await opened.value.find('number77')).toEqual([]);
  isAway = false;
  expect((await opened.value.find('number77 '))[0]?.record.id).toBe('article:a77');
});
