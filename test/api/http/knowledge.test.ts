import { describe, expect, test } from 'vitest';
import { knowledgeDocument, savedReplies } from '../../../api/contract/knowledge.ts';
import type { Knowledge } from '../../../api/http/knowledge.ts';
import type { TeamContent } from '../../../content/schema/team.ts';
import { openApi, problemOf, signIn } from './harness.ts';

const localeOf = (locale: string, title: string): TeamContent['locales'][number] => ({
  locale,
  index: `${locale}-search.txt`,
  documents: [
    {
      id: 'internal:refund',
      slug: 'refund',
      locale,
      title,
      description: 'Who may give money back.',
      updated: '2026-11-22',
      body: [{ tag: 'p', children: [title] }],
      source: `${locale}/internal/refund.md`,
    },
  ],
  replies: [{ slug: 'hello', locale, title, topics: [], text: `${title}, {name}` }],
});
const knowledge: Knowledge = {
  content: async () => ({ format: 1, locales: [localeOf('en', 'Refund'), localeOf('de', 'Erstattung')] }),
  index: async (file) => new TextEncoder().encode(file),
};
const top = '/desk/api/knowledge';

async function open(given: Knowledge | undefined = knowledge) {
  const api = openApi(given && { knowledge: given });
  return { ...api, agent: await signIn(api) };
}

describe('the knowledge of agents', () => {
  test('is for who is signed in, and for no cache', async () => {
    const { send, agent } = await open();
    for (const path of ['index', 'documents/internal:refund', 'replies'].map((name) => `${top}/${name}`)) {
      expect(await problemOf(await send(path))).toMatchObject({ status: 401, code: 'signed-out' });
      const response = await agent.get(path);
      expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
      expect((await agent.post(path, {})).status).toBe(405);
    }
  });

  test('comes in the language of the request, of its country’s language, or in the first', async () => {
    const { agent } = await open();
    const titleIn = async (query: string) => {
      const response = await agent.get(`${top}/documents/internal:refund${query}`);
      return knowledgeDocument.parse(await response.json()).document.title;
    };
    expect(await Promise.all(['?locale=de', '?locale=de-AT', '?locale=fr', ''].map(titleIn))).toEqual([
      'Erstattung',
      'Erstattung',
      'Refund',
      'Refund',
    ]);
    expect(await (await agent.get(`${top}/index?locale=de-AT`)).text()).toBe('de-search.txt');
    const replies = savedReplies.parse(await (await agent.get(`${top}/replies?locale=de`)).json());
    expect(replies).toMatchObject({ locale: 'de', replies: [{ text: 'Erstattung, {name}' }] });
  });

  test('knows nothing under an id of readers’ documents, or under one that is none', async () => {
    const { agent } = await open();
    for (const id of ['article:refund', 'internal:gone', 'internal:..%2F..', 'refund', encodeURIComponent('"><b>')]) {
      expect(await problemOf(await agent.get(`${top}/documents/${id}`))).toMatchObject({
        status: 404,
        code: 'not-found',
      });
    }
  });

  test('is not found where none was built', async () => {
    const { agent } = await open({ content: async () => undefined, index: async () => undefined });
    for (const name of ['index', 'replies', 'documents/internal:refund'])
      expect((await agent.get(`${top}/${name}`)).status).toBe(404);
    const without = openApi();
    const other = await signIn(without);
    expect((await other.get(`${top}/replies`)).status).toBe(404);
  });
});
