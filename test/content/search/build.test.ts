import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../content/search/build.ts';
import { countDocument } from '../../../content/search/counted.ts';
import type { IndexSource } from '../../../content/search/index-source.ts';
import { languageOf } from '../../../content/search/language/language.ts';
import { documentOf, sectionOf, weightOf } from '../../../content/search/part.ts';
import { head, opened, source, sources } from './help-center.ts';

/** Postings of a term. */
function postingsOf(documents: readonly IndexSource[], term: string) {
  const [part] = opened(buildIndex(head, documents)).parts('');
  const number = part?.find(term) ?? -1;
  if (!part || number < 0) throw new Error(`${term} is not there`);
  const postings = part.postings(number).map((packed) => ({
    document: documentOf(packed),
    weight: weightOf(packed),
    section: sectionOf(packed),
  }));
  return { postings, frequency: part.frequency(number) };
}
const weightsOf = (documents: readonly IndexSource[], term: string) =>
  postingsOf(documents, term).postings.map(({ weight }) => weight);

describe('a built index', () => {
  test('takes what was counted before for what would be counted now', () => {
    const asked: IndexSource[] = [];
    const counted = (source: IndexSource) => {
      asked.push(source);
      return countDocument(source.fields, 'en', languageOf('en'));
    };
    expect(buildIndex(head, sources, { counted })).toEqual(buildIndex(head, sources));
    expect(asked).toEqual(sources);
  });

  test('counts a count as plain data, which can be kept', () => {
    const counted = ({ fields }: IndexSource) =>
      JSON.parse(JSON.stringify(countDocument(fields, 'en', languageOf('en'))));
    expect(buildIndex(head, sources, { counted })).toEqual(buildIndex(head, sources));
  });

  test('weighs a field the more the more it says: title, keywords, headings, description, body', () => {
    const inField = [
      source('title', { title: 'Toner paper' }),
      source('keywords', { title: 'One', keywords: ['toner paper'] }),
      source('headings', { title: 'Two', headings: ['Toner paper'] }),
      source('body', { title: 'Three', body: 'Toner paper' }),
      // Others, so that the word is rare.
      ...sources,
    ];
    const weights = weightsOf(inField, 'toner');
    expect(weights).toHaveLength(4);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(new Set(weights).size).toBe(4);
  });

  test('lets many mentions in the body not outweigh the title', () => {
    const [inTitle = 0, inBody = 0] = weightsOf(
      [source('title', { title: 'Toner' }), source('body', { title: 'Ink', body: 'Toner. '.repeat(50) })],
      'toner',
    );
    expect(inTitle).toBeGreaterThan(inBody);
  });

  test('weighs a mention in a short text more than one in a long one', () => {
    const [short = 0, long = 0] = weightsOf(
      [
        source('short', { title: 'Ink', body: 'Toner is sold here.' }),
        source('long', { title: 'Ink', body: `Toner. ${'Many other words are said. '.repeat(40)}` }),
      ],
      'toner',
    );
    expect(short).toBeGreaterThan(long);
  });

  test('leaves out postings that say next to nothing, and still knows how common the word is', () => {
    const documents = Array.from({ length: 250 }, (_, at) =>
      source(`page-${at}`, { title: at < 3 ? `Tool ${at}` : `Page ${at}`, body: at < 150 ? 'A tool.' : 'Nothing.' }),
    );
    const { postings, frequency } = postingsOf(documents, 'tool');
    expect(postings.map(({ document }) => document)).toEqual([0, 1, 2]);
    expect(frequency).toBe(150);
  });

  test('keeps the postings of a word that stands everywhere and in no title', () => {
    const documents = Array.from({ length: 20 }, (_, at) =>
      source(`page-${at}`, { title: `Page ${at}`, body: 'Tool.' }),
    );
    expect(postingsOf(documents, 'tool').postings).toHaveLength(20);
  });

  test('names the section of a word, but not in listings and news', () => {
    const sections = [{ text: 'Ink.' }, { heading: 'Toner', text: 'It is black.' }];
    const pair = [
      source('manual', { title: 'Manual', sections }),
      source('news', { title: 'News', sections, prior: 0.6 }),
    ];
    expect(postingsOf(pair, 'toner').postings.map(({ section }) => section)).toEqual([2, 0]);
  });

  test('keeps the first term of 40 letters of a hash, and opens', () => {
    const hash = 'a1b2c3d4'.repeat(16);
    const { postings } = postingsOf([source('hash', { title: 'Checksum', body: hash })], hash.slice(0, 40));
    expect(postings).toHaveLength(1);
  });
});
