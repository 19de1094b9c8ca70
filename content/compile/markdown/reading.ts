import type GithubSlugger from 'github-slugger';
import type { Definition } from 'mdast';
import type { Report } from '../compile-error.ts';
import type { Picture } from '../picture.ts';
import type { InternalSource, Source } from '../source.ts';

/** A link to a document of this help center, kept until all documents are known. */
export interface LinkUse {
  line: number;
  field: string;
  /** As the author wrote it. */
  url: string;
  /** Source file it names, below the content folder. */
  file: string;
  anchor?: string;
}

/** What is known while one piece of Markdown is read. */
export interface Reading {
  source: Source | InternalSource;
  /** Where it stands, for errors: `body`, or `steps[2].say`. */
  field: string;
  text: string;
  /** From a line of the Markdown to the line of the file. */
  fileLine(line: number): number;
  report: Report;
  /** A picture by its path below the content folder. */
  picture(path: string): Picture | undefined;
  links: LinkUse[];
  definitions: Map<string, Definition>;
  slugger: GithubSlugger;
  /** Level of the last heading; the title is level 1. `undefined` where no headings stand. */
  level: number | undefined;
}

/** The part of a syntax tree node that says where it was. */
export interface Positioned {
  position?: { start: { line: number; offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}

/** Line of the file at which a node starts; `inside` counts characters into its source. */
export function lineOf(reading: Reading, node: Positioned, inside = 0): number {
  const line = node.position?.start.line ?? 1;
  return reading.fileLine(line + sourceOf(reading, node).slice(0, inside).split('\n').length - 1);
}

/** The Markdown a node was made from. */
export function sourceOf(reading: Reading, node: Positioned): string {
  return reading.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Reports what stands at a node. */
export function complain(
  reading: Reading,
  node: Positioned,
  problem: { found: string; expected: string; hint?: string; inside?: number },
): void {
  const { inside, ...rest } = problem;
  reading.report({ line: lineOf(reading, node, inside), field: reading.field, ...rest });
}
