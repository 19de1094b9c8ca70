import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { buildIndex } from '../../../content/search/build.ts';
import { seal } from '../../../content/search/envelope.ts';
import { manifest } from '../fixture.ts';

/** A help center of forty-five documents about invoices, more than a page of results, and one that is for some readers. */

const recordOf = (kind: SearchRecord['kind'], category: string, number: number): SearchRecord => {
  const slug = `invoice-${category}-${number}`;
  return {
    id: `${kind}:${slug}`,
    kind,
    slug,
    category,
    title: `Invoice ${kind} ${number}`,
    description: number === 1 ? `Print an invoice, ${category}.` : `What an invoice says, ${category}.`,
    file: `tz/doc-${slug}.txt`,
  };
};

const many = (count: number, kind: SearchRecord['kind'], category: string): SearchRecord[] =>
  Array.from({ length: count }, (_, place) => recordOf(kind, category, place + 1));

/** One that is for some readers only; nothing else has its words. */
const forAdmins: SearchRecord = {
  ...recordOf('article', 'teams', 6),
  title: 'Salary export',
  description: 'Payroll as a file.',
  audience: ['admins'],
};

/** 30 articles (25 of billing, 5 of teams), 10 FAQs and 5 walkthroughs of billing. */
const records = [
  ...many(25, 'article', 'billing'),
  ...many(5, 'article', 'teams'),
  ...many(10, 'faq', 'billing'),
  ...many(5, 'walkthrough', 'billing'),
  forAdmins,
];

const head = {
  locale: 'en',
  categories: [
    { slug: 'billing', title: 'Billing', description: 'Paying', count: 40 },
    { slug: 'teams', title: 'Teams', description: 'Working together', count: 5 },
    { slug: 'start', title: 'Getting started', description: 'First steps', count: 0 },
  ],
  aliases: {},
};

/** Every published file by its path below the base. */
export const publishMany = (): Map<string, Uint8Array<ArrayBuffer> | string> => {
  const sources = records.map((record) => ({
    record,
    fields: { title: record.title, keywords: [], description: record.description, sections: [] },
  }));
  const library = seal('L', new TextEncoder().encode(JSON.stringify({ locale: 'en', documents: [] })));
  return new Map<string, Uint8Array<ArrayBuffer> | string>([
    ['tierzero.json', JSON.stringify(manifest(library.length))],
    ['tz/en-search-1.txt', buildIndex(head, sources)],
    ['tz/en-library-1.txt', library],
  ]);
};
