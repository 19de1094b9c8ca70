import { type InternalFrontMatter, internalFrontMatter } from '../../schema/internal.ts';
import type { CompileError, Report } from '../compile-error.ts';
import { refuseImpossibleDay } from '../document.ts';
import { contentOf, type DocumentContent } from '../document-content.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { jsonBytes } from '../json-bytes.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { LinkUse } from '../markdown/reading.ts';
import type { ContentFiles } from '../read.ts';
import type { InternalSource } from '../source.ts';
import { lineIn } from '../stored-document.ts';
import { validate } from '../validate.ts';

/** An internal article, read by itself. */
export interface ParsedInternal {
  source: InternalSource;
  /** Absent when the front matter is wrong, which has been reported. */
  about?: InternalFrontMatter;
  content: DocumentContent;
  links: LinkUse[];
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads one file of `internal/`: the Markdown of articles, without pictures. */
export function parseInternal({ source, text }: ContentFiles['internal'][number]): {
  document: ParsedInternal;
  errors: CompileError[];
} {
  const errors: CompileError[] = [];
  const report: Report = (error) => errors.push({ file: source.file, ...error });
  const links: LinkUse[] = [];
  const { yaml, body, bodyStart } = splitFrontMatter(text, report);
  const fileLine = (line: number) => line + bodyStart;
  const picture = () => undefined;
  const blocks = parseMarkdown({ source, report, picture, links, field: 'body', text: body, fileLine, headings: true });
  if (bodyStart > 0 && body.trim() === '') {
    report({ line: bodyStart + 1, field: 'body', found: 'nothing', expected: 'what agents should know, in Markdown' });
  }
  const about = yaml && validate(internalFrontMatter, yaml, report);
  if (yaml && about) refuseImpossibleDay(about.updated, yaml, report);
  const content = contentOf(jsonBytes(JSON.stringify({ body: blocks })));
  return {
    document: { source, ...(about && { about }), content, links, lineOf: lineIn(yaml?.lines() ?? {}) },
    errors,
  };
}
