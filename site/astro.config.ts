import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import type { AstroIntegration } from 'astro';
import { defineConfig } from 'astro/config';
import { settings } from '../content/schema/settings.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const company = settings.parse(read('../dist/content/settings.json'));
const [first = 'en', ...others] = company.locales;

/** `German` in German: the language's own name, as its readers look for it. */
const ownName = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
const locale = (lang: string) => ({ label: ownName(lang), lang });

/** Starlight adds its own sitemap unless there is an integration of this name; ours is src/pages/sitemap.xml.ts. */
const ownSitemap: AstroIntegration = { name: '@astrojs/sitemap', hooks: {} };

/** The one script Starlight's page names; it remembers a sidebar tree that is not here. Ours takes its place. */
const starlightScript = /SidebarPersistState/;
const ownScript = fileURLToPath(new URL('src/script/page.ts', import.meta.url));

const component = (name: string): string => `./src/frame/${name}.astro`;

export default defineConfig({
  trailingSlash: 'always',
  // A page is read, not foreseen: nothing is fetched that nobody asked for.
  prefetch: false,
  // The policy allows no inline style, and a script file is cached where an inline one is not.
  build: { inlineStylesheets: 'never' },
  integrations: [
    ownSitemap,
    starlight({
      title: company.name,
      titleDelimiter: '·',
      defaultLocale: 'root',
      locales: { root: locale(first), ...Object.fromEntries(others.map((tag) => [tag, locale(tag)])) },
      // Set per page by src/section.ts: the whole tree on every page makes pages that grow with the site.
      sidebar: [],
      pagination: false,
      pagefind: false,
      disable404Route: true,
      expressiveCode: false,
      markdown: { headingLinks: false },
      customCss: ['./src/style/site.css'],
      routeMiddleware: './src/section.ts',
      components: {
        Banner: component('Nothing'),
        ContentPanel: component('JustContent'),
        FallbackContentNotice: component('FallbackNotice'),
        Footer: component('Footer'),
        Head: component('Head'),
        Header: component('Header'),
        Hero: component('Nothing'),
        MarkdownContent: component('MarkdownContent'),
        PageFrame: component('PageFrame'),
        PageSidebar: component('Nothing'),
        PageTitle: component('PageTitle'),
        Sidebar: component('Sidebar'),
        SkipLink: component('SkipLink'),
        ThemeProvider: component('ThemeProvider'),
        TwoColumnContent: component('JustContent'),
      },
    }),
  ],
  vite: {
    cacheDir: fileURLToPath(new URL('../dist/cache/vite', import.meta.url)),
    define: {
      'import.meta.env.TIERZERO_SETTINGS': JSON.stringify(JSON.stringify(company)),
      'import.meta.env.TIERZERO_CHUNKS': JSON.stringify(JSON.stringify(read('../dist/widget/chunks.json'))),
    },
    plugins: [
      {
        name: 'tierzero:page-script',
        enforce: 'pre',
        resolveId: { filter: { id: starlightScript }, handler: () => ownScript },
      },
    ],
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
