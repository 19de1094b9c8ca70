import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../../../content/schema/search-record.ts';
import { seal } from '../../../../content/search/envelope.ts';
import { createKnowledgeClient } from '../../../../site/desk/knowledge/knowledge-client.ts';

const answering = (answer: () => Response | Promise<Response>) => {
  const calls: { url: string; credentials: RequestCredentials | undefined }[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    calls.push({ url: String(input), credentials: init?.credentials });
    return answer();
  };
  return { calls, client: createKnowledgeClient({ fetch, base: '/help/', now: () => 0 }) };
};
const record = (id: SearchRecord['id'], file = 'tz/doc-a.txt'): SearchRecord => ({
  id,
  kind: 'article',
  slug: 'a',
  category: 'c',
  title: 'A',
  description: 'A',
  file,
});
const document = {
  id: 'article:a',
  kind: 'article',
  slug: 'a',
  locale: 'en',
  category: 'c',
  title: 'A title',
  description: 'What it is.',
  related: [],
  body: [],
  source: 'en/articles/c/a.md',
};
const sealed = (value: unknown) => seal('D', new TextEncoder().encode(JSON.stringify(value)));

describe('what agents read', () => {
  it('is asked of the API with the session, in the language of the request', async () => {
    const { calls, client } = answering(() => new Response(new Uint8Array([1, 2])));
    expect(await client.index('de-AT')).toEqual({ ok: true, value: new Uint8Array([1, 2]) });
    await client.replies('de');
    expect(calls).toEqual([
      { url: '/desk/api/knowledge/index?locale=de-AT', credentials: 'same-origin' },
      { url: '/desk/api/knowledge/replies?locale=de', credentials: 'same-origin' },
    ]);
  });

  it('is read where everybody does when it is public, without the session', async () => {
    const { calls, client } = answering(() => new Response(sealed(document)));
    expect(await client.document(record('article:a'), 'en')).toMatchObject({ ok: true, value: { title: 'A title' } });
    expect(calls).toEqual([{ url: '/help/tz/doc-a.txt', credentials: 'omit' }]);
  });

  it('is believed only when it is whole and safe', async () => {
    const unsafe = { ...document, body: [{ tag: 'script', children: ['alert(1)'] }] };
    for (const bytes of [sealed(unsafe), sealed('text'), new Uint8Array([1]), sealed(document).slice(0, -1)]) {
      const { client } = answering(() => new Response(bytes));
      expect(await client.document(record('article:a'), 'en')).toEqual({ ok: false, kind: 'invalid-response' });
    }
    const { client } = answering(() => Response.json({ replies: 'none' }));
    expect(await client.replies('en')).toEqual({ ok: false, kind: 'invalid-response' });
  });

  it('says when nobody is signed in any more, and when nothing is reached', async () => {
    const out = answering(() => Response.json({ code: 'signed-out' }, { status: 401 }));
    expect(await out.client.index('en')).toMatchObject({ ok: false, kind: 'problem', code: 'signed-out' });
    expect(await out.client.replies('en')).toMatchObject({ ok: false, kind: 'problem', code: 'signed-out' });
    const away = answering(() => Promise.reject(new TypeError('away')));
    expect(await away.client.index('en')).toEqual({ ok: false, kind: 'offline' });
    expect(await away.client.document(record('article:a'), 'en')).toEqual({ ok: false, kind: 'offline' });
  });
});
