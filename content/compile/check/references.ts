import { posix } from 'node:path';
import { documentId } from '../../schema/name.ts';
import { type CompileError, quote } from '../compile-error.ts';
import type { ParsedDocument } from '../document.ts';
import { headingsOf } from '../headings.ts';
import type { LocaleContent } from '../locale-content.ts';
import type { LinkUse } from '../markdown/reading.ts';

/** A document that has links, or that links lead to. */
type Linked = Pick<ParsedDocument, 'content' | 'links'> & { source: { file: string; id: string } };

/** Checks what the documents written in a locale point at: linked files, their sections, related documents. */
export function checkReferences(content: LocaleContent, documents: readonly ParsedDocument[]): CompileError[] {
  const shown = new Map<string, ParsedDocument>(content.documents.map((document) => [document.source.id, document]));
  const checkLinks = linkChecker(documents, content.documents);
  return documents
    .filter(({ source }) => source.locale === content.locale)
    .flatMap((document) => [...checkLinks(document), ...checkRelated(document, shown)]);
}

/** Checks the links of one document after another, among all files there are and what their readers see. */
export function linkChecker(files: readonly Linked[], shown: readonly Linked[]): (document: Linked) => CompileError[] {
  const known = {
    files: new Map(files.map((one) => [one.source.file, one])),
    shown: new Map(shown.map((one) => [one.source.id, one])),
  };
  return (document) => document.links.flatMap((link) => checkLink(link, { ...known, document }));
}

interface Known {
  document: Linked;
  files: Map<string, Linked>;
  /** What a reader of the locale sees, by id. */
  shown: Map<string, Linked>;
}

function checkLink(link: LinkUse, { document, files, shown }: Known): CompileError[] {
  const { file } = document.source;
  const at = { file, line: link.line, field: link.field, found: `link ${quote(link.url)}` };
  const path = link.file.slice(link.file.indexOf('/'));
  const target = files.get(link.file) ?? [...shown.values()].find(({ source }) => source.file.endsWith(path));
  if (!target) {
    const moved = [...shown.values()].find(({ source }) => posix.basename(source.file) === posix.basename(path));
    const hint = moved && { hint: `it is at ${posix.relative(posix.dirname(file), moved.source.file)}` };
    return [{ ...at, expected: 'a file that is there', ...hint }];
  }
  if (link.anchor === undefined) return [];
  const headings = headingsOf((shown.get(target.source.id) ?? target).content.trees().body);
  if (headings.some(({ slug }) => slug === link.anchor)) return [];
  const sections = headings.map(({ slug }) => `#${slug}`).join(', ');
  const expected = sections ? `a section of ${target.source.file}` : `no section, since ${target.source.file} has none`;
  return [{ ...at, expected, ...(sections && { hint: `there are ${sections}` }) }];
}

function checkRelated({ source, about, lineOf }: ParsedDocument, shown: ReadonlyMap<string, unknown>): CompileError[] {
  const related = about?.related ?? [];
  return related.flatMap((id, index) => {
    // Another form is reported where it is read.
    if (!documentId.safeParse(id).success) return [];
    const expected =
      id === source.id
        ? 'another document'
        : related.indexOf(id) < index
          ? 'each document once'
          : shown.has(id)
            ? undefined
            : 'the id of a document that is there, such as article:its-slug';
    if (!expected) return [];
    const path = ['related', index];
    return [{ file: source.file, line: lineOf(path), field: `related[${index}]`, found: quote(id), expected }];
  });
}
