import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../content/search/build.ts';
import { readQuery } from '../../../content/search/query.ts';
import { rarity } from '../../../content/search/weight.ts';
import { head, opened, source } from './help-center.ts';

const pages = Array.from({ length: 40 }, (_, at) =>
  source(`page-${at}`, { title: `Page ${at}`, body: at % 2 ? 'Rename the list.' : 'A repository.' }),
);
const code = source('code', { title: 'Hooks', body: 'Call renameRepository.' });
const index = opened(buildIndex(head, [...pages, code]));

describe('neighbours that are also known as one word', () => {
  test('stand behind the words', () => {
    const { slots, words } = readQuery(index, 'rename repository ');
    expect(words).toBe(2);
    expect(slots.map((slot) => slot.map(({ part, number }) => part.terms[number]))).toEqual([
      ['renam'],
      ['repositori'],
      ['renamerepositori'],
    ]);
  });

  test('count no more than the rarest of them, though few texts write them so', () => {
    const { slots } = readQuery(index, 'rename repository ');
    const worth = slots.map(([one]) => one!.trust * rarity(one!.part.frequency(one!.number), index.documents));
    expect(worth[2]).toBeCloseTo(Math.max(worth[0]!, worth[1]!), 10);
  });
});
