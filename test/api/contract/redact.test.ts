import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContextItem } from '../../../api/contract/page-context.ts';
import { pageContext } from '../../../api/contract/page-context.ts';
import { findSecrets, redactText, redactUrl } from '../../../api/contract/redact.ts';
import { redactContext } from '../../../api/contract/redact-context.ts';

/** Pieces that meet in real texts, put together in any order with any glue. */
const piece = fc.constantFrom(
  ...[
    'ada@example.com',
    'ada%40example.com',
    'x@',
    '@y.de',
    'eyJhbGciOiJIUzI1NiJ9',
    '.eyJzdWIiOiIxMjM0',
    'Bearer ',
    'Basic ',
  ],
  ...[
    'ghp_16C7e42F292c6912E771',
    'sk-',
    'AKIAIOSFODNN7EXAMPLE',
    'password',
    '=',
    ': ',
    'hunter2',
    'token',
    '"',
    '[',
    ']',
  ],
  ...[
    '4111 1111 1111 1111',
    '4111',
    '1111',
    '5500-0000-0000-0004',
    '0004',
    'DE89',
    '3704',
    '0044 0532 0130 00',
    'this',
  ],
  ...[
    'https://',
    'http://u:p@h/',
    '/a/',
    '?q=',
    '&',
    '#',
    ';',
    'a1b2c3d4e5f6a7b8c9d0',
    '550e8400-e29b-41d4-a716-446655440000',
  ],
  ...['-----BEGIN KEY-----', '-----END KEY-----', '\n', ' ', '-', '.', 'é', '1.2.3', 'order 100200300400'],
);
const mixture = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
const anything = fc.oneof(mixture, fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 }));

describe('redactText', () => {
  it.each([
    ['write to ada.lovelace+help@mail.example.co.uk please', 'write to [address] please'],
    ['?user=ada%40example.com', '?user=[address]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.dozjgNryP4J3jVmN', '[token]'],
    ['Authorization: Bearer abc123def456', 'Authorization: Bearer [token]'],
    ['basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', 'basic [token]'],
    ['key ghp_16C7e42F292c6912E7710c838347Ae178B4a leaked', 'key [token] leaked'],
    ['AKIAIOSFODNN7EXAMPLE', '[token]'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----.', '[private key].'],
    ['-----BEGIN PRIVATE KEY-----\ncut off', '[private key]'],
    ['password=hunter2', 'password=[redacted]'],
    ['{"apiKey": "xyz123"}', '{"apiKey": "[redacted]"}'],
    ['DE89 3704 0044 0532 0130 00 is mine', '[iban] is mine'],
    ['AT61 1904 3002 3457 3201 this card', '[iban] this card'],
    ['gb82west12345698765432', '[iban]'],
    ['4111 1111 1111 1111', '[card]'],
    ['order 12345 5500-0000-0000-0004.', 'order 12345 [card].'],
    ['378282246310005', '[card]'],
    ['see https://ada:pw@app.example.com/a?token=abc#x now', 'see https://app.example.com/a?token=[redacted] now'],
  ])('hides what is secret in %j', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    'order 1234567890123 and invoice INV-2024-000123',
    '550e8400-e29b-41d4-a716-446655440000',
    '41111111-1111-4111-8111-111111111111',
    'preact@11.2.0 on node 24.21.0',
    'error 1718000000000',
    'basic authentication and bearer tokens',
    'basic JavaScript',
    'password: how to reset it?',
    'sk-fading-circle-container',
    'Wie setze ich mein Passwort zurück?',
    'DE89 3704 0044 0532 0130 02',
    '4111 1111 1111 1112',
    'https://help.example.com/articles/embed-the-widget/',
  ])('keeps %j', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(60, 200, 4_000), (text, longest) => {
        const once = redactText(text, longest);
        expect(redactText(once, longest)).toBe(once);
        expect(redactText(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(longest);
      }),
      {
        numRuns: 3_000,
        examples: [['ada@example.com".eyJzdWIiOiIxMjM0http://u:p@h/https://?q=ada@example.com', 60]],
      },
    );
  });

  it('leaves no card number, whatever stands around it', () => {
    const word = fc.stringMatching(/^[a-z ,.:]{0,20}$/);
    fc.assert(
      fc.property(word, word, fc.stringMatching(/^[45]\d{14}$/), (before, after, digits) => {
        const check = [...'0123456789'].find((last) => findSecrets(digits + last).includes('card'));
        expect(redactText(`${before} ${digits}${check} ${after}`)).not.toContain(digits);
      }),
    );
  });

  it('takes time in proportion to the length', () => {
    const units = [
      'eyJ',
      '-eyJaaaaaaaa.',
      'a@',
      '4 ',
      '4',
      '-----BEGIN A-----',
      'Bearer ',
      'DE12 ABCD EFGH ',
      'http://',
      'a',
    ];
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const start = performance.now();
      findSecrets(text);
      // Quadratic would be minutes; the allowance is for a busy machine.
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});

describe('redactUrl', () => {
  it.each([
    [
      'https://app.example.com/invoices/10234?tab=items&draft#top',
      'https://app.example.com/invoices/10234?tab=[redacted]&draft',
    ],
    ['https://ada:pw@app.example.com/', 'https://app.example.com/'],
    ['https://app.example.com/u/ada%40example.com/mail', 'https://app.example.com/u/[id]/mail'],
    ['https://app.example.com/r/550e8400-e29b-41d4-a716-446655440000', 'https://app.example.com/r/[id]'],
    ['https://app.example.com/s/9f8e7d6c5b4a39281706/', 'https://app.example.com/s/[id]/'],
    ['https://app.example.com/s/q8Zt3vX0bYkPl2mNw7Rc', 'https://app.example.com/s/[id]'],
    ['https://app.example.com/a;jsessionid=AB12/b', 'https://app.example.com/a/b'],
    [
      'https://app.example.com/how-to-embed-the-widget-in-2024/',
      'https://app.example.com/how-to-embed-the-widget-in-2024/',
    ],
    ['file:///home/ada/taxes.html', 'file:[redacted]'],
    ['about:blank', 'about:[redacted]'],
    ['/relative?x=1', '[redacted]'],
  ])('shows of %s no more than %s', (url, expected) => {
    expect(redactUrl(url)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything.map((rest) => `https://h/${rest}`),
          anything,
          fc.webUrl({ withQueryParameters: true, withFragments: true }),
        ),
        (url) => {
          const once = redactUrl(url);
          expect(redactUrl(once)).toBe(once);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('lets no value of a query and no fragment through', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{6,30}$/), (secret) => {
        expect(redactUrl(`https://h/p?k=${secret}#${secret}`)).toBe('https://h/p?k=[redacted]');
      }),
    );
  });
});

describe('findSecrets', () => {
  it('names what was found and says nothing of ordinary words', () => {
    expect(findSecrets('my card is 4111 1111 1111 1111')).toEqual(['card']);
    expect(findSecrets('password=hunter2 and DE89370400440532013000')).toEqual(['password', 'iban']);
    expect(findSecrets('I cannot sign in as ada@example.com')).toEqual([]);
  });
});

describe('redactContext', () => {
  const items: ContextItem[] = [
    { kind: 'search', id: 's', query: 'login ada@example.com', results: 2 },
    { kind: 'read', id: 'r', document: 'article:a', title: 'A', seconds: 3, helpful: false, reason: 'token=abc123' },
    { kind: 'page', id: 'p', url: 'https://h/p?k=v#f', title: 'Mail of ada@example.com' },
    { kind: 'browser', id: 'b', name: 'Firefox 150', viewport: '390×844', language: 'de' },
    { kind: 'host', id: 'h', name: 'plan', value: 'pro' },
    { kind: 'host', id: 'h2', name: 'sessionId', value: 'abc' },
    { kind: 'browser', id: 'b2', name: 'x', viewport: 'ada@example.com', language: 'ada@example.com' },
    { kind: 'host', id: 'host-ada@example.com', name: 'ada@example.com', value: 'x' },
    { kind: 'host', id: 'h3', name: 'note', value: 'x'.repeat(499) },
  ];
  it('redacts every text an item has and keeps it within the contract', () => {
    const context = redactContext(items);
    expect(pageContext.safeParse(context).success).toBe(true);
    expect(context).toMatchObject([
      { query: 'login [address]' },
      { reason: 'token=[redacted]' },
      { url: 'https://h/p?k=[redacted]', title: 'Mail of [address]' },
      { name: 'Firefox 150' },
      { value: 'pro' },
      { value: '[redacted]' },
      { viewport: '[address]', language: '[address]' },
      { id: '[address]', name: '[address]' },
      {},
    ]);
    expect(JSON.stringify(context)).not.toContain('ada@');
    expect(redactContext(context)).toEqual(context);
  });
});
