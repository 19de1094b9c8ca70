import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { pageMatches, suggestionsFor } from '../../../widget/shell/suggest.ts';

describe('pages', () => {
  it.each([
    ['/billing', '/billing', true],
    ['/billing', '/billing/', true],
    ['/billing', '/billing/new', false],
    ['/billing/*', '/billing/new', true],
    ['/billing/*', '/billing/new/line', false],
    ['/billing/*/edit', '/billing/7/edit', true],
    ['/billing/**', '/billing', true],
    ['/billing/**', '/billing/7/edit', true],
    ['/**', '/', true],
    ['/billing/**', '/other', false],
    ['/', '/', true],
  ])('%s on %s: %s', (pattern, path, matches) => expect(pageMatches(pattern, path)).toBe(matches));

  it('puts the more exact pattern first', () => {
    const record = (slug: string, pages: string[]): SearchRecord => ({
      id: `article:${slug}`,
      kind: 'article',
      slug,
      category: 'c',
      title: slug,
      description: slug,
      file: 'tz/x.txt',
      pages,
    });
    const records = [record('any', ['/**']), record('other', ['/other']), record('exact', ['/billing/new'])];
    expect(suggestionsFor('/billing/new', records).map(({ slug }) => slug)).toEqual(['exact', 'any']);
  });
});
