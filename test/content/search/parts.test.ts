import { describe, expect, test } from 'vitest';
import { fileName, hashOf } from '../../../content/compile/file-name.ts';
import { readBlock } from '../../../content/search/block.ts';
import { buildIndex } from '../../../content/search/build.ts';
import { contentDigits, documentFile } from '../../../content/search/document-file.ts';
import { createEndings } from '../../../content/search/endings.ts';
import { createEngine, type Engine } from '../../../content/search/engine.ts';
import { findById, rangeOf } from '../../../content/search/find.ts';
import type { IndexHead, IndexSource } from '../../../content/search/index-source.ts';
import { takeAll } from '../../../content/search/open-whole.ts';
import { cutParts, startOf } from '../../../content/search/parts.ts';
import { seeded } from '../../support/random.ts';
import { head, opened, source } from './help-center.ts';
import { entry } from './sealed.ts';

const random = seeded(5);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
const syllables = 'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu ra re ri ro ru'.split(
  ' ',
);
/** Words of an imagined language, from three syllables. */
const words = [...new Set(Array.from({ length: 4_000 }, () => pick(syllables) + pick(syllables) + pick(syllables)))];
const text = (count: number) => Array.from({ length: count }, () => pick(words)).join(' ');

const count = 1_100;
const sources: IndexSource[] = Array.from({ length: count }, (_, number) => {
  const title = text(3);
  // Some slugs say what their titles say.
  const one = source(number % 3 === 2 ? `page-${number}-${title.replaceAll(' ', '-')}` : `page-${number}`, {
    title,
    body: text(15),
    ...(number % 10 === 0 ? { audience: ['admins'] } : {}),
  });
  const file = documentFile(one.record.id, hashOf(one.record.title, contentDigits));
  return { ...one, record: { ...one.record, file } };
});
const longHead: IndexHead = {
  ...head,
  aliases: { 'article:former': 'article:page-700' },
  pins: { pinned: ['article:page-900'] },
};

/** An index whose other files are at hand, and nothing taken yet. */
function large() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const bytes = buildIndex(longHead, sources, {
    add: (name, bytes, digits) => {
      const file = fileName(name, 'txt', bytes, digits);
      files.set(file, bytes);
      return file;
    },
  });
  return { files, bytes, engine: createEngine(opened(bytes)) };
}
const { files, bytes } = large();
const fresh = (): Engine => createEngine(opened(bytes));
const whole = createEngine(opened(buildIndex(longHead, sources)));

const slugsOf = ({ results }: ReturnType<Engine['search']>) => results.map(({ record }) => record.slug);
/** Searches as a page does: takes what is missing until nothing is. */
function settled(engine: Engine, query: string, limit = 5) {
  for (let round = 0; round < 8; round++) {
    const answer = engine.search(query, limit);
    if (!answer.missing) return answer;
    for (const file of answer.missing)
      expect(engine.files.take(file, files.get(file)!, readBlock)).toEqual({ ok: true });
  }
  throw new Error(`no end of missing files: ${query}`);
}

describe('an index of up to a thousand documents', () => {
  test('is one file, though others could stand beside it', () => {
    const add = () => {
      throw new Error('no other file');
    };
    const thousand = sources.slice(0, 1_000);
    expect(buildIndex(head, thousand, { add })).toEqual(buildIndex(head, thousand));
    expect(createEngine(opened(buildIndex(head, thousand))).files.missing()).toEqual([]);
  });
});

describe('a larger index', () => {
  test('lies in several files of some kilobytes, named by its head', () => {
    expect(fresh().files.missing().toSorted()).toEqual([...files.keys()].toSorted());
    const parts = [...files].filter(([name]) => name.includes('part'));
    expect(parts.length).toBeGreaterThan(4);
    for (const [, part] of parts) expect(part.length).toBeLessThan(40_000);
    expect(bytes.length).toBeLessThan(buildIndex(longHead, sources).length / 5);
  });

  test('is the same files for the same sources', () => {
    expect(large().bytes).toEqual(bytes);
    expect(large().files).toEqual(files);
  });

  test('answers as one file does when all are taken', () => {
    const engine = fresh();
    takeAll(engine, (file) => files.get(file));
    expect(engine.files.missing()).toEqual([]);
    for (const { fields } of sources.slice(0, 100)) {
      const query = `${fields.title} `;
      const { results, count } = engine.search(query, 10);
      const expected = whole.search(query, 10);
      expect(count).toBe(expected.count);
      expect(results.map(({ record, score, terms, section }) => [record, score, terms, section])).toEqual(
        expected.results.map(({ record, score, terms, section }) => [record, score, terms, section]),
      );
    }
  });

  test('says which files a query needs, and answers as a whole one with those', () => {
    for (const { record, fields } of sources.slice(0, 40)) {
      const engine = fresh();
      const answer = settled(engine, `${fields.title} `);
      expect(slugsOf(answer)).toEqual(slugsOf(whole.search(`${fields.title} `, 5)));
      expect(slugsOf(answer)[0]).toBe(record.slug);
      expect(engine.files.missing().length).toBeGreaterThan(files.size / 2);
    }
  });

  test('corrects a mistake at the end of a word, however many begin like it', () => {
    const engine = fresh();
    takeAll(engine, (file) => files.get(file));
    for (const { fields } of sources.slice(0, 40)) {
      const [word = ''] = fields.title.split(' ');
      expect(engine.search(`${word.slice(0, -1)}x `, 5).corrected).toBeDefined();
    }
  });

  test('answers from what is here until then', () => {
    const engine = fresh();
    const { title } = sources[3]!.fields;
    const { missing = [], ...answer } = engine.search(title, 6);
    expect(answer).toEqual({ results: [], count: 0 });
    const [file = ''] = missing;
    engine.files.take(file, files.get(file)!, readBlock);
    expect(engine.search(title, 6).missing).not.toContain(file);
  });

  test('knows whom documents are for before their records are here', () => {
    const engine = fresh();
    const [shared = ''] = sources[10]!.fields.title.split(' ');
    const isMeant = ({ audience }: { audience: readonly string[] }) => audience.length === 0;
    settled(engine, `${shared} `);
    expect(engine.search(`${shared} `, 50, { isMeant }).count).toBe(whole.search(`${shared} `, 50, { isMeant }).count);
    expect(engine.search(`${shared} `, 50, { isMeant }).count).toBeLessThan(engine.search(`${shared} `, 50).count);
  });

  test('asks in a hurry only for what finished words need', () => {
    const [first = '', second = ''] = sources[3]!.fields.title.split(' ');
    const engine = fresh();
    const { missing: hurried = [] } = engine.search(`${first} ${second}`, 5, { hurried: true });
    const { missing = [] } = engine.search(`${first} ${second}`, 5);
    expect(hurried).toEqual(fresh().search(`${first} `, 5).missing);
    expect(missing).toEqual(expect.arrayContaining(hurried));
    expect(missing.length).toBeGreaterThan(hurried.length);
    expect(fresh().search(first, 5, { hurried: true })).not.toHaveProperty('missing');
  });

  test('has pinned documents at once', () => {
    const { results } = fresh().search('pinned', 6);
    expect(results.map(({ record }) => record.slug)).toEqual(['page-900']);
  });

  test('finds a document by its id and by a former one', () => {
    for (const [id, slug] of [
      ['article:page-12', 'page-12'],
      ['article:page-1099', 'page-1099'],
      ['article:former', 'page-700'],
    ] as const) {
      const engine = fresh();
      let found = findById(engine.index, id);
      expect(found.missing.length).toBeGreaterThan(0);
      for (let round = 0; round < 4 && found.missing.length > 0; round++) {
        for (const file of found.missing) engine.files.take(file, files.get(file)!, readBlock);
        found = findById(engine.index, id);
      }
      expect(found).toMatchObject({ record: { slug }, missing: [] });
      expect(findById(whole.index, id)).toMatchObject({ record: { slug }, missing: [] });
    }
  });

  test('finds no document by an id that nobody has', () => {
    const engine = fresh();
    takeAll(engine, (file) => files.get(file));
    expect(findById(engine.index, 'article:gone')).toEqual({ missing: [] });
    expect(findById(whole.index, 'article:gone')).toEqual({ missing: [] });
  });

  test('never shows ids or reversed words as words', () => {
    const engine = fresh();
    takeAll(engine, (file) => files.get(file));
    for (const query of ['=', '~', '=article', '~a', 'article:page-12 ', 'article'])
      expect(engine.search(query, 10)).toMatchObject({ results: [], count: 0 });
  });

  test('lists records in order, and what they lie in', () => {
    const engine = fresh();
    const { records, missing } = rangeOf(engine.index, 30, 5);
    expect(records).toEqual([]);
    expect(missing.length).toBeGreaterThan(0);
    for (const file of missing) engine.files.take(file, files.get(file)!, readBlock);
    expect(rangeOf(engine.index, 30, 5)).toEqual({
      records: sources.slice(30, 35).map(({ record }) => record),
      missing: [],
    });
    expect(rangeOf(whole.index, 30, 5).records).toEqual(rangeOf(engine.index, 30, 5).records);
    expect(rangeOf(whole.index, count - 2, 5).records).toHaveLength(2);
  });

  test.each(['swapped', 'missing', 'wrong'])(
    'corrects a word of which a letter is %s, at its beginning and end',
    (kind) => {
      const frequent = words
        .filter(
          (word) =>
            sources.filter(({ fields }) => `${fields.title} ${fields.sections[0]?.text}`.includes(word)).length > 8,
        )
        .slice(0, 15);
      expect(frequent.length).toBeGreaterThan(5);
      const mistyped = (word: string, at: number) =>
        ({
          swapped: word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
          missing: word.slice(0, at) + word.slice(at + 1),
          wrong: `${word.slice(0, at)}x${word.slice(at + 1)}`,
        })[kind]!;
      for (const word of frequent) {
        for (const at of [0, word.length - 2]) {
          const typo = mistyped(word, at);
          if (words.includes(typo)) continue;
          const { corrected, count } = settled(fresh(), `${typo} `);
          expect(corrected, typo).toBeDefined();
          expect(count).toBeGreaterThan(0);
        }
      }
    },
  );
});

describe('a file of a larger index', () => {
  const query = `${sources[3]!.fields.title} `;
  const wanted = () => {
    const engine = fresh();
    const [file = ''] = engine.search(query, 6).missing ?? [];
    return { engine, file };
  };

  test('that is out of reach is not asked for again, and the answer says so', () => {
    const { engine, file } = wanted();
    expect(engine.search(query, 6)).not.toHaveProperty('partial');
    engine.files.lose(file);
    expect(engine.search(query, 6).missing).not.toContain(file);
    expect(engine.search(query, 6).partial).toBe(true);
    engine.files.forgive();
    expect(engine.search(query, 6).missing).toContain(file);
    expect(engine.search(query, 6)).not.toHaveProperty('partial');
  });

  test('is refused when it is damaged, cut or another kind, and then is out of reach', () => {
    const { engine, file } = wanted();
    const good = files.get(file)!;
    const changed = good.slice();
    changed[20]! ^= 1;
    expect(engine.files.take(file, changed, readBlock)).toEqual({ ok: false, reason: 'checksum differs' });
    expect(engine.search(query, 6).partial).toBe(true);
    expect(engine.files.take(file, good.slice(0, -1), readBlock).ok).toBe(false);
    expect(engine.files.take(file, bytes, readBlock)).toEqual({ ok: false, reason: 'file kind "S", expected "P"' });
    expect(engine.files.take(file, good, readBlock)).toEqual({ ok: true });
    expect(settled(engine, query)).not.toHaveProperty('partial');
  });

  test('is refused when it is another one of the same kind', () => {
    const { files: own } = fresh();
    const [block = '', next = ''] = own.missing().filter((name) => name.includes('-records-'));
    expect(own.take(block, files.get(next)!, readBlock)).toEqual({ ok: false, reason: 'another block' });
    expect(own.take(block, files.get(block)!, readBlock)).toEqual({ ok: true });
  });

  test('that the index does not name is refused', () => {
    const { engine, file } = wanted();
    expect(engine.files.take('other.txt', files.get(file)!, readBlock)).toEqual({
      ok: false,
      reason: 'not of this index',
    });
  });
});

describe('a dictionary that is cut', () => {
  const postings = Array.from({ length: 30 }, (_, document) => ({ document, weight: 1, section: 0 }));
  /** Terms of two to six letters with words that begin as they do, some irregular. */
  const formsOf = (term: string) => [
    term,
    `${term}s`,
    `${term.slice(0, -1)}yes`,
    ...(random() < 0.02 ? [`${term[0]}zzz`] : []),
  ];
  const terms = [...new Set(words.flatMap((word) => [word, word.slice(0, 2 + Math.floor(random() * 4))]))].sort();
  const entries = terms.map((term) => entry(term, { postings, forms: formsOf(term) }));
  const parts = cutParts(entries, 30);

  test('has every entry once, in order', () => {
    expect(parts.length).toBeGreaterThan(4);
    expect(parts.flat().filter(({ endings }) => !endings.startsWith('<'))).toEqual(entries);
    for (const part of parts) expect(part.map(({ term }) => term)).toEqual(part.map(({ term }) => term).toSorted());
    expect(parts.every((part) => part.length > 0)).toBe(true);
  });

  test('leads from every word to its term: where the word lies stands the term, or a pointer to it', () => {
    const starts = parts.map((part, place) => startOf(part, parts[place - 1]));
    const known = new Set(entries.map(({ term }) => term));
    const pointers = new Map(
      parts.flatMap((part, place) => part.map(({ term, endings }) => [`${place} ${term}`, endings] as const)),
    );
    const placeOf = (word: string) => starts.findLastIndex((start) => start <= word);
    parts.forEach((part, place) => {
      for (const { term, endings } of part) {
        if (endings.startsWith('<')) continue;
        for (const word of createEndings([endings]).written(term, 0)) {
          const at = placeOf(word);
          if (at !== place && !known.has(word))
            expect(pointers.get(`${at} ${word}`), `${word} of ${term}`).toMatch(/^</);
        }
      }
    });
  });

  test('is cut into ranges of about equal weight where words allow it', () => {
    const regular = cutParts(
      terms.map((term) => entry(term, { postings })),
      30,
    );
    const sizes = regular.slice(0, -1).map((part) => part.length);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(Math.min(...sizes) * 2);
  });

  test('keeps a word and its term together, where a cut beside would do', () => {
    const written = terms.map((term) => entry(term, { postings, forms: [term, `${term}~`] }));
    const cut = cutParts(written, 30);
    const pointers = cut.flat().filter(({ endings }) => endings.startsWith('<'));
    expect(cut.length).toBeGreaterThan(10);
    expect(pointers.length).toBeLessThan(cut.length);
  });

  test('has ids and reversed words in ranges of their own', () => {
    const many = (mark: string) => terms.slice(0, 40).map((term) => entry(mark + term, { postings }));
    const cut = cutParts([...many('='), ...many(''), ...many('~')], 30);
    expect(cut.map((part) => new Set(part.map(({ term }) => /^[=~]?/.exec(term)?.[0])).size)).toEqual(cut.map(() => 1));
    expect(cut.length).toBeGreaterThanOrEqual(3);
  });

  test('has no more than so many ranges, however much of it there is', () => {
    const lists = Array.from({ length: 1_000 }, (_, document) => ({ document, weight: 1, section: 0 }));
    const all = Array.from({ length: 4_000 }, (_, number) => entry(`a${10_000 + number}`, { postings: lists }));
    expect(cutParts(all, 100_000).length).toBeLessThanOrEqual(625);
    expect(cutParts(all, 100_000).length).toBeGreaterThan(450);
  });

  test('is one range when there is little of it, and none when there is nothing', () => {
    expect(cutParts([entry('a'), entry('b')], 30)).toHaveLength(1);
    expect(cutParts([], 30)).toEqual([]);
  });
});
