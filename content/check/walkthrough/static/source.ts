import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A name that the source of an app gives an element; `*` in it stands for what is put in at run time. */
export interface SourceAnchor {
  name: string;
  file: string;
  line: number;
}

const endings = /\.(?:html?|[jt]sx?|m[jt]s|vue|svelte|astro)$/;
const foreign = new Set(['node_modules', 'dist', 'build', 'coverage']);

/** What the files of an app's source say of names. */
export interface Source {
  anchors: SourceAnchor[];
  /** Where an element is given a constant or a parameter: all texts that may be its value. Else none. */
  texts: ReadonlySet<string>;
}

export async function sourceOf(folders: readonly string[]): Promise<Source> {
  const files = (await Promise.all(folders.map(filesBelow))).flat();
  const sources = await Promise.all(
    files.map(async (file) => ({ file, text: withoutComments(await readFile(file, 'utf8')) })),
  );
  return {
    anchors: sources.flatMap(({ file, text }) => anchorsIn(file, text)),
    texts: new Set(sources.some(({ text }) => givesByName(text)) ? sources.flatMap(({ text }) => textsIn(text)) : []),
  };
}

/** Line by line the same length: what is found keeps its line. A path such as `a/*` begins no comment. */
const withoutComments = (text: string): string =>
  text.replace(/<!--[\s\S]*?-->|(?<![^\s{(,;>])\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*/gm, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = entries
    .filter(({ name }) => !foreign.has(name) && !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return endings.test(entry.name) && entry.isFile() ? [path] : [];
    });
  return (await Promise.all(below)).flat();
}

/** Not in a selector (`[data-tierzero-anchor="…"]`): that looks for a name and gives none. */
const attribute = /(?<![[\w-])(?:data-tierzero-anchor|tierzeroAnchor)["'`]?\]?\s*[=:,]\s*/g;
const named = /^[a-z0-9*]+(?:[.-][a-z0-9*]+)*$/;

const textsIn = (text: string): string[] =>
  [...text.matchAll(/(["'`])([a-z0-9.-]+)\1/g)].map(([, , name = '']) => name);

/** What follows the attribute: a text, or an expression with texts in it. */
export const anchorsIn = (file: string, text: string): SourceAnchor[] =>
  givenIn(text).flatMap(({ line, texts }) =>
    texts
      .map((name) => name.replace(/\$?\{[^}]*\}/g, '*'))
      .filter((name) => named.test(name) && /[a-z0-9]/.test(name))
      .map((name) => ({ name, file, line })),
  );

/** Whether a constant or a parameter is given somewhere: its text stands elsewhere. */
const givesByName = (text: string): boolean => givenIn(text).some(({ texts }) => texts.length === 0);

const givenIn = (text: string) =>
  [...text.matchAll(attribute)].map(({ 0: match, index }) => {
    const start = index + match.length;
    const bound = text[index - 1] === ':';
    const bare = /-anchor=$/.test(match) && !bound ? bareAt(text, start) : undefined;
    const expression = expressionAt(text, start);
    return {
      line: text.slice(0, index).split('\n').length,
      texts: bare ? [bare] : textsOf(bound ? expression.slice(1, -1) : expression),
    };
  });

/** HTML does without quotation marks. */
const bareAt = (text: string, start: number): string | undefined =>
  /^[a-z0-9][a-z0-9.-]*(?=[\s/>])/.exec(text.slice(start, start + 100))?.[0];

/** A quoted text, or what is in braces as far as they go. */
function expressionAt(text: string, start: number): string {
  if (text[start] !== '{') return /^(?:"[^"]*"|'[^']*'|`[^`]*`)/.exec(text.slice(start, start + 400))?.[0] ?? '';
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + 600); at++) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && --depth === 0) return text.slice(start + 1, at);
  }
  return '';
}

/** Texts of an expression, also in the quotes of another; what something is compared with is none. */
function textsOf(expression: string): string[] {
  const texts = [...expression.matchAll(/([=!]=\s*)?(\+\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`)(?=(\s*\+)?)/g)];
  return texts.flatMap(([, compared, after, double, single, back, before]) => {
    if (compared !== undefined) return [];
    const text = double ?? single ?? back ?? '';
    return /^\{?['"`]/.test(text) ? textsOf(text) : [`${after ? '*' : ''}${text}${before ? '*' : ''}`];
  });
}
