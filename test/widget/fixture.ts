import type { CompiledDocument } from '../../content/schema/document.ts';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import { buildIndex } from '../../content/search/build.ts';
import { seal } from '../../content/search/envelope.ts';
import { sectionsOf } from '../../content/search/plain.ts';

/** A help center of four documents, as the compile step would publish it. */

export const base = 'https://help.example.com/';

const about = { locale: 'en', category: 'start', updated: '2026-11-22', related: [], source: 'en/x.md' };

const documents: CompiledDocument[] = [
  {
    ...about,
    id: 'article:embed-the-widget',
    kind: 'article',
    slug: 'embed-the-widget',
    title: 'Put the widget on your page',
    description: 'Add one script tag and the launcher appears in the corner.',
    related: ['faq:cookies'],
    body: [
      { tag: 'p', children: ['Add one script tag to your page. It loads a small loader.'] },
      { tag: 'h2', id: 'options', children: ['Options'] },
      {
        tag: 'p',
        children: [
          'The widget takes its language from the page. ',
          { tag: 'a', to: { document: 'faq:cookies' }, children: ['Cookies'] },
        ],
      },
    ],
  },
  {
    ...about,
    id: 'article:write-an-article',
    kind: 'article',
    slug: 'write-an-article',
    title: 'Write an article',
    description: 'One question answered in one Markdown file.',
    body: [{ tag: 'p', children: ['The first sentence answers the question of the reader.'] }],
  },
  {
    ...about,
    id: 'faq:cookies',
    kind: 'faq',
    slug: 'cookies',
    title: 'Does the widget set cookies?',
    description: 'No. Nothing is stored before somebody opens the panel.',
    body: [{ tag: 'p', children: ['No cookie is ever set.'] }],
  },
  {
    ...about,
    id: 'walkthrough:first-article',
    kind: 'walkthrough',
    slug: 'first-article',
    title: 'Publish your first article',
    description: 'From an empty file to a page that is found.',
    body: [],
    steps: [
      { do: [{ tag: 'p', children: ['Make a file.'] }], say: [] },
      {
        do: [{ tag: 'p', children: ['Write a title.'] }],
        say: [{ tag: 'p', children: ['In the words of the reader.'] }],
      },
    ],
  },
];

const isId = (id: string): id is SearchRecord['id'] => id.includes(':');

const recordOf = ({ id, kind, slug, category, title, description }: CompiledDocument): SearchRecord => {
  if (!isId(id)) throw new TypeError(id);
  const more = slug === 'embed-the-widget' ? { featured: 1, pages: ['/settings/**'] } : {};
  return { id, kind, slug, category, title, description, file: `tz/doc-${slug}.txt`, ...more };
};

const head = {
  locale: 'en',
  categories: [{ slug: 'start', title: 'Getting started', description: 'First steps', count: documents.length }],
  aliases: { 'article:install-the-widget': 'article:embed-the-widget' as const },
};

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Every published file by its path below the base; `more` documents than those above. */
export const publish = (more: readonly CompiledDocument[] = []): Map<string, Uint8Array<ArrayBuffer> | string> => {
  const all = [...documents, ...more];
  const index = buildIndex(
    head,
    all.map((document) => ({
      record: recordOf(document),
      fields: {
        title: document.title,
        keywords: [],
        description: document.description,
        sections: sectionsOf(document),
      },
    })),
  );
  const library = seal('L', bytesOf({ locale: 'en', documents: all }));
  return new Map<string, Uint8Array<ArrayBuffer> | string>([
    ['tierzero.json', JSON.stringify(manifest(library.length))],
    ['tz/en-search-1.txt', index],
    ['tz/en-library-1.txt', library],
    ...all.map((document): [string, Uint8Array<ArrayBuffer>] => [
      `tz/doc-${document.slug}.txt`,
      seal('D', bytesOf(document)),
    ]),
  ]);
};

export const manifest = (libraryBytes: number) => ({
  format: 1,
  build: 'test',
  settings: {
    name: 'Ledger',
    locales: ['en', 'de'],
    firstReplyHours: 8,
    topics: [{ id: 'other', title: { en: 'Something else' } }],
  },
  content: { en: { index: 'tz/en-search-1.txt', library: 'tz/en-library-1.txt', libraryBytes } },
  widget: { shell: 'tz/shell-1.js', resume: 'tz/resume-1.js', pageSearch: 'tz/page-1.js' },
});

/** A fetch that serves these files and counts what was asked for. */
export const serve = (files: Map<string, Uint8Array<ArrayBuffer> | string>) => {
  const asked: string[] = [];
  const fetch = async (url: string | URL | Request): Promise<Response> => {
    const path = String(url).replace(base, '');
    asked.push(path);
    const body = files.get(path);
    return body === undefined ? new Response('gone', { status: 404 }) : new Response(body);
  };
  return { fetch, asked };
};
