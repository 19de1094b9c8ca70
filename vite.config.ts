import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { defineConfig, normalizePath, type Plugin, type UserConfig } from 'vite';
import { messages as de } from './widget/i18n/de.ts';
import { messages as en } from './widget/i18n/en.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const outDir = path(process.env['WIDGET_OUT'] ?? 'dist/widget');
/** Newer than the scripts: `:dir()` and `light-dark()` lowered for older ones would be longer and worse. */
const cssTarget = ['chrome123', 'safari17.5', 'firefox120'];
const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8'));

/** Entry by its name in the manifest (`content/schema/manifest.ts`). */
const entries = {
  shell: path('widget/shell/shell.ts'),
  resume: path('widget/shell/resume.ts'),
  pageSearch: path('widget/shell/page-search.ts'),
};

/** Writes `chunks.json`: the hashed file of every entry, for the manifest and the loader. */
const chunks: Plugin = {
  name: 'tierzero-chunks',
  writeBundle(_, bundle) {
    const found = Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry);
    const names = Object.fromEntries(found.map((file) => [file.type === 'chunk' ? file.name : '', file.fileName]));
    writeFileSync(`${outDir}/chunks.json`, `${JSON.stringify(names, null, 2)}\n`);
  },
};

/** Real paths: npm may have linked the folder. */
const flexsearchSource = normalizePath(realpathSync(path('node_modules/flexsearch/src')));

/** Parts of FlexSearch that are imported all the same, by what they export. A lookup of one term gets to none of them. */
const absent: Record<string, string> = {
  'document/search.js': 'apply_enrich',
  'encoder.js': 'fallback_encoder',
  'index/remove.js': 'remove_index',
  'intersect.js': 'intersect',
  'resolver.js': 'Resolver',
};

/** What is left out of the others: methods that change an index and their options, a search for several terms, and several slots of one. */
const cuts: Record<string, RegExp> = {
  'index.js':
    /^Index\.prototype\.(?:append|clear|cleanup|contain|update) = function[\s\S]*?^\};|^ {4}this\.resolution = [\s\S]*?(?=^ {4}tmp = SUPPORT_KEYSTORE)|^ {4}this\.ctx = [\s\S]*?(?=^\})/gm,
  'index/search.js': /^ {4}(?:\/\/ fast path single context|let dupes = )[\s\S]*?(?=^\};)/m,
  'resolve/default.js': /^ {4}let final = \[\];[\s\S]*?(?=^\})/m,
};

/**
 * FlexSearch's Index from its sources with every switch off (its README, "Custom Builds"): the widget looks words up by
 * an encoder of its own and adds none. A third of the light build.
 */
const flexsearch: Plugin = {
  name: 'tierzero-flexsearch',
  enforce: 'pre',
  resolveId: (id) => (id === 'flexsearch' ? `\0${id}` : undefined),
  load(id) {
    if (id === '\0flexsearch')
      return `export { default as Index } from ${JSON.stringify(`${flexsearchSource}/index.js`)}`;
    if (!id.startsWith(flexsearchSource)) return undefined;
    const name = id.slice(flexsearchSource.length + 1);
    if (Object.hasOwn(absent, name)) return `export const ${absent[name]} = undefined; export default undefined`;
    // Nobody names a preset.
    if (name === 'preset.js') return 'export default (options) => options';
    const source = readFileSync(id, 'utf8');
    const cut = cuts[name];
    if (cut && source.search(cut) < 0) throw new Error(`flexsearch/${name} has changed: look at what is cut from it.`);
    const code = (cut ? source.replace(cut, '') : source)
      .replace(/import \{[^}]*\} from "[./]+config\.js";/, '')
      .replace(/\b(?:SUPPORT_\w+|DEBUG|PROFILER)\b/g, 'false');
    return { code, moduleSideEffects: name === 'index.js' || name === 'index/search.js' };
  },
};

/** Terser makes of the same code 1 to 2 % fewer bytes, brotli, than the minifier that is built in. */
const smaller: Plugin = {
  name: 'tierzero-smaller',
  async renderChunk(code) {
    const { code: less } = await minify(code, {
      module: true,
      ecma: 2020,
      // It writes conditions shorter and less alike.
      compress: { passes: 3, booleans: false },
      format: { comments: false },
    });
    return { code: less ?? code, map: null };
  },
};

/** Elements by `h`, which is there anyway and shorter to call: the automatic runtime would bring a second one. */
const elements: Plugin = {
  name: 'tierzero-elements',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.tsx') ? `import { h as makeElement, Fragment as MakeFragment } from 'preact';${code}` : undefined,
};
const jsx = { runtime: 'classic', pragma: 'makeElement', pragmaFrag: 'MakeFragment' } as const;

interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** All that the shell imports by name, and so all that search needs; what it loads by import() is not among it. */
const shellModules = (modules: Modules, id = entries.shell, found = new Set<string>()): Set<string> => {
  if (found.has(id)) return found;
  found.add(id);
  for (const next of modules.getModuleInfo(id)?.importedIds ?? []) shellModules(modules, next, found);
  return found;
};

/** What leads through a page. Where it is in this tab is known before that. */
const guideModule =
  /\/widget\/(?:walkthrough\/(?:anchor\/(?!label)|guide\/(?!along|kept))|shell\/(?:begin|guide(?:-news)?)\.ts$|i18n\/guide\.ts$)/;

/** Small ones that most chunks name: each name costs more than the file. */
const small = /\/(?:client\/flag|shell\/arguments|schema\/path-matches|contract\/routes)\.ts$/;

/** ES modules, hashed, loaded by import(): everything but the loader. */
const app: UserConfig = {
  plugins: [flexsearch, elements, smaller, chunks],
  oxc: { jsx },
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    // Chunks name their own imports; a list to preload would only grow the shell.
    modulePreload: false,
    // A library build has no preload helper around its imports; what it leaves unminified is said below.
    lib: { entry: entries, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      // That the smaller files take longer to make is meant, and nobody's to mend.
      checks: { bundlerTimings: false },
      output: {
        minify: true,
        comments: false,
        // One file, so that the panel opens after one request.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { debugName: 'shell', name: (id, modules) => (shellModules(modules).has(id) ? 'shell' : null) },
            // The inspector brings the guide along: what both use must not cost whoever is only led a second file.
            { debugName: 'small', name: (id) => (small.test(normalizePath(id)) ? 'small' : null) },
            { debugName: 'guide', name: (id) => (guideModule.test(normalizePath(id)) ? 'guide' : null) },
          ],
        },
        entryFileNames: 'tz/[name]-[hash:6].js',
        chunkFileNames: 'tz/[name]-[hash:6].js',
      },
    },
  },
};

/** `tz/shell-AbCd12.js` → `-AbCd12.js`: short, because the loader carries two of them. */
const endOf = (file: string): string => file.replace(/^tz\/\w+?(?=-)/, '');

/** The classic script of the tag. An IIFE build inlines import(), so the loader imports by address. */
const loader = (): UserConfig => {
  const names = JSON.parse(readFileSync(`${outDir}/chunks.json`, 'utf8'));
  return {
    define: {
      __SHELL__: JSON.stringify(endOf(names.shell)),
      __RESUME__: JSON.stringify(endOf(names.resume)),
      __LABELS__: JSON.stringify({ de: de['launcher.label'] }),
      __LABEL__: JSON.stringify(en['launcher.label']),
    },
    build: {
      emptyOutDir: false,
      lib: {
        entry: path('widget/loader/loader.ts'),
        formats: ['es'],
        fileName: () => 'tierzero.js',
      },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  };
};

const common: UserConfig = {
  base: './',
  publicDir: false,
};

/** `--mode app` first, then `--mode loader`; `--mode playground` serves widget/playground. */
export default defineConfig(({ mode }) => {
  if (mode === 'playground')
    return { ...common, root: path('widget/playground'), publicDir: path('dist/content'), define: app.define ?? {} };
  const chosen = mode === 'loader' ? loader() : app;
  return {
    ...common,
    ...chosen,
    build: { outDir, target: 'es2022', cssTarget, minify: true, reportCompressedSize: false, ...chosen.build },
  };
});
