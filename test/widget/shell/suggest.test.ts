import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { suggestionsFor } from '../../../widget/shell/suggest.ts';

describe('pages', () => {
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
