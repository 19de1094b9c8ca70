import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Report } from './compile-error.ts';

/** Text inside a YAML file, and where its lines are in the file. */
interface YamlText {
  text: string;
  fileLine(line: number): number;
}

/** Parsed YAML that remembers its lines. */
export interface Yaml {
  value: unknown;
  /** Line of the key or entry at a path; of the nearest parent there is, for one that is missing. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Line of every key and entry by `pathKey`, that of the text as a whole by the empty one. */
  lines(): Record<string, number>;
  /** The untrimmed text at a path. Its lines are exact in a literal block (`|`); else all are its first. */
  textAt(path: readonly PropertyKey[]): YamlText | undefined;
}

/** Lists of aliases of lists of aliases take minutes to check, in a file of some lines. */
const mostAliased = 10_000;

function expanded(parsed: Document): { of: unknown } | undefined {
  try {
    return { of: parsed.toJS({ maxAliasCount: mostAliased }) };
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Reads YAML 1.2, where a day such as 2026-11-22 stays text. `firstLine` is its line in the file. */
export function readYaml(text: string, firstLine: number, report: Report): Yaml | undefined {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const fileLine = (offset: number) => firstLine + lines.linePos(offset).line - 1;
  const broken = [...parsed.errors, ...parsed.warnings];
  const tabs = broken.filter(({ code }) => code === 'TAB_AS_INDENT');
  // What else is wrong there follows from the tabs.
  for (const { message, pos } of tabs.length > 0 ? tabs : broken) {
    const hint = tabs.length > 0 ? 'indent with spaces, not with tabs' : quotes;
    report({ line: fileLine(pos[0]), field: 'yaml', found: firstSentence(message), expected: 'valid YAML', hint });
  }
  const dangling = broken.length === 0 ? danglingIn(parsed) : [];
  for (const { source, offset } of dangling) {
    const hint = 'a value that begins with * goes into double quotes';
    report({
      line: fileLine(offset),
      field: 'yaml',
      found: `*${source}`,
      expected: 'an anchor of that name above',
      hint,
    });
  }
  if (broken.length + dangling.length > 0) return undefined;

  const value = expanded(parsed);
  if (!value) {
    const hint = 'write the values out';
    const expected = `aliases that stand for ${mostAliased} values at most`;
    report({ line: firstLine, field: 'yaml', found: 'aliases of aliases', expected, hint });
    return undefined;
  }
  const find = (path: readonly PropertyKey[]) => {
    const meant = (node: unknown) => (isAlias(node) ? node.resolve(parsed) : node);
    let node: unknown = parsed.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const step of path) {
      const next = child(node, step);
      if (!next) return { offset, node: undefined };
      node = meant(next.value);
      offset = next.offset ?? offset;
    }
    return { offset, node };
  };
  return {
    value: value.of,
    lineOf: (path) => fileLine(find(path).offset),
    lines: () =>
      Object.fromEntries(pathsOf(parsed.contents).map((path) => [pathKey(path), fileLine(find(path).offset)])),
    textAt(path) {
      const { node } = find(path);
      if (!isScalar(node) || typeof node.value !== 'string') return undefined;
      const first = fileLine(node.range?.[0] ?? 0);
      const literal = node.type === 'BLOCK_LITERAL';
      return { text: node.value, fileLine: (line) => (literal ? first + line : first) };
    },
  };
}

/** A path as one text. */
export const pathKey = (path: readonly PropertyKey[]): string => path.map(String).join('\n');

/** Paths of keys and of the entries of their lists; nothing deeper is checked among documents. */
function pathsOf(node: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (path.length > 3) return [];
  const inner = isMap(node)
    ? node.items.flatMap(({ key, value }) => (isScalar(key) ? pathsOf(value, [...path, String(key.value)]) : []))
    : isSeq(node)
      ? node.items.flatMap((item, index) => pathsOf(item, [...path, index]))
      : [];
  return [path, ...inner];
}

/** Aliases of anchors that are not there, or that stand inside what they stand for. */
function danglingIn(document: Document): { source: string; offset: number }[] {
  const found: { source: string; offset: number }[] = [];
  visit(document, {
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      if (!target || path.some((parent) => parent === target)) {
        found.push({ source: alias.source, offset: alias.range?.[0] ?? 0 });
      }
    },
  });
  return found;
}

const quotes = 'put text with a colon, a # or quotation marks into double quotes';
const firstSentence = (message: string) => message.split('\n', 1)[0] ?? message;

function child(node: unknown, step: PropertyKey): { value: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && { value: pair.value, offset: isNode(pair.key) ? pair.key.range?.[0] : undefined };
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return isNode(item) ? { value: item, offset: item.range?.[0] } : undefined;
}
