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

/** Names in the files of an app's source. */
export async function sourceAnchors(folders: readonly string[]): Promise<SourceAnchor[]> {
  const found: SourceAnchor[] = [];
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) found.push(...anchorsIn(file, await readFile(file, 'utf8')));
  }
  return found;
}

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

/** What follows the attribute: a text, or an expression with texts in it. */
export function anchorsIn(file: string, text: string): SourceAnchor[] {
  return [...text.matchAll(attribute)].flatMap(({ 0: match, index }) => {
    const line = text.slice(0, index).split('\n').length;
    const bare = /-anchor=$/.test(match) && text[index - 1] !== ':' ? bareAt(text, index + match.length) : undefined;
    return (bare ? [bare] : textsOf(expressionAt(text, index + match.length)))
      .map((name) => name.replace(/\$?\{[^}]*\}/g, '*'))
      .filter((name) => named.test(name) && /[a-z0-9]/.test(name))
      .map((name) => ({ name, file, line }));
  });
}

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
