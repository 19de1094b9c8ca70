import type { Nodes, Root } from 'mdast';

/** Signs that a parser may have to hold against each other, all in a paragraph: a `]` against every `[`. */
const marks = /[*_~`[\]<!:@\n]|www\./g;
/** Where a paragraph ends for certain. Empty lines that follow count as its own: open lists are asked about each. */
const paragraphEnd = /\n[ \t]*\n(?=[ \t]*[^\s])|\n(?= {0,3}[-*+] )/;

/** Quotes, lists and footnotes that begin in a line, with what stands before them. */
const opened = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])|\[\^[^\]\s]+\]:))*/;
/** A level takes one letter at least. */
const longestOpened = 100;
/** What a letter of them costs, in marks: a parser asks every open level about every line. */
const openedCost = 5;

/** Signs of a body against each other, squared: the tables of a long reference come to 20 million. It takes some seconds. */
const mostWork = 50_000_000;

const directive = /^[ \t>]*(:{3,})[ \t]*([a-z]?)/i;
const mostDirectives = 50;
const longestDirective = 2000;

/** In nodes: two for each level of a list. */
const deepest = 100;

/**
 * Whether a text would take a Markdown parser minutes, or more stack than there is. Nobody writes such a text for
 * readers; one that was made to harm, or was damaged, is not to keep the others from being read.
 */
export function isExcessive(markdown: string): boolean {
  const lines = markdown.split('\n');
  const lengths = lines.map((line) => opened.exec(line)?.[0].length ?? 0);
  return (
    lengths.some((length) => length > longestOpened) ||
    marksIn(markdown) + sum(lengths.map((length) => (openedCost * length) ** 2)) > mostWork ||
    lines.some((line) => line.length > longestDirective && /^[ \t>]*::/.test(line)) ||
    directivesIn(lines) > mostDirectives
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const marksIn = (markdown: string): number =>
  sum(markdown.split(paragraphEnd).map((paragraph) => (paragraph.match(marks)?.length ?? 0) ** 2));

/** How deep directives stand in each other at most: a line of colons alone ends all that began with as few. */
function directivesIn(lines: readonly string[]): number {
  const open: number[] = [];
  let most = 0;
  for (const line of lines) {
    const [, colons = '', name] = directive.exec(line) ?? [];
    if (name) most = Math.max(most, open.push(colons.length));
    else if (colons !== '') {
      const ended = open.findIndex((length) => length <= colons.length);
      if (ended >= 0) open.length = ended;
    }
  }
  return most;
}

/** Whether a tree nests deeper than those who walk it have stack for. */
export function isDeep(tree: Root): boolean {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return false;
}
