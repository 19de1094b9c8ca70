import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const flexsearch = fileURLToPath(
  new URL('node_modules/flexsearch/dist/flexsearch.light.module.min.js', import.meta.url),
);
const alias = [{ find: /^flexsearch$/, replacement: flexsearch }];

export default defineConfig({
  test: {
    reporters: ['default', './test/support/counts.ts'],
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: { name: 'dom', environment: 'happy-dom', include: ['test/**/*.dom.test.tsx'], testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'journey',
          environment: 'node',
          include: ['test/journey/*.journey.ts'],
          fileParallelism: false,
          // A page on a busy machine takes longer than the second that is the default; a pass is no slower for it.
          expect: { poll: { timeout: 20_000, interval: 50 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: { name: 'long', environment: 'node', include: ['test/**/*.long.ts'], testTimeout: 600_000 },
      },
    ],
  },
});
