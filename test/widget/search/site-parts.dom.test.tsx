import { afterEach, describe, expect, it } from 'vitest';
import type { Row } from '../../../widget/search/rows.ts';
import { hrefOf } from '../../../widget/search/site-parts.tsx';

const site = { base: 'https://help.example.com/', locale: 'en', locales: ['en'] };
const row = (more: Partial<Row>): Row => ({
  record: {
    id: 'article:invoices',
    kind: 'article',
    slug: 'invoices',
    category: 'billing',
    title: 'Invoices',
    description: 'What an invoice says.',
    file: 'tz/doc-invoices.txt',
  },
  rank: 1,
  titleMarks: [],
  text: 'The link works for one hour.',
  textMarks: [],
  place: 'Billing',
  ...more,
});
const knowFragments = () => Object.defineProperty(document, 'fragmentDirective', { value: {}, configurable: true });
afterEach(() => Reflect.deleteProperty(document, 'fragmentDirective'));

const page = 'https://help.example.com/articles/invoices/';
const fragment = ':~:text=The%20link%20works%20for%20one%20hour';

describe('the way to a result', () => {
  it('leads to the passage in its section', () => {
    knowFragments();
    expect(hrefOf(site, row({ anchor: 'the-link' }), 'en')).toBe(`${page}#the-link${fragment}`);
  });
  it('leads to a passage before the first section', () => {
    knowFragments();
    expect(hrefOf(site, row({}), 'en')).toBe(`${page}#${fragment}`);
  });
  it('leads to the page where its description is shown: that stands nowhere in the text', () => {
    knowFragments();
    expect(hrefOf(site, row({ text: 'What an invoice says.' }), 'en')).toBe(page);
  });
  it('leads to the section where the language is not known', () => {
    knowFragments();
    expect(hrefOf(site, row({ anchor: 'the-link' }), undefined)).toBe(`${page}#the-link`);
  });
  it('leads to the section in a browser that would take a fragment for a part of the anchor', () => {
    expect(hrefOf(site, row({ anchor: 'the-link' }), 'en')).toBe(`${page}#the-link`);
  });
});
