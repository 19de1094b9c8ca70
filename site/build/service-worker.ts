import { join } from 'node:path';
import { build } from 'vite';
import { injectManifest } from 'workbox-build';
import type { Places } from './places.ts';
import type { PrecacheEntry } from './precache.ts';

/** Bundles site/worker and writes it to the public folder with the list of what to fetch ahead. */
export const writeServiceWorker = async (at: Places, entries: PrecacheEntry[]): Promise<void> => {
  const folder = join(at.out, 'worker');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: at.root,
    publicDir: false,
    // Workbox says what it does on the console unless this is production.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      lib: {
        entry: join(at.root, 'site/worker/worker.ts'),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'sw.js',
      },
    },
  });
  await injectManifest({
    swSrc: join(folder, 'sw.js'),
    swDest: join(at.public, 'sw.js'),
    globDirectory: folder,
    globPatterns: [],
    additionalManifestEntries: entries,
  });
};
