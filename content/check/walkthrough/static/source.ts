import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A name that the source of an app gives an element; `*` in it stands for what is put in at run time. */
export interface SourceAnchor {
  name: string;
  file: string;
  line: number;
}

/** What pages are written in: markup, scripts, templates, and languages that make markup on a server. */
const endings =
  /\.(?:x?html?|svg|[cm]?[jt]sx?|vue|svelte|astro|marko|mdx|php|phtml|tpl|tmpl|erb|haml|slim|rb|hbs|handlebars|mustache|ejs|eta|njk|liquid|pug|jade|twig|j2|jinja2?|cshtml|vbhtml|razor|aspx|ascx|jspx?|jspf|tag|gsp|ftlh?|vm|heex|l?eex|gohtml|templ|py|go|rs|java|kt|cs|ex|elm|dart)$/i;
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
const withoutComments = (text: string): string => text.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '));

const comments = new RegExp(
  [
    /<!--[\s\S]*?-->/,
    /(?<![^\s{(,;>])\/\*[\s\S]*?\*\//,
    /^[ \t]*(?:\/\/|-#).*/,
    // Of templates: Blade, Handlebars, Twig and Jinja, ERB, JSP, Razor.
    /\{\{--[\s\S]*?--\}\}/,
    /\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/,
    /\{#-?\s[\s\S]*?\s-?#\}/,
    /<%(?:#|--)[\s\S]*?%>/,
    /@\*[\s\S]*?\*@/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
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
const attribute = /(?<![[\w-])(?:(?:data-)?tierzero-anchor|tierzero_?anchor)(?:\\?["'`])?\]?\s*(=>|=(?!=)|[:,])\s*/gi;
const named = /^[a-z0-9*]+(?:[.-][a-z0-9*]+)*$/;

/** What a template puts in at run time. There is one way to read a text by it, so that none takes for ever. */
const pairs = [
  ['\\{\\{', '\\}\\}'],
  ['<%', '%>'],
  ['<\\?', '\\?>'],
];
const put = [
  ...pairs.map(([open, close]) => `${open}(?:(?!${close})[\\s\\S])*${close}`),
  String.raw`#\{[^}]*\}|@\([^)]*\)|\$?\{(?!\{)[^}]*\}`,
].join('|');
const quoted = ['"', "'", '`'].map((mark) => `${mark}((?:${put}|\\\\.|(?!${put})[^${mark}\\\\])*)${mark}`).join('|');

const textsIn = (text: string): string[] =>
  [...text.matchAll(/(["'`])([a-z0-9.-]+)\1/g)].map(([, , name = '']) => name);

/** What follows the attribute: a text, or an expression with texts in it. */
export const anchorsIn = (file: string, text: string): SourceAnchor[] =>
  givenIn(text).flatMap(({ line, texts }) =>
    texts
      .map((name) => name.replace(new RegExp(put, 'g'), '*'))
      .filter((name) => named.test(name) && /[a-z0-9]/.test(name))
      .map((name) => ({ name, file, line })),
  );

/** Whether a constant or a parameter is given somewhere, or the attribute itself is one: its text stands elsewhere. */
const givesByName = (text: string): boolean =>
  /=\s*(["'`])data-tierzero-anchor\1/.test(text) || givenIn(text).some(({ texts }) => texts.length === 0);

const givenIn = (text: string) =>
  [...text.matchAll(attribute)].map(({ 0: match, 1: sign, index }) => {
    const start = index + match.length;
    const isBound = text[index - 1] === ':' || match.includes(']');
    const isMarkup = sign === '=' && /-anchor\]?\s*=/i.test(match);
    const bare = isMarkup && !isBound ? bareAt(text, start) : undefined;
    const expression = (isMarkup && markupAt(text, start)) || codeAt(text, start);
    return {
      line: text.slice(0, index).split('\n').length,
      texts: bare ? [bare] : textsOf(isMarkup && isBound ? expression.slice(1, -1) : expression),
    };
  });

/** HTML does without quotation marks. */
const bareAt = (text: string, start: number): string | undefined =>
  /^[a-z0-9][a-z0-9.-]*(?=[\s/>])(?!\s*[?+|&])/.exec(text.slice(start, start + 100))?.[0];

/** The value of an attribute: a quoted text, also within a text of a script, or what is in braces as far as they go. */
function markupAt(text: string, start: number): string | undefined {
  const ahead = text.slice(start, start + 600);
  const [, escaped] = /^\\["']([^"'\\]*)\\["']/.exec(ahead) ?? [];
  if (escaped !== undefined) return `"${escaped}"`;
  if (text[start] === '{' && text[start + 1] !== '{') return codeAt(text, start + 1);
  return new RegExp(`^(?:${quoted})`).exec(ahead)?.[0];
}

/** An expression of a script: as far as what it is given to, or the line, and what goes on below that. */
function codeAt(text: string, start: number): string {
  const ahead = text.slice(start, start + 600);
  const token = new RegExp(`${quoted}|[([{]|[)\\]}]|[,;\\n]`, 'g');
  let depth = 0;
  for (const { 0: found, index } of ahead.matchAll(token)) {
    if (/^[([{]$/.test(found)) depth += 1;
    else if (/^[)\]}]$/.test(found) && depth-- === 0) return ahead.slice(0, index);
    else if (/^[,;]$/.test(found) && depth === 0) return ahead.slice(0, index);
    else if (found === '\n' && depth === 0 && !goesOn(ahead, index)) return ahead.slice(0, index);
  }
  return ahead;
}

const goesOn = (text: string, at: number): boolean =>
  /^\s*[?:+|&.]/.test(text.slice(at)) || /(?:^|[?:+|&=(])\s*$/.test(text.slice(0, at));

/** Texts of an expression, also in the quotes of another; what something is compared with is none. */
function textsOf(expression: string): string[] {
  const texts = [...expression.matchAll(new RegExp(`([=!]=\\s*)?(\\+\\s*)?(?:${quoted})(?=(\\s*\\+)?)`, 'g'))];
  return texts.flatMap(([, compared, after, double, single, back, before]) => {
    if (compared !== undefined) return [];
    const text = double ?? single ?? back ?? '';
    const [first = ''] = new RegExp(`^\\s*(?:${put})`).exec(text) ?? [];
    const isWhole = first !== '' && first.trim() === text.trim();
    if (isWhole || /^['"`]/.test(text)) return textsOf(text.trim().slice(1));
    return branchesOf(text).map((one) => `${after ? '*' : ''}${one}${before ? '*' : ''}`);
  });
}

const block = String.raw`\{%[\s\S]*?%\}|\{\{(?:[#/^]|else)[\s\S]*?\}\}|<(?:%|\?(?:php)?)\s*(?:if|else|end|\})[\s\S]*?[%?]>`;

/** What a template's choice leads to: all of the text in one of its blocks, or some of it. */
function branchesOf(text: string): string[] {
  const blocks = new RegExp(block, 'g');
  const parts = text.split(blocks);
  if (parts.length < 3) return [text];
  const [before = '', ...inner] = parts;
  const behind = inner.pop() ?? '';
  return before.trim() === '' && behind.trim() === '' ? inner.map((one) => one.trim()) : [`${before}*${behind}`];
}
