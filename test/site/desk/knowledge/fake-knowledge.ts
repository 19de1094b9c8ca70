import type { CompiledDocument } from '../../../../content/schema/document.ts';
import type { InternalDocument } from '../../../../content/schema/internal.ts';
import type { SavedReply } from '../../../../content/schema/reply.ts';
import { wholeIndex } from '../../../../content/search/build.ts';
import { countDocument } from '../../../../content/search/counted.ts';
import type { IndexSource, TeamRecord } from '../../../../content/search/index-source.ts';
import { languageOf } from '../../../../content/search/language/language.ts';
import type { KnowledgeClient } from '../../../../site/desk/knowledge/knowledge-client.ts';
import type { Failure } from '../../../../widget/client/api.ts';

const paragraph = (text: string) => ({ tag: 'p' as const, children: [text] });

const article: CompiledDocument = {
  id: 'article:launcher-missing',
  kind: 'article',
  slug: 'launcher-missing',
  locale: 'en',
  category: 'widget',
  title: 'The launcher does not appear',
  description: 'A blocked script is the usual cause.',
  related: [],
  body: [
    paragraph('Look at the network list.'),
    { tag: 'h2', id: 'blocked', children: ['It was blocked'] },
    { tag: 'ul', items: [[paragraph('Allow the origin.')], [paragraph('Reload.')]] },
  ],
  source: 'en/articles/widget/launcher-missing.md',
};
const internal: InternalDocument = {
  id: 'internal:launcher',
  slug: 'launcher',
  locale: 'en',
  title: 'Launcher in five questions',
  description: 'Ask all of them in one reply.',
  updated: '2026-11-22',
  body: [
    {
      tag: 'p',
      children: [
        'Ask for the tag. See ',
        { tag: 'a', to: { document: 'article:launcher-missing' }, children: ['what readers have'] },
        '.',
      ],
    },
    { tag: 'h2', id: 'then', children: ['Then'] },
    paragraph('Hand it over.'),
  ],
  source: 'en/internal/launcher.md',
};
export const replies: SavedReply[] = [
  {
    slug: 'ask',
    locale: 'en',
    title: 'Ask for the tag',
    topics: ['widget'],
    text: 'Hello {name},\n\nyour tag?\n\n{agent}',
  },
  { slug: 'ref', locale: 'en', title: 'About the reference', topics: [], text: 'It is {reference}.' },
];

const sources: IndexSource<IndexSource['record'] | TeamRecord>[] = [article, internal].map((document) => {
  const { id, slug, title, description } = document;
  const record = { slug, title, description, category: 'category' in document ? document.category : '' };
  return {
    record:
      'kind' in document
        ? { ...record, id: `article:${slug}`, kind: 'article', file: 'tz/doc-a.txt' }
        : { ...record, id: `internal:${id.slice('internal:'.length)}`, kind: 'internal', file: '' },
    fields: { title, keywords: [], description, sections: [{ text: title }] },
  };
});
const head = (locale: string) => ({ locale, categories: [], aliases: {} });
const indexOf = (locale: string) =>
  wholeIndex(head(locale), sources, ({ fields }) => countDocument(fields, locale, languageOf(locale)));

/** What agents can read, from memory. `failure` is what every call meets until it is taken away. */
export const createFakeKnowledge = () => {
  const state = { failure: undefined as Failure | undefined, replies, calls: [] as string[] };
  const meet = async <T>(call: string, value: T) => {
    state.calls.push(call);
    return state.failure ?? { ok: true as const, value };
  };
  const client: KnowledgeClient = {
    index: (locale) => meet(`index ${locale}`, indexOf(locale)),
    part: (file) => meet(`part ${file}`, new Uint8Array()),
    document: ({ id }, locale) =>
      meet<CompiledDocument | InternalDocument>(`document ${id} ${locale}`, id === article.id ? article : internal),
    replies: (locale) => meet(`replies ${locale}`, { locale, replies: state.replies }),
  };
  return { state, client };
};
