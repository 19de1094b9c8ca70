import { describe, expect, test } from 'vitest';
import { countDocument, fieldNames } from '../../../content/search/counted.ts';
import type { IndexFields } from '../../../content/search/index-source.ts';
import { languageOf } from '../../../content/search/language/language.ts';

const count = (fields: Partial<IndexFields>) =>
  countDocument({ title: '', keywords: [], description: '', sections: [], ...fields }, 'en', languageOf('en'));
/** What a document has of a term. */
function termOf(fields: Partial<IndexFields>, term: string) {
  const { terms, counts, sections } = count(fields);
  const number = terms.indexOf(term);
  const width = fieldNames.length;
  return { counts: counts.slice(number * width, (number + 1) * width), section: sections[number] };
}

describe('the words of a document', () => {
  test('are counted by field', () => {
    const fields = {
      title: 'Invoices',
      keywords: ['invoice', 'old invoices'],
      description: 'Invoicing.',
      sections: [{ text: 'An invoice.' }, { heading: 'Invoices', text: 'Invoice, invoice, invoice.' }],
    };
    expect(fieldNames).toEqual(['title', 'keywords', 'headings', 'description', 'body']);
    expect(termOf(fields, 'invoic').counts).toEqual([1, 2, 1, 1, 4]);
    expect(count(fields).lengths).toEqual([1, 3, 1, 1, 4]);
  });

  test('that say nothing count in title and keywords only', () => {
    const fields = {
      title: 'How to',
      keywords: ['what is this'],
      description: 'How.',
      sections: [{ text: 'How to, how.' }],
    };
    expect(termOf(fields, 'how').counts).toEqual([1, 0, 0, 0, 0]);
    expect(count(fields).lengths).toEqual([2, 3, 0, 0, 0]);
  });

  test('are kept as they are written, folded, each with its term and how often it stands there', () => {
    const { terms, forms, termsOfForms, times } = count({
      title: 'Invoices',
      sections: [{ text: 'INVOICE, invoice, invoices, invoicing, Zürich' }],
    });
    expect(forms.map((form, at) => [form, terms[termsOfForms[at]!], times[at]])).toEqual([
      ['invoices', 'invoic', 2],
      ['invoice', 'invoic', 2],
      ['invoicing', 'invoic', 1],
      ['zurich', languageOf('en').term('Zürich'), 1],
    ]);
  });

  test('of an identifier are its parts and the whole', () => {
    expect(count({ title: 'data-base' }).terms).toEqual(['data', 'base', 'databas']);
    expect(count({ title: 'data-base' }).lengths[0]).toBe(3);
  });

  test('are none for a document without text', () => {
    const none = { terms: [], counts: [], sections: [], forms: [], termsOfForms: [], times: [] };
    expect(count({})).toEqual({ lengths: [0, 0, 0, 0, 0], ...none });
  });
});

describe('the section of a term', () => {
  const sectionOf = (sections: IndexFields['sections'], term = 'toner') => termOf({ sections }, term).section;

  test('is the one that has most of it, counted from 1', () => {
    expect(sectionOf([{ text: 'Toner.' }, { text: 'Toner and toner.' }])).toBe(2);
    expect(sectionOf([{ text: 'Ink.' }, { text: 'Ink.' }, { text: 'Toner.' }])).toBe(3);
  });

  test('is the first of those that have as much', () => {
    expect(sectionOf([{ text: 'Toner.' }, { text: 'Toner.' }])).toBe(1);
  });

  test('is the one whose heading has it, rather than two mentions', () => {
    expect(sectionOf([{ text: 'Toner, toner.' }, { heading: 'Toner', text: 'Ink.' }])).toBe(2);
    expect(sectionOf([{ text: 'Toner, toner, toner, toner.' }, { heading: 'Toner', text: 'Ink.' }])).toBe(1);
  });

  test('is none when it stands in title, keywords or description only', () => {
    const fields = { title: 'Toner', keywords: ['toner'], description: 'Toner.', sections: [{ text: 'Ink.' }] };
    expect(termOf(fields, 'toner').section).toBe(0);
    expect(termOf(fields, 'ink').section).toBe(1);
  });

  test('is one and the same for whatever comes late in a long document', () => {
    const at = (place: number) =>
      sectionOf(Array.from({ length: 90 }, (_, section) => ({ text: section === place ? 'Toner.' : 'Ink.' })));
    expect(at(19)).toBe(20);
    expect(at(70)).toBe(at(89));
    // What a posting has room for.
    expect(at(89)).toBeLessThanOrEqual(63);
  });
});
