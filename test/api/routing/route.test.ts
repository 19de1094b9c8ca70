import { describe, expect, test } from 'vitest';
import type { PageContext } from '../../../api/contract/page-context.ts';
import { route } from '../../../api/routing/route.ts';

const at = Date.UTC(2026, 10, 22, 12);
const routed = (context: PageContext = []) => route({ topic: 'billing', context }, { firstReplyHours: 1.5 }, at);

describe('route', () => {
  test('gives every ticket to a person of tier 1, with the promised hours', () => {
    expect(routed()).toEqual({
      tier: 1,
      priority: 'normal',
      reasons: [{ code: 'first-human' }, { code: 'topic', detail: 'billing' }],
      firstReplyBy: new Date(at + 5_400_000),
    });
  });

  test('says once each what self-service did not solve', () => {
    const { reasons } = routed([
      { kind: 'search', id: '1', query: 'invoice', results: 3 },
      { kind: 'search', id: '2', query: 'invoce pdf', results: 0 },
      { kind: 'search', id: '3', query: 'invoce pdf', results: 0 },
      { kind: 'read', id: '4', document: 'article:invoices', title: 'Invoices', seconds: 9, helpful: false },
      { kind: 'read', id: '5', document: 'faq:refunds', title: 'Refunds', seconds: 9, helpful: true },
      { kind: 'read', id: '6', document: 'faq:vat', title: 'VAT', seconds: 9, helpful: false },
      { kind: 'step', id: '7', walkthrough: 'walkthrough:pay', title: 'Pay', step: 2, of: 3 },
      { kind: 'step', id: '8', walkthrough: 'walkthrough:send', title: 'Send', step: 3, of: 3 },
    ]);
    expect(reasons.slice(2)).toEqual([
      { code: 'search-without-result', detail: 'invoce pdf' },
      { code: 'article-unhelpful', detail: 'invoices' },
      { code: 'faq-unhelpful', detail: 'vat' },
      { code: 'walkthrough-finished', detail: 'walkthrough:send' },
    ]);
  });
});
