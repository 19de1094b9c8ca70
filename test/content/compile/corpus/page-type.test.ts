import { describe, expect, it } from 'vitest';
import type { CorpusArticle } from '../../../../content/compile/corpus/article.ts';
import { pageTypeOf } from '../../../../content/compile/corpus/page-type.ts';

const text = 'Words that say what is to be done. '.repeat(10);
const article = (id: string, body = text): CorpusArticle => ({
  id,
  url: '',
  title: 'A page',
  description: '',
  headings: [],
  body,
  category: '',
  redirects: [],
  license: '',
});

describe('what an article is probably for', () => {
  it.each([
    ['product/release-notes', 'release-notes'],
    ['product/server-release-notes/4', 'release-notes'],
    ['changelog', 'release-notes'],
    ['whats-new/index', 'release-notes'],
    ['Blog/A-New-Thing', 'release-notes'],
    ['docs/updates/v1_90', 'release-notes'],
    ['docs/v1_90', 'release-notes'],
    ['rest/issues', 'api'],
    ['reference/graphql/objects', 'api'],
    ['docs/rest-api/issues', 'api'],
    ['site-policy/privacy', 'policy'],
    ['site-policies/terms', 'policy'],
    ['legal/imprint', 'policy'],
    ['get-started/index', 'overview'],
    ['index', 'overview'],
  ])('is told by its address: %s is %s', (id, type) => {
    expect(pageTypeOf(article(id))).toBe(type);
  });

  it.each([
    'billing/pay-an-invoice',
    'account/update-a-card',
    'search/reindex',
    'network/restart',
    'guides/rest',
    'guides/terms-you-need',
    'versions/v1_90/install',
    'guides/newsletter',
    'how-to/use-api/rotate-a-key',
    'windows/updates/fix-a-failed-update',
  ])('is not said of %s', (id) => {
    expect(pageTypeOf(article(id))).toBeUndefined();
  });

  it('is not told by its length: a short answer is an answer, and no language counts its words alike', () => {
    expect(pageTypeOf(article('billing', 'Choose Billing.'))).toBeUndefined();
    expect(pageTypeOf(article('billing', '請求書は設定の画面から確認できます。'.repeat(20)))).toBeUndefined();
  });
});
