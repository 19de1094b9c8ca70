import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * `npm run bench:size`: bytes a person downloads, brotli 11, of what `npm run build` wrote. Exits 1 over a budget,
 * and where the README's table is no longer true.
 * `--json` prints one object instead of lines.
 */
const site = 'dist/public';

const budgets = {
  loaderBrotli: 1_000,
  openToSearchBrotli: 24_000,
  guideBrotli: 9_000,
  articlePageJsBrotli: 10_000,
} as const;

const brotli = (bytes: Uint8Array | string): number => brotliCompressSync(bytes).length;
const read = (file: string): Buffer => readFileSync(join(site, file));

/** What a chunk brings with it: itself and everything it imports by name, not by `import()`. */
const withImports = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) return found;
  found.add(file);
  const statics = read(file)
    .toString('utf8')
    .matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g);
  for (const [, specifier = ''] of statics) withImports(posix.join(dirname(file), specifier), found);
  return found;
};

/** Chunks that `file` or what it brings loads later, by `import()`. */
const later = (file: string): string[] =>
  [...withImports(file)].flatMap((chunk) =>
    [
      ...read(chunk)
        .toString('utf8')
        .matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g),
    ].map(([, specifier = '']) => posix.join(dirname(chunk), specifier)),
  );

const everything = (file: string, found = new Set<string>(), but = /^$/): Set<string> => {
  for (const chunk of withImports(file)) {
    if (found.has(chunk)) continue;
    found.add(chunk);
    for (const next of later(chunk)) if (!but.test(next)) everything(next, found, but);
  }
  return found;
};

const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + brotli(read(file)), 0);

/**
 * JavaScript of a page before anybody touches it: inline scripts, script files with their imports, and what those load on
 * idle. Search comes by an address made at run time, on intent, so it is not among them.
 */
const pageScript = (page: string): number => {
  const html = read(page).toString('utf8');
  let total = 0;
  const files = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (/\stype="application\/(?:ld\+)?json"/.test(attributes)) continue;
    const src = /\ssrc="([^"]+)"/.exec(attributes)?.[1];
    if (src) for (const file of everything(src.replace(/^\//, ''))) files.add(file);
    else total += brotli(text);
  }
  return total + sum(files);
};

const manifest = JSON.parse(read('tierzero.json').toString('utf8'));
const { shell } = manifest.widget;
const english = later(shell).filter((file) => /\/en-[\w-]+\.js$/.test(file));
const search = later(shell).filter((file) => /\/search-[\w-]+\.js$/.test(file));
const open = new Set([shell, ...english, ...search].flatMap((file) => [...withImports(file)]));
const articles = readdirSync(join(site, 'articles')).map((slug) => `articles/${slug}/index.html`);

/**
 * Chunks name each other by hashes that no compressor makes shorter, and some are luckier than others: the worst of forty that
 * are always the same stands for all, so that no change elsewhere lifts a file over its budget.
 */
const worst = (files: Iterable<string>): number => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let state = 1;
  const letter = () => {
    state = (state * 16_807) % 2_147_483_647;
    return letters[state % 64];
  };
  const worstOf = (text: string) => {
    const sample = () =>
      brotli(text.replace(/-[\w-]{6}(?=\.js["'`])/g, () => `-${Array.from({ length: 6 }, letter).join('')}`));
    return Math.max(brotli(text), ...Array.from({ length: 40 }, sample));
  };
  return [...files].reduce((total, file) => total + worstOf(read(file).toString('utf8')), 0);
};

/** Chunks that are for the host's page and not for the panel: the guide, and what authors make one with. */
const onPages = /\/(?:guide|inspect)-[\w-]+\.js$/;

/**
 * What comes only when a walkthrough starts on a page: its code, its styles, and its words in the language that has more.
 * `label-*.js` comes beside where a page has lost the names of its places, or a walkthrough gives a role and a label alone.
 */
const guideSize = (): number => {
  const entry = [...everything(shell)].flatMap(later).find((file) => /\/guide-[\w-]+\.js$/.test(file));
  if (!entry) throw new Error('There is no chunk of the guide.');
  const without = everything(shell, new Set(), onPages);
  const own = [...withImports(entry)].filter((file) => !without.has(file));
  const words = later(entry).filter((file) => /\/guide\.\w+-[\w-]+\.js$/.test(file));
  return worst(own) + Math.max(...words.map((file) => brotli(read(file))));
};

const sizes = {
  loaderBrotli: worst(['tierzero.js']),
  openToSearchBrotli: sum(open),
  guideBrotli: guideSize(),
  panelBrotli: sum(everything(shell, new Set(), onPages)),
  indexBrotli: brotli(read(manifest.content[manifest.settings.locales[0]].index)),
  articlePageJsBrotli: Math.max(...articles.map(pageScript)),
};

const over = Object.entries(budgets).filter(([name, budget]) => sizes[name as keyof typeof budgets] > budget);
if (process.argv.includes('--json')) console.log(JSON.stringify(sizes));
else {
  for (const [name, bytes] of Object.entries(sizes)) {
    const budget = name in budgets ? ` of ${budgets[name as keyof typeof budgets]}` : '';
    console.log(`${name.padEnd(20)} ${String(bytes).padStart(7)}${budget}`);
  }
}
for (const [name, budget] of over) {
  console.error(`${name} is over its budget of ${budget} bytes. Move code behind import(), or find what grew.`);
}

// The README's table names the same six in the same order. Content grows a little every week; its figures may lag by 5 %.
const told = [...readFileSync('README.md', 'utf8').matchAll(/^\| [^|]+ \| ([\d,]+) \| [\d,]* ?\|$/gm)].map(
  ([, figure = '']) => Number(figure.replaceAll(',', '')),
);
const stale = Object.entries(sizes).filter(([, bytes], place) => !(Math.abs((told[place] ?? 0) / bytes - 1) <= 0.05));
for (const [name, bytes] of stale) console.error(`README.md, Measured: ${name} is ${bytes} bytes now. Write that.`);
process.exitCode = over.length + stale.length === 0 ? 0 : 1;
