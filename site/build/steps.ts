import { join } from 'node:path';
import { assemble } from './assemble.ts';
import { buildPages, buildWidget, compileContent } from './builders.ts';
import type { Step } from './pipeline.ts';
import type { Places } from './places.ts';
import { sealsOver } from './seals-over.ts';

/** The four parts of a build, in order. Each reads what the one before wrote. */
export const steps = (at: Places, now: Date = new Date()): Step[] => {
  const of = (...paths: string[]): string[] => paths.map((path) => join(at.root, path));
  const lock = join(at.root, 'package-lock.json');
  const address = [at.base, at.siteUrl];
  return [
    {
      name: 'content',
      // The compile step checks rules with the matcher that will use them.
      reads: [...of('content', 'api/routing'), lock],
      values: [],
      writes: [
        'manifest.json',
        'documents.json',
        'settings.json',
        'routing.json',
        'walkthroughs.json',
        'redirects.json',
        'team/team.json',
      ].map((file) => join(at.content, file)),
      run: () => compileContent(at),
    },
    {
      name: 'widget',
      reads: [...of('widget', 'content/schema', 'content/search', 'api/contract', 'vite.config.ts'), lock],
      values: [],
      writes: ['tierzero.js', 'chunks.json'].map((file) => join(at.widget, file)),
      run: () => buildWidget(at),
    },
    {
      name: 'pages',
      reads: [
        ...['src', 'public', 'configure', 'desk', 'example', 'request', 'thread', 'astro.config.ts'].map((name) =>
          join(at.root, 'site', name),
        ),
        ...of('widget', 'content/schema', 'content/compile', 'api/contract'),
        ...['documents.json', 'settings.json'].map((file) => join(at.content, file)),
        join(at.widget, 'chunks.json'),
        lock,
      ],
      values: async () => [...address, ...(await sealsOver(join(at.content, 'walkthroughs.json'), now))],
      writes: [join(at.pages, 'index.html')],
      run: () => buildPages(at),
    },
    {
      name: 'public',
      reads: [...of('site/build', 'site/worker'), at.pages, at.content, at.widget, lock],
      values: address,
      writes: ['tierzero.json', 'sw.js', '_headers', '_redirects', '_routing.json', '_walkthroughs.json'].map((file) =>
        join(at.public, file),
      ),
      run: async () => {
        await assemble(at);
        return { ok: true };
      },
    },
  ];
};
